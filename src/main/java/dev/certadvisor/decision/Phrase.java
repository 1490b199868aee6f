package dev.certadvisor.decision;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Words by which people say something. An author writes them as they are typed, in any form of the
 * word ("train", "trained" and "training" are the same); {@code =} before a word means this form
 * only ("=stats" is not "state"); {@code ..} between two words lets up to four others stand there
 * ("train .. model").
 *
 * @param written as the author wrote it
 * @param parts its words and gaps, in order; a word first
 */
public record Phrase(String written, List<Part> parts) {

  /** How many words a gap may span. */
  static final int GAP_WIDTH = 4;

  private static final String GAP = "\\s\\.\\.\\s";
  private static final String EXACT = "=";

  /** Copies the list. */
  public Phrase {
    parts = List.copyOf(parts);
  }

  /** A part of a phrase. */
  public sealed interface Part {

    /**
     * A word in any of its forms.
     *
     * @param stem what its forms have in common
     */
    record AnyForm(String stem) implements Part {}

    /**
     * A word in one form only.
     *
     * @param word the form, in lower case
     * @param stem what all its forms have in common
     */
    record ThisForm(String word, String stem) implements Part {}

    /** Up to {@link #GAP_WIDTH} words, whichever. */
    record Gap() implements Part {}
  }

  /**
   * Reads an author's phrase.
   *
   * @throws IllegalArgumentException if it has no word, or a gap that is not between two words
   */
  public static Phrase of(String written) {
    List<Part> parts = new ArrayList<>();
    for (String piece : written.split(GAP, -1)) {
      List<Part> words = words(piece);
      if (words.isEmpty()) {
        throw new IllegalArgumentException(
            "the phrase \"" + written + "\" needs a word on each side of \"..\"");
      }
      if (!parts.isEmpty()) {
        parts.add(new Part.Gap());
      }
      parts.addAll(words);
    }
    return new Phrase(written, parts);
  }

  private static List<Part> words(String piece) {
    List<Part> words = new ArrayList<>();
    for (String written : piece.strip().split("\\s+", -1)) {
      for (Words.Word word : Words.of(written)) {
        words.add(
            written.startsWith(EXACT)
                ? new Part.ThisForm(word.written(), word.stem())
                : new Part.AnyForm(word.stem()));
      }
    }
    return words;
  }

  /** The stem of its first word. */
  String firstStem() {
    return stem(parts.getFirst()).orElseThrow();
  }

  /** The stems of its words, in order. */
  Stream<String> stems() {
    return parts.stream().flatMap(part -> stem(part).stream());
  }

  private static Optional<String> stem(Part part) {
    return switch (part) {
      case Part.AnyForm word -> Optional.of(word.stem());
      case Part.ThisForm word -> Optional.of(word.stem());
      case Part.Gap gap -> Optional.empty();
    };
  }

  /**
   * Where it stands in a text, if it begins at a place: the places of its own words, without those
   * in gaps.
   *
   * @return empty where it does not stand there; never across a comma or the like
   */
  List<Integer> placesAt(List<Words.Word> words, int start) {
    List<Integer> places = new ArrayList<>();
    return matches(words, start, 0, places) ? places : List.of();
  }

  private boolean matches(List<Words.Word> words, int at, int part, List<Integer> places) {
    if (part == parts.size()) {
      return true;
    }
    return switch (parts.get(part)) {
      case Part.Gap gap -> matchesAfterGap(words, at, part + 1, places);
      case Part.AnyForm form ->
          isAt(words, at, places)
              && words.get(at).stem().equals(form.stem())
              && goesOn(words, at, part, places);
      case Part.ThisForm form ->
          isAt(words, at, places)
              && words.get(at).written().equals(form.word())
              && goesOn(words, at, part, places);
    };
  }

  private boolean matchesAfterGap(List<Words.Word> words, int at, int part, List<Integer> places) {
    for (int skipped = 0; skipped <= GAP_WIDTH; skipped++) {
      if (matches(words, at + skipped, part, places)) {
        return true;
      }
    }
    return false;
  }

  /** Whether a place is one of the text, and of the clause that the phrase begins in. */
  private static boolean isAt(List<Words.Word> words, int at, List<Integer> places) {
    return at < words.size()
        && (places.isEmpty() || words.get(places.getFirst()).clause() == words.get(at).clause());
  }

  private boolean goesOn(List<Words.Word> words, int at, int part, List<Integer> places) {
    places.add(at);
    if (matches(words, at + 1, part + 1, places)) {
      return true;
    }
    places.removeLast();
    return false;
  }
}
