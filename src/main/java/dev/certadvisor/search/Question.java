package dev.certadvisor.search;

import java.util.List;

/**
 * A question taken apart for scoring.
 *
 * @param words its different words that count, in order
 * @param grams the hashes of its words' different 4-grams, in order
 * @param gramWeights how much each of them tells
 */
record Question(List<Word> words, List<Integer> grams, double[] gramWeights) {

  /**
   * A word of the question.
   *
   * @param stem what it is matched by
   * @param others stems that mean the same
   * @param weight how much it tells, greater than 0
   */
  record Word(String stem, List<String> others, double weight) {}

  /** The weight of all its words together. */
  double weight() {
    return words.stream().mapToDouble(Word::weight).sum();
  }

  /** Whether nothing in it can be searched for. */
  boolean isEmpty() {
    return words.isEmpty();
  }
}
