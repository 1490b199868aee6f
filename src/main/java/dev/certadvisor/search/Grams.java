package dev.certadvisor.search;

import java.nio.charset.StandardCharsets;
import java.util.function.IntConsumer;

/** Runs of four letters within words: what is left of a word that is bent or misspelt. */
final class Grams {

  private static final int LENGTH = 4;

  private Grams() {}

  /** Gives the hash of each 4-gram of a run's words; a shorter word is one itself. */
  static void forEach(Run run, IntConsumer each) {
    for (int i = 0; i < run.length(); i++) {
      forEach(run.letters(), run.start(i), run.ends()[i], each);
    }
  }

  /** The same for one word. */
  static void forEach(String word, IntConsumer each) {
    byte[] letters = word.getBytes(StandardCharsets.UTF_8);
    forEach(letters, 0, letters.length, each);
  }

  private static void forEach(byte[] letters, int start, int end, IntConsumer each) {
    int last = Math.max(start, end - LENGTH);
    for (int from = start; from <= last; from++) {
      each.accept(Hash.of(letters, from, Math.min(end, from + LENGTH)));
    }
  }

  /** How many 4-grams a run's words have. */
  static int count(Run run) {
    int count = 0;
    for (int i = 0; i < run.length(); i++) {
      count += Math.max(0, run.ends()[i] - run.start(i) - LENGTH) + 1;
    }
    return count;
  }
}
