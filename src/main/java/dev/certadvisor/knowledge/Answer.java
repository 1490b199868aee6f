package dev.certadvisor.knowledge;

import dev.certadvisor.knowledge.Ranking.Correction;
import java.util.List;
import java.util.Optional;

/** What the guide says to a question: exact words of it, or that it does not say. */
public sealed interface Answer {

  /** 0 to 1: the probability that the guide holds the answer. */
  double confidence();

  /** Misspelt words and what they were read as. */
  List<Correction> corrections();

  /**
   * The guide answers.
   *
   * @param passages one to three, best first, no two that say the same
   * @param confidence see {@link Answer#confidence()}
   * @param corrections see {@link Answer#corrections()}
   */
  record Found(List<Quoted> passages, double confidence, List<Correction> corrections)
      implements Answer {

    /** Copies the lists. */
    public Found {
      passages = List.copyOf(passages);
      corrections = List.copyOf(corrections);
    }
  }

  /**
   * The guide has something close, which may be what was meant; to be offered as the closest there
   * is, not as the answer.
   *
   * @param passages one or two, best first
   * @param confidence see {@link Answer#confidence()}
   * @param corrections see {@link Answer#corrections()}
   */
  record Nearest(List<Quoted> passages, double confidence, List<Correction> corrections)
      implements Answer {

    /** Copies the lists. */
    public Nearest {
      passages = List.copyOf(passages);
      corrections = List.copyOf(corrections);
    }
  }

  /**
   * The guide does not say.
   *
   * @param nearest up to three sections that come nearest, to be named and never quoted; empty
   *     where nothing comes near
   * @param confidence see {@link Answer#confidence()}
   * @param corrections see {@link Answer#corrections()}
   */
  record NotCovered(List<Section> nearest, double confidence, List<Correction> corrections)
      implements Answer {

    /** Copies the lists. */
    public NotCovered {
      nearest = List.copyOf(nearest);
      corrections = List.copyOf(corrections);
    }
  }

  /**
   * A passage as it is quoted.
   *
   * @param passage the passage
   * @param citation its whole text and its section
   * @param key the sentence that matters most, an exact slice of the text; empty where the text is
   *     one sentence
   * @param confidence 0 to 1: how much of the question the passage covers
   */
  record Quoted(Passage passage, Citation citation, Optional<String> key, double confidence) {}
}
