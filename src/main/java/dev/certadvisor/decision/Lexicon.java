package dev.certadvisor.decision;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Every phrase of a framework, and where each stands in a text. */
final class Lexicon {

  private final Map<String, List<Entry>> byFirstStem = new HashMap<>();
  private final Spelling spelling;

  private Lexicon(List<Entry> entries, Set<String> plain) {
    Set<String> stems = new HashSet<>();
    plain.forEach(word -> stems.add(Words.stem(word)));
    for (Entry entry : entries) {
      List<String> parts = entry.phrase().parts();
      byFirstStem.computeIfAbsent(parts.getFirst(), stem -> new ArrayList<>()).add(entry);
      stems.addAll(parts);
    }
    stems.remove(Phrase.GAP);
    spelling = new Spelling(stems);
  }

  /** All phrases of the framework that hold anywhere. */
  static Lexicon of(Framework framework) {
    List<Entry> entries = cues(framework);
    for (Question question : framework.questions()) {
      for (ChoiceOption option : question.choices()) {
        entries.addAll(entries(question, option, option.words()));
      }
    }
    return new Lexicon(entries, framework.cues().plain());
  }

  /** All phrases that hold in reply to one question. */
  static Lexicon ofReplies(Framework framework, Question question) {
    List<Entry> entries = cues(framework);
    for (ChoiceOption option : question.choices()) {
      entries.addAll(entries(question, option, option.words()));
      entries.addAll(entries(question, option, option.replies()));
      entries.addAll(entries(question, option, List.of(Phrase.of(option.label()))));
    }
    return new Lexicon(entries, framework.cues().plain());
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

  /**
   * The phrases that stand in a text, by place. A phrase that is part of a longer one is left out.
   */
  List<Hit> hits(List<Words.Word> words) {
    List<Hit> all = allHits(words);
    return all.stream().filter(hit -> all.stream().noneMatch(hit::isPartOf)).toList();
  }

  private List<Hit> allHits(List<Words.Word> words) {
    List<Hit> all = new ArrayList<>();
    for (int start = 0; start < words.size(); start++) {
      for (Entry entry : byFirstStem.getOrDefault(words.get(start).stem(), List.of())) {
        List<Integer> places = entry.phrase().placesAt(words, start);
        if (!places.isEmpty()) {
          all.add(new Hit(places, entry.meaning()));
        }
      }
    }
    return all;
  }

  /** Whether a cue is said, be it as a part of a longer phrase: "engineer" in "ml engineer". */
  boolean isSaid(Cue cue, List<Words.Word> words) {
    return allHits(words).stream().anyMatch(hit -> hit.is(cue));
  }

  /** Whether the words begin with a cue, be it as a part of a longer phrase. */
  boolean begins(Cue cue, List<Words.Word> words) {
    return allHits(words).stream().anyMatch(hit -> hit.is(cue) && hit.first() == 0);
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
      return other.places.size() > places.size() && new HashSet<>(other.places).containsAll(places);
    }
  }
}
