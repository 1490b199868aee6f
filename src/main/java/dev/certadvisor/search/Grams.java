package dev.certadvisor.search;

import java.nio.charset.StandardCharsets;
import java.util.function.IntConsumer;

/** Runs of four letters within words: what is left of a word that is bent or misspelt. */
final class Grams {

  private static final int LENGTH = 4;

  private Grams() {}

  /** Gives the hash of each 4-gram of a word; a shorter word is one itself. */
  static void forEach(String word, IntConsumer each) {
    byte[] letters = word.getBytes(StandardCharsets.UTF_8);
    int last = Math.max(0, letters.length - LENGTH);
    for (int from = 0; from <= last; from++) {
      each.accept(Hash.of(letters, from, Math.min(letters.length, from + LENGTH)));
    }
  }
}
