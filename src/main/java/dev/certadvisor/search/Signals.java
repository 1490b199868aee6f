package dev.certadvisor.search;

import java.util.List;

/**
 * How well a passage fits a question, seen from several sides. Each is 0 or more, and comparable
 * only with the same signal of other passages for the same question, but for coverage.
 *
 * @param words BM25F of the stems over title, text and example questions
 * @param sentence the best sentence's BM25
 * @param grams BM25 of the 4-grams of the words
 * @param coverage 0 to 1: the share of the question's word weight that the passage holds
 * @param nearness how close words that are neighbours in the question stand together
 * @param title BM25 of the stems in the title
 * @param asked the best example question's BM25
 */
record Signals(
    double words,
    double sentence,
    double grams,
    double coverage,
    double nearness,
    double title,
    double asked) {

  /** The largest value of each signal over all. */
  static Signals largest(List<Signals> all) {
    double[] most = new double[7];
    for (Signals signals : all) {
      double[] values = signals.values();
      for (int i = 0; i < most.length; i++) {
        most[i] = Math.max(most[i], values[i]);
      }
    }
    return new Signals(most[0], most[1], most[2], most[3], most[4], most[5], most[6]);
  }

  /**
   * The sum of all signals, each in parts of the largest one and weighted.
   *
   * @param weights the weight of each
   * @param largest see {@link #largest}
   */
  double sum(Signals weights, Signals largest) {
    double[] values = values();
    double[] weight = weights.values();
    double[] most = largest.values();
    double sum = 0;
    for (int i = 0; i < values.length; i++) {
      sum += most[i] > 0 ? weight[i] * values[i] / most[i] : 0;
    }
    return sum;
  }

  private double[] values() {
    return new double[] {words, sentence, grams, coverage, nearness, title, asked};
  }
}
