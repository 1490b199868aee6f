package dev.certadvisor.search;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * How scores become probabilities, and from which probability on an utterance is in scope.
 *
 * @param temperature what scores are divided by before the softmax
 * @param threshold the least {@link #confidence} that is accepted; 0 accepts all
 */
record Calibration(double temperature, double threshold) {

  /** At most this share of rightly labelled utterances may be taken for out of scope. */
  private static final double LOSS = 1.0 / 250;

  /** How much a likely label for out of scope tells beside an unlikely best label. */
  private static final double OUTSIDE = 0.5;

  private static final double COLDEST = 0.02;
  private static final double WARMEST = 1;
  private static final double STEP = 1.05;

  /**
   * An utterance that was not trained on.
   *
   * @param scores the model's, one a label
   * @param label the right label's place among them, or -1 where the model does not know it
   * @param outOfScope the place of the label for out of scope, or -1 where there is none
   * @param inScope whether it is in scope
   */
  record Trial(double[] scores, int label, int outOfScope, boolean inScope) {

    /** Whether it is in scope and the right label has the most of these. */
    boolean isRight(double[] values) {
      return inScope && first(values, outOfScope) == label;
    }
  }

  /** The most likely temperature, and the highest threshold that loses hardly anything in scope. */
  static Calibration of(List<Trial> trials) {
    List<Trial> known = trials.stream().filter(trial -> trial.label() >= 0).toList();
    double best = Double.NEGATIVE_INFINITY;
    double temperature = WARMEST;
    for (double candidate = COLDEST; candidate <= WARMEST; candidate *= STEP) {
      double likelihood = 0;
      for (Trial trial : known) {
        likelihood += Math.log(probabilities(trial.scores(), candidate)[trial.label()] + 1e-12);
      }
      if (likelihood > best) {
        best = likelihood;
        temperature = candidate;
      }
    }
    return new Calibration(temperature, threshold(trials, temperature));
  }

  private static double threshold(List<Trial> trials, double temperature) {
    List<double[]> confidenceAndLoss = new ArrayList<>();
    int inScope = 0;
    for (Trial trial : trials) {
      double[] probabilities = probabilities(trial.scores(), temperature);
      boolean right = trial.isRight(probabilities);
      double confidence = confidence(probabilities, trial.outOfScope());
      confidenceAndLoss.add(new double[] {confidence, right ? 1 : 0});
      inScope += trial.inScope() ? 1 : 0;
    }
    if (inScope == trials.size()) {
      return 0; // nothing tells what out of scope looks like
    }
    confidenceAndLoss.sort(Comparator.comparingDouble(pair -> pair[0]));
    double lost = 0;
    for (double[] pair : confidenceAndLoss) {
      lost += pair[1];
      if (lost > LOSS * inScope) {
        return pair[0];
      }
    }
    return 0;
  }

  private static int first(double[] values, int outOfScope) {
    int first = -1;
    for (int i = 0; i < values.length; i++) {
      if (i != outOfScope && (first < 0 || values[i] > values[first])) {
        first = i;
      }
    }
    return first;
  }

  /**
   * How sure it is that an utterance is in scope, from 0: the probability of the best label, made
   * larger the less likely the label for out of scope is.
   *
   * @param outOfScope the place of that label, or -1 where there is none
   */
  static double confidence(double[] probabilities, int outOfScope) {
    double best = probabilities[first(probabilities, outOfScope)];
    return outOfScope < 0 ? best : best / Math.pow(probabilities[outOfScope], OUTSIDE);
  }

  /** The scores as probabilities that sum to 1. */
  double[] probabilities(double[] scores) {
    return probabilities(scores, temperature);
  }

  private static double[] probabilities(double[] scores, double temperature) {
    double most = Double.NEGATIVE_INFINITY;
    for (double score : scores) {
      most = Math.max(most, score);
    }
    double sum = 0;
    double[] probabilities = new double[scores.length];
    for (int i = 0; i < scores.length; i++) {
      probabilities[i] = Math.exp((scores[i] - most) / temperature);
      sum += probabilities[i];
    }
    for (int i = 0; i < scores.length; i++) {
      probabilities[i] /= sum;
    }
    return probabilities;
  }
}
