package dev.certadvisor.decision;

/** From sums of evidence to shares and uncertainty. */
final class Odds {

  private static final double HUNDREDTHS = 100.0;

  private Odds() {}

  /** Hundredths of log-odds as log-odds. */
  static double logOdds(int sum) {
    return sum / HUNDREDTHS;
  }

  /** The share of the first direction: the logistic function of the sum. */
  static double share(int sum) {
    return 1 / (1 + Math.exp(-logOdds(sum)));
  }

  /**
   * The uncertainty that is left, in bits: 1 where both directions are even, 0 where one is sure.
   */
  static double entropy(double share) {
    return bits(share) + bits(1 - share);
  }

  private static double bits(double probability) {
    return probability <= 0 ? 0 : -probability * Math.log(probability) / Math.log(2);
  }
}
