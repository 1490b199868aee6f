package dev.certadvisor.decision;

import java.util.ArrayList;
import java.util.List;

/**
 * Words by which people say something. An author writes them as they are typed, in any form of the
 * word ("train", "trained" and "training" are the same); {@code ..} between two words lets up to
 * four others stand there ("train .. model").
 *
 * @param written as the author wrote it
 * @param parts the stems, in order; {@link #GAP} where others may stand between
 */
public record Phrase(String written, List<String> parts) {

  /** Stands for up to {@link #GAP_WIDTH} words. */
  public static final String GAP = "..";

  /** How many words a gap may span. */
  static final int GAP_WIDTH = 4;

  /** Copies the list. */
  public Phrase {
    parts = List.copyOf(parts);
  }

  /**
   * Reads an author's phrase.
   *
   * @throws IllegalArgumentException if it has no word, or a gap that is not between two words
   */
  public static Phrase of(String written) {
    List<String> parts = new ArrayList<>();
    for (String piece : written.split("\\s\\.\\.\\s", -1)) {
      List<Words.Word> words = Words.of(piece);
      if (words.isEmpty()) {
        throw new IllegalArgumentException(
            "the phrase \"" + written + "\" needs a word on each side of \"..\"");
      }
      if (!parts.isEmpty()) {
        parts.add(GAP);
      }
      words.forEach(word -> parts.add(word.stem()));
    }
    return new Phrase(written, parts);
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
    if (parts.get(part).equals(GAP)) {
      for (int skipped = 0; skipped <= GAP_WIDTH; skipped++) {
        if (matches(words, at + skipped, part + 1, places)) {
          return true;
        }
      }
      return false;
    }
    boolean here =
        at < words.size()
            && words.get(at).stem().equals(parts.get(part))
            && (places.isEmpty()
                || words.get(places.getFirst()).clause() == words.get(at).clause());
    if (!here) {
      return false;
    }
    places.add(at);
    if (matches(words, at + 1, part + 1, places)) {
      return true;
    }
    places.removeLast();
    return false;
  }
}
