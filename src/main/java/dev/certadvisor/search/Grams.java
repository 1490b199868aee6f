package dev.certadvisor.search;

import java.util.function.IntConsumer;

/** Runs of four characters within words: what is left of a word that is bent or misspelt. */
final class Grams {

  private static final int LENGTH = 4;

  private Grams() {}

  /**
   * Goes through the 4-grams of a word; a shorter word is one itself.
   *
   * @param word in UTF-8
   * @param each gets the hash of each, in order
   */
  static void forEach(byte[] word, IntConsumer each) {
    int last = Math.max(0, word.length - LENGTH);
    for (int from = 0; from <= last; from++) {
      each.accept(Sketch.hash(word, from, Math.min(word.length, from + LENGTH)));
    }
  }

  /** How many 4-grams a word has. */
  static int count(byte[] word) {
    return Math.max(0, word.length - LENGTH) + 1;
  }
}
