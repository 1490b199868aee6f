package dev.certadvisor.search;

/**
 * What speaks for a passage holding the answer, comparable between questions and collections.
 *
 * @param words 0 to 1: BM25F in parts of the most that the question could get
 * @param nearness how much of the question's neighbours stand near each other, 0 to about 2
 * @param fullest 0 to 1: the most of the question's word weight that one sentence or one example
 *     question holds
 * @param section 0 to 1: the probability that the question is for the passage's section
 * @param none 0 to 1: the probability that it is for no section
 * @param outside whether it names something that the guide cannot hold
 */
record Evidence(
    double words, double nearness, double fullest, double section, double none, boolean outside) {

  private static final double WORDS = 10.3;
  private static final double NEARNESS = 7.2;
  private static final double FULLEST = 2.6;
  private static final double BIAS = -4.5;

  /** Of what only a guide with example questions has; set on half of our own labelled questions. */
  private static final double SECTION = 3;

  private static final double NONE = -7;
  private static final double OUTSIDE = -8;

  /**
   * 0 to 1: the probability that the passage holds the answer, where half of the questions have
   * one. The logistic model was fitted on SQuAD 2.0 and COVID-QA questions against questions put to
   * another document; fitted on one of the two it does as well on the other (ADR 0022).
   */
  double probability() {
    double odds = WORDS * words + NEARNESS * nearness + FULLEST * fullest + BIAS;
    odds += SECTION * section + NONE * none + (outside ? OUTSIDE : 0);
    return 1 / (1 + Math.exp(-odds));
  }
}
