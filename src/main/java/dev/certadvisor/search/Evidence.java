package dev.certadvisor.search;

import dev.certadvisor.search.PassageScorer.Measure;
import java.util.Optional;

/**
 * What speaks for a passage holding the answer, comparable between questions and collections.
 *
 * @param words 0 to 1: BM25F in parts of the most that the question could get
 * @param nearness how much of the question's neighbours stand near each other, 0 to about 2
 * @param fullest 0 to 1: the most of the question's word weight that one sentence or one example
 *     question holds
 * @param learnt what example questions tell; empty where the guide has none
 * @param outside whether it names something that the guide cannot hold
 */
record Evidence(
    double words, double nearness, double fullest, Optional<Learnt> learnt, boolean outside) {

  private static final double WORDS = 10.3;
  private static final double NEARNESS = 7.2;
  private static final double FULLEST = 2.6;
  private static final double BIAS = -4.7;
  private static final double OUTSIDE = -8;

  /** The same beside example questions, which know most of what words tell (ADR 0070). */
  private static final double WORDS_BESIDE = 2;

  private static final double NEARNESS_BESIDE = 2.2;
  private static final double NONE = -0.54;
  private static final double OUTSIDE_BESIDE = -3.4;
  private static final double BIAS_BESIDE = -1.25;

  /** Probabilities nearer to 0 or 1 than this say no more. */
  private static final double LEAST = 0.003;

  /**
   * The evidence of a passage.
   *
   * @param measure what it is to the question
   * @param weight of all the question's words together
   * @param learnt what example questions tell; empty where the guide has none
   * @param outside whether the question names something that the guide cannot hold
   */
  static Evidence of(Measure measure, double weight, Optional<Learnt> learnt, boolean outside) {
    Signals signals = measure.signals();
    return new Evidence(
        signals.words() / weight, signals.nearness() / weight, measure.fullest(), learnt, outside);
  }

  /**
   * What the example questions of a guide tell of a question.
   *
   * @param none 0 to 1: the probability that it is for no section
   */
  record Learnt(double none) {

    private double logOdds() {
      return Math.log((none + LEAST) / (1 - none + LEAST));
    }
  }

  /**
   * 0 to 1: the probability that the passage holds the answer, where half of the questions have
   * one. The logistic model was fitted on SQuAD 2.0 and COVID-QA questions against questions put to
   * another document; fitted on one of the two it does as well on the other (ADR 0022). Beside
   * example questions it was fitted on those of the pack, each asked of what the others had taught.
   */
  double probability() {
    if (words == 0) {
      return 0; // found by letters alone: "purple" is not about the purpose
    }
    double odds =
        learnt
            .map(told ->
                WORDS_BESIDE * words
                    + NEARNESS_BESIDE * nearness
                    + NONE * told.logOdds()
                    + BIAS_BESIDE
                    + (outside ? OUTSIDE_BESIDE : 0))
            .orElseGet(() ->
                WORDS * words
                    + NEARNESS * nearness
                    + FULLEST * fullest
                    + BIAS
                    + (outside ? OUTSIDE : 0));
    return 1 / (1 + Math.exp(-odds));
  }
}
