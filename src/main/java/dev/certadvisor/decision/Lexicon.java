package dev.certadvisor.decision;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;

/** Every phrase of a framework, and where each stands in a text. */
final class Lexicon {

  private final Map<String, List<Entry>> byFirstStem = new HashMap<>();
  private final Spelling spelling;

  private Lexicon(List<Entry> entries, Set<String> plain, Predicate<String> ordinary) {
    Set<String> stems = new HashSet<>();
    plain.forEach(word -> stems.add(Words.stem(word)));
    for (Entry entry : entries) {
      byFirstStem.computeIfAbsent(entry.phrase().firstStem(), stem -> new ArrayList<>()).add(entry);
      entry.phrase().stems().forEach(stems::add);
    }
    spelling = new Spelling(stems, ordinary);
  }

  /**
   * All phrases of the framework that hold anywhere.
   *
   * @param ordinary whether a word in lower case is an ordinary one, not to be taken for a misspelt
   *     one of ours
   */
  static Lexicon of(Framework framework, Predicate<String> ordinary) {
    List<Entry> entries = cues(framework);
    for (Question question : framework.questions()) {
      for (ChoiceOption option : question.choices()) {
        entries.addAll(entries(question, option, option.words()));
      }
    }
    return new Lexicon(entries, framework.cues().plain(), ordinary);
  }

  /**
   * All phrases that hold in reply to one question.
   *
   * @param ordinary as for the phrases that hold anywhere
   */
  static Lexicon ofReplies(Framework framework, Question question, Predicate<String> ordinary) {
    List<Entry> entries = cues(framework);
    for (ChoiceOption option : question.choices()) {
      entries.addAll(entries(question, option, option.words()));
      entries.addAll(entries(question, option, option.replies()));
      entries.addAll(entries(question, option, List.of(Phrase.of(option.label()))));
    }
    return new Lexicon(entries, framework.cues().plain(), ordinary);
  }

  private static List<Entry> cues(Framework framework) {
    List<Entry> entries = new ArrayList<>();
    framework
        .cues()
        .phrases()
        .forEach((cue, phrases) ->
            phrases.forEach(phrase -> entries.add(new Entry(phrase, new Meaning.Hint(cue)))));
    return entries;
  }

  private static List<Entry> entries(Question question, ChoiceOption option, List<Phrase> phrases) {
    Choice choice = new Choice(question.id(), option.id());
    return phrases.stream().map(phrase -> new Entry(phrase, new Meaning.Speaks(choice))).toList();
  }

  /** The words of a text, misspelt ones put right. */
  List<Words.Word> words(String text) {
    return spelling.corrected(Words.of(text));
  }

  /** The phrases that stand in a text, by place. */
  Found find(List<Words.Word> words) {
    List<Hit> all = new ArrayList<>();
    for (int start = 0; start < words.size(); start++) {
      for (Entry entry : byFirstStem.getOrDefault(words.get(start).stem(), List.of())) {
        List<Integer> places = entry.phrase().placesAt(words, start);
        if (!places.isEmpty()) {
          all.add(new Hit(places, entry.meaning()));
        }
      }
    }
    return new Found(all);
  }

  /**
   * The phrases that stand in a text.
   *
   * @param all every one, by place
   * @param whole those that are no part of a longer one: they are what the text says
   */
  record Found(List<Hit> all, List<Hit> whole) {

    Found(List<Hit> all) {
      this(all, all.stream().filter(hit -> !isPartOfAny(hit, all)).toList());
    }

    private static boolean isPartOfAny(Hit hit, List<Hit> all) {
      for (Hit other : all) {
        // They stand by place: none that begins further on has this one in it.
        if (other.first() > hit.first()) {
          return false;
        }
        if (hit.isPartOf(other)) {
          return true;
        }
      }
      return false;
    }

    /** Whether a cue is said, be it as a part of a longer phrase: "engineer" in "ml engineer". */
    boolean says(Cue cue) {
      return all.stream().anyMatch(hit -> hit.is(cue));
    }

    /** Whether the text begins with a cue, be it as a part of a longer phrase. */
    boolean begins(Cue cue) {
      return all.stream().anyMatch(hit -> hit.is(cue) && hit.first() == 0);
    }
  }

  /**
   * What a phrase does.
   *
   * @param phrase the phrase
   * @param meaning what it means
   */
  record Entry(Phrase phrase, Meaning meaning) {}

  /** What a phrase means. */
  sealed interface Meaning {

    /**
     * It speaks for a choice.
     *
     * @param choice which
     */
    record Speaks(Choice choice) implements Meaning {}

    /**
     * It changes what the words around it say.
     *
     * @param cue how
     */
    record Hint(Cue cue) implements Meaning {}
  }

  /**
   * A phrase in a text.
   *
   * @param places the places of its words, in order
   * @param meaning what it means
   */
  record Hit(List<Integer> places, Meaning meaning) {

    int first() {
      return places.getFirst();
    }

    int last() {
      return places.getLast();
    }

    boolean is(Cue cue) {
      return meaning instanceof Meaning.Hint hint && hint.cue() == cue;
    }

    private boolean isPartOf(Hit other) {
      return other.places.size() > places.size()
          && other.first() <= first()
          && other.last() >= last()
          && other.places.containsAll(places);
    }
  }
}
