package dev.certadvisor.search;

import dev.certadvisor.intent.UtteranceClassifier;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * A linear classifier whose scores are turned into probabilities. Too small a probability of the
 * best label, beside that of the label for out of scope, means out of scope: on CLINC150 that tells
 * far better than the margin between the two best scores (ADR 0023).
 */
final class LinearClassifier implements UtteranceClassifier {

  private final LinearScores model;
  private final Calibration calibration;

  LinearClassifier(LinearScores model, Calibration calibration) {
    this.model = model;
    this.calibration = calibration;
  }

  /** Writes the classifier for {@link #read}. */
  void write(DataOutputStream out) throws IOException {
    out.writeDouble(calibration.temperature());
    out.writeDouble(calibration.threshold());
    model.write(out);
  }

  /** Reads what {@link #write} has written. */
  static LinearClassifier read(DataInputStream in) throws IOException {
    Calibration calibration = new Calibration(in.readDouble(), in.readDouble());
    return new LinearClassifier(LinearScores.read(in), calibration);
  }

  @Override
  public Classification classify(String utterance) {
    List<String> labels = model.labels();
    double[] probabilities = calibration.probabilities(model.scores(utterance));
    List<Scored> ranked = new ArrayList<>(labels.size());
    for (int i = 0; i < probabilities.length; i++) {
      if (!labels.get(i).equals(OUT_OF_SCOPE)) {
        ranked.add(new Scored(labels.get(i), probabilities[i]));
      }
    }
    ranked.sort(Comparator.comparingDouble(Scored::probability).reversed());
    double confidence = Calibration.confidence(probabilities, labels.indexOf(OUT_OF_SCOPE));
    boolean accepted = confidence >= calibration.threshold();
    return new Classification(ranked, accepted);
  }
}
