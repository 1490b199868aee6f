package dev.certadvisor.decision;

import java.util.List;

/**
 * Words that change what the words around them say, in whatever question.
 *
 * @param negations the next words do not hold ("not", "no", "never")
 * @param dislikes the next words are unwelcome ("hate", "tired of")
 * @param hedges the words beside them hold only a little ("a bit of", "dabbled in")
 * @param stresses the words beside them hold most of all ("mostly", "all day")
 * @param wishes the next words are where the person wants to go ("want to become")
 * @param partings the next words are what the person leaves ("moving off", "used to be")
 * @param arrivals the next words are where the person is certain to go ("the new job")
 * @param halves the clause gives two sides the same weight ("half", "equally")
 * @param others the next words are about somebody else ("my colleague")
 * @param turns a new thought begins ("but", "although")
 * @param plain words that carry nothing and need not be reported as unused
 */
public record Cues(
    List<Phrase> negations,
    List<Phrase> dislikes,
    List<Phrase> hedges,
    List<Phrase> stresses,
    List<Phrase> wishes,
    List<Phrase> partings,
    List<Phrase> arrivals,
    List<Phrase> halves,
    List<Phrase> others,
    List<Phrase> turns,
    List<String> plain) {

  /** Copies the lists. */
  public Cues {
    negations = List.copyOf(negations);
    dislikes = List.copyOf(dislikes);
    hedges = List.copyOf(hedges);
    stresses = List.copyOf(stresses);
    wishes = List.copyOf(wishes);
    partings = List.copyOf(partings);
    arrivals = List.copyOf(arrivals);
    halves = List.copyOf(halves);
    others = List.copyOf(others);
    turns = List.copyOf(turns);
    plain = List.copyOf(plain);
  }
}
