package dev.certadvisor.decision;

import java.util.List;

/**
 * Words by which people say something. An author writes them as they are typed, lower case, in any
 * form of the word ("train", "trained" and "training" are the same); {@code ..} between two words
 * lets up to three others stand there ("train .. model").
 *
 * @param written as the author wrote it
 * @param parts the stems, in order; {@link #GAP} where others may stand between
 */
public record Phrase(String written, List<String> parts) {

  /** Stands for up to three words. */
  public static final String GAP = "..";

  /** Copies the list. */
  public Phrase {
    parts = List.copyOf(parts);
  }

  /**
   * Reads an author's phrase.
   *
   * @throws IllegalArgumentException if it has no word, or begins or ends with a gap
   */
  public static Phrase of(String written) {
    throw new UnsupportedOperationException(written);
  }
}
