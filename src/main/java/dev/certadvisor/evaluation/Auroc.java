package dev.certadvisor.evaluation;

import java.util.Arrays;
import java.util.List;

/** The probability that a positive case scores higher than a negative one; ties count half. */
final class Auroc {

  private Auroc() {}

  /** 0 to 1, or 0 where one side is empty. */
  static double of(List<Double> positives, List<Double> negatives) {
    double[] sorted = negatives.stream().mapToDouble(Double::doubleValue).sorted().toArray();
    double sum = 0;
    for (double positive : positives) {
      sum += (below(sorted, positive, false) + below(sorted, positive, true)) / 2.0;
    }
    long pairs = (long) positives.size() * sorted.length;
    return pairs == 0 ? 0 : sum / pairs;
  }

  private static int below(double[] sorted, double value, boolean orEqual) {
    double bound = orEqual ? Math.nextUp(value) : value;
    int at = Arrays.binarySearch(sorted, bound);
    int first = at >= 0 ? at : -at - 1;
    while (first > 0 && sorted[first - 1] == bound) {
      first--;
    }
    return first;
  }
}
