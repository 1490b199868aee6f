package dev.certadvisor.search;

/** The fields of the index and what they hold. */
final class IndexFields {

  /** Stems of title, text and example questions. */
  static final String STEMS = "stems";

  /** The 4-grams of the words as written, in indexes of up to {@link #MOST_OF_SMALL} passages. */
  static final String GRAMS = "grams";

  /** The {@link Sketch}. */
  static final String SKETCH = "sketch";

  /**
   * Up to this many passages sketches are kept in memory. Above it the 4-grams, too, cost more time
   * than finding candidates by them is worth.
   */
  static final int MOST_OF_SMALL = 10_000;

  private IndexFields() {}

  /** A 4-gram's term. */
  static String gram(int hash) {
    return Integer.toString(hash, Character.MAX_RADIX);
  }
}
