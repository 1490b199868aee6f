package dev.certadvisor.search;

import dev.certadvisor.search.FeatureTable.Vector;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.List;

/**
 * One score for each label, linear in {@link UtteranceFeatures}. {@link TrainedScores} learns them.
 *
 * @param labels in the order of their names
 * @param features those that count
 * @param weights of these features and labels
 */
record LinearScores(List<String> labels, FeatureTable features, ModelWeights weights) {

  /** Writes the model for {@link #read}. */
  void write(DataOutputStream out) throws IOException {
    out.writeInt(labels.size());
    for (String label : labels) {
      out.writeUTF(label);
    }
    features.write(out);
    weights.write(out);
  }

  /** Reads what {@link #write} has written. */
  static LinearScores read(DataInputStream in) throws IOException {
    String[] labels = new String[in.readInt()];
    for (int i = 0; i < labels.length; i++) {
      labels[i] = in.readUTF();
    }
    return new LinearScores(List.of(labels), FeatureTable.read(in), ModelWeights.read(in));
  }

  /** An utterance's score for each label, in the order of {@link #labels}. */
  double[] scores(String utterance) {
    Vector vector = features.vector(UtteranceFeatures.words(utterance));
    float[] sums = new float[labels.size()];
    for (int i = 0; i < vector.features().length; i++) {
      weights.add(vector.features()[i] - 1, vector.values()[i], sums);
    }
    double[] scores = new double[sums.length];
    for (int label = 0; label < sums.length; label++) {
      scores[label] = sums[label];
    }
    return scores;
  }
}
