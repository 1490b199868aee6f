package dev.certadvisor.search;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.LongConsumer;

/**
 * Cuts utterances into features, by kinds, each a 64-bit hash: words with their neighbours and the
 * edges of the utterance, stems, unordered pairs of words anywhere in it, and runs of letters
 * within words.
 */
final class UtteranceFeatures {

  /** How many kinds there are; each counts the same. */
  static final int KINDS = 3;

  private static final int MOST_LETTERS = 2_000;
  private static final int MOST_WORDS = 60;
  private static final int LONGEST_WORD = 24;
  private static final int PAIR_WINDOW = 20;
  private static final int STEM = 4;
  private static final int SHORTEST_RUN = 2;
  private static final int LONGEST_RUN = 5;

  private static final long WORD = 1;
  private static final long NEIGHBOURS = 2;
  private static final long STEM_OF_WORD = 3;
  private static final long PAIR = 4;
  private static final long LETTERS = 5;
  private static final long EDGE = 6;

  private UtteranceFeatures() {}

  /**
   * Gives an utterance's features of one kind, repeated as often as they occur.
   *
   * @param kind from 0, less than {@link #KINDS}
   * @param words see {@link #words}
   * @param each gets them
   */
  static void forEach(int kind, List<String> words, LongConsumer each) {
    switch (kind) {
      case 0 -> wordFeatures(words, each);
      case 1 -> pairFeatures(words, each);
      case 2 -> words.forEach(word -> letterFeatures(word, each));
      default -> throw new IllegalArgumentException("no kind " + kind);
    }
  }

  /**
   * The words of an utterance: letters and digits in lower case; every digit is a 0, so that any
   * two numbers of the same length are the same word.
   */
  static List<String> words(String utterance) {
    String text =
        utterance.substring(0, Math.min(utterance.length(), MOST_LETTERS)).toLowerCase(Locale.ROOT);
    List<String> words = new ArrayList<>();
    StringBuilder word = new StringBuilder();
    for (int i = 0; i <= text.length() && words.size() < MOST_WORDS; i++) {
      char letter = i < text.length() ? text.charAt(i) : ' ';
      if (Character.isLetterOrDigit(letter)) {
        if (word.length() < LONGEST_WORD) {
          word.append(Character.isDigit(letter) ? '0' : letter);
        }
      } else if (!word.isEmpty() && letter != '\'' && letter != '\u2019') {
        words.add(word.toString());
        word.setLength(0);
      }
    }
    return words;
  }

  private static void wordFeatures(List<String> words, LongConsumer each) {
    long before = EDGE;
    for (String word : words) {
      long hash = hash(word, 0, word.length());
      each.accept(mix(WORD, hash, 0));
      each.accept(mix(STEM_OF_WORD, hash(word, 0, Math.min(STEM, word.length())), 0));
      each.accept(mix(NEIGHBOURS, before, hash));
      before = hash;
    }
    each.accept(mix(NEIGHBOURS, before, EDGE));
  }

  private static void pairFeatures(List<String> words, LongConsumer each) {
    long[] hashes = words.stream().mapToLong(word -> hash(word, 0, word.length())).toArray();
    for (int i = 0; i < hashes.length; i++) {
      for (int j = i + 1; j < hashes.length && j - i <= PAIR_WINDOW; j++) {
        each.accept(mix(PAIR, Math.min(hashes[i], hashes[j]), Math.max(hashes[i], hashes[j])));
      }
    }
  }

  private static void letterFeatures(String word, LongConsumer each) {
    String framed = "<" + word + ">";
    for (int length = SHORTEST_RUN; length <= LONGEST_RUN; length++) {
      for (int from = 0; from + length <= framed.length(); from++) {
        each.accept(mix(LETTERS, hash(framed, from, from + length), length));
      }
    }
  }

  private static long hash(String text, int from, int to) {
    long hash = 0xcbf29ce484222325L;
    for (int i = from; i < to; i++) {
      hash = (hash ^ text.charAt(i)) * 0x100000001b3L;
    }
    return hash;
  }

  private static long mix(long kind, long one, long other) {
    long hash = (kind * 0x9e3779b97f4a7c15L + one) * 0xbf58476d1ce4e5b9L;
    hash = ((hash ^ (hash >>> 29)) + other) * 0x94d049bb133111ebL;
    return hash ^ (hash >>> 32);
  }
}
