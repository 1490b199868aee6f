package dev.certadvisor.search;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToIntFunction;

/**
 * A question taken apart for scoring.
 *
 * @param words its different words that count, in order
 * @param grams the hashes of its words' different 4-grams, in order
 * @param gramWeights how much each of them tells
 */
record Question(List<Word> words, List<Integer> grams, double[] gramWeights) {

  /** More words than this are not read: time for any input is bounded by it. */
  static final int MOST_WORDS = 48;

  /**
   * A word of the question.
   *
   * @param stem what it is matched by
   * @param form the word as written or as corrected
   * @param weight how much it tells, greater than 0
   */
  record Word(String stem, String form, double weight) {}

  /**
   * Weighs a question's words.
   *
   * @param tokens its words
   * @param statistics of all passages
   * @param tuning what the weights go by
   * @param passagesWith in how many passages a stem stands
   */
  static Question of(
      List<Token> tokens,
      Statistics statistics,
      Tuning tuning,
      ToIntFunction<String> passagesWith) {
    Map<String, Word> words = new LinkedHashMap<>();
    Map<Integer, Double> grams = new LinkedHashMap<>();
    for (Token token : tokens) {
      if (words.size() == MOST_WORDS) {
        break;
      }
      words.computeIfAbsent(
          token.stem(),
          stem ->
              new Word(
                  stem,
                  token.word(),
                  tuning
                      .background()
                      .weight(
                          stem,
                          passagesWith.applyAsInt(stem),
                          statistics.passages(),
                          tuning.worth())));
      Grams.forEach(
          token.word(), gram -> grams.computeIfAbsent(gram, g -> gramWeight(g, statistics)));
    }
    return new Question(
        List.copyOf(words.values()),
        new ArrayList<>(grams.keySet()),
        grams.values().stream().mapToDouble(Double::doubleValue).toArray());
  }

  private static double gramWeight(int gram, Statistics statistics) {
    double found = statistics.passagesWithGram(gram);
    return Math.log(1 + (statistics.passages() - found + 0.5) / (found + 0.5));
  }

  /** The weight of all its words together. */
  double weight() {
    return words.stream().mapToDouble(Word::weight).sum();
  }

  /** Whether nothing in it can be searched for. */
  boolean isEmpty() {
    return words.isEmpty();
  }
}
