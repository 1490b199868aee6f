package dev.certadvisor.search;

import de.bwaldvogel.liblinear.Feature;
import de.bwaldvogel.liblinear.Linear;
import de.bwaldvogel.liblinear.Model;
import de.bwaldvogel.liblinear.Parameter;
import de.bwaldvogel.liblinear.Problem;
import de.bwaldvogel.liblinear.SolverType;
import dev.certadvisor.intent.UtteranceClassifier.Example;
import dev.certadvisor.search.FeatureTable.Vector;
import java.util.List;
import java.util.Random;
import java.util.TreeSet;

/**
 * What training makes {@link LinearScores} of: Crammer and Singer's multi-class support vector
 * machine, or {@linkplain #bayes naive Bayes}, or a sum of both.
 *
 * @param labels in the order of their names
 * @param features those of the examples
 * @param weights by feature and label
 */
record TrainedScores(List<String> labels, FeatureTable features, float[] weights) {

  private static final double C = 0.5;
  private static final double PRECISION = 0.1;
  private static final int MANY_UTTERANCES = 5_000;
  private static final long SEED = 20_261_123;

  /** What a label has of every feature before the first example. */
  private static final double SMOOTHING = 0.0001;

  /**
   * Trains a machine on examples of at least two labels. One at a time: each needs several times
   * the memory of what it learns, and a server that reads a new pack has little to spare.
   */
  static synchronized TrainedScores machine(List<Example> examples) {
    List<String> labels =
        List.copyOf(new TreeSet<>(examples.stream().map(Example::label).toList()));
    List<List<String>> utterances =
        examples.stream().map(example -> UtteranceFeatures.words(example.text())).toList();
    FeatureTable features = FeatureTable.of(utterances, examples.size() < MANY_UTTERANCES ? 1 : 2);
    Problem problem = new Problem();
    problem.l = examples.size();
    problem.n = features.size();
    problem.x = new Feature[problem.l][];
    problem.y = new double[problem.l];
    for (int i = 0; i < problem.l; i++) {
      problem.x[i] = nodes(features.vector(utterances.get(i)));
      problem.y[i] = labels.indexOf(examples.get(i).label());
    }
    Parameter parameter = new Parameter(SolverType.MCSVM_CS, C, PRECISION);
    parameter.setRandom(new Random(SEED));
    Linear.disableDebugOutput();
    return new TrainedScores(
        labels, features, weights(Linear.train(problem, parameter), labels.size()));
  }

  /**
   * Multinomial naive Bayes over the features and labels of this model: the logarithm of how likely
   * a label is to bring a feature. All labels count as equally likely.
   *
   * @param examples those that this model was trained on
   */
  TrainedScores bayes(List<Example> examples) {
    float[] found = new float[weights.length];
    double[] all = new double[labels.size()];
    for (Example example : examples) {
      int label = labels.indexOf(example.label());
      Vector vector = features.vector(UtteranceFeatures.words(example.text()));
      for (int i = 0; i < vector.features().length; i++) {
        found[(vector.features()[i] - 1) * all.length + label] += vector.values()[i];
        all[label] += vector.values()[i];
      }
    }
    for (int i = 0; i < found.length; i++) {
      double total = all[i % all.length] + SMOOTHING * features.size();
      found[i] = (float) Math.log((found[i] + SMOOTHING) / total);
    }
    return new TrainedScores(labels, features, found);
  }

  /**
   * A model that scores as this one and another, times a weight, do together. It is as large and as
   * fast as either, since both are linear.
   *
   * @param other of the same features and labels, see {@link #bayes}
   * @param weight 0 leaves the scores as they are
   */
  TrainedScores plus(TrainedScores other, double weight) {
    float[] sums = weights.clone();
    for (int i = 0; i < sums.length; i++) {
      sums[i] += (float) (weight * other.weights[i]);
    }
    return new TrainedScores(labels, features, sums);
  }

  /** What is used and kept of it. */
  LinearScores scores() {
    return new LinearScores(labels, features, ModelWeights.of(weights, labels.size()));
  }

  private static Feature[] nodes(Vector vector) {
    Feature[] nodes = new Feature[vector.features().length];
    for (int i = 0; i < nodes.length; i++) {
      nodes[i] = new Node(vector.features()[i], vector.values()[i]);
    }
    return nodes;
  }

  /** The model's weights by feature and label, labels in the order of their names. */
  private static float[] weights(Model model, int labels) {
    double[] trained = model.getFeatureWeights();
    float[] weights = new float[trained.length];
    int[] order = model.getLabels();
    for (int i = 0; i < trained.length; i++) {
      weights[i - i % labels + order[i % labels]] = (float) trained[i];
    }
    return weights;
  }

  /** A feature of an example in two thirds of the library's own node. */
  private record Node(int number, float value) implements Feature {

    @Override
    public int getIndex() {
      return number;
    }

    @Override
    public double getValue() {
      return value;
    }

    @Override
    public void setValue(double value) {
      throw new UnsupportedOperationException("values are not scaled");
    }
  }
}
