package dev.certadvisor.search;

import dev.certadvisor.intent.ClassifierTraining;
import dev.certadvisor.intent.UtteranceClassifier;
import dev.certadvisor.intent.UtteranceClassifier.Example;
import dev.certadvisor.search.Calibration.Trial;
import java.util.ArrayList;
import java.util.List;

/** Trains {@link LinearClassifier}s. */
public final class LinearTraining implements ClassifierTraining {

  private static final int FOLDS = 5;

  @Override
  public UtteranceClassifier train(List<Example> training, List<Example> validation) {
    long labels =
        training.stream()
            .map(Example::label)
            .filter(label -> !label.equals(UtteranceClassifier.OUT_OF_SCOPE))
            .distinct()
            .count();
    if (labels < 2) {
      throw new IllegalArgumentException(
          "a classifier needs examples of at least two labels, found " + labels);
    }
    LinearScores model = LinearScores.train(training);
    List<Trial> trials =
        validation.isEmpty() ? crossValidated(training) : trials(model, validation);
    return new LinearClassifier(model, Calibration.of(trials));
  }

  /** Every example is tried by a model that has not seen it. */
  private static List<Trial> crossValidated(List<Example> examples) {
    List<Trial> trials = new ArrayList<>(examples.size());
    for (int fold = 0; fold < FOLDS; fold++) {
      List<Example> seen = new ArrayList<>();
      List<Example> unseen = new ArrayList<>();
      for (int i = 0; i < examples.size(); i++) {
        (i % FOLDS == fold ? unseen : seen).add(examples.get(i));
      }
      if (seen.stream().map(Example::label).distinct().count() > 1) {
        trials.addAll(trials(LinearScores.train(seen), unseen));
      }
    }
    return trials;
  }

  private static List<Trial> trials(LinearScores model, List<Example> examples) {
    int outOfScope = model.labels().indexOf(UtteranceClassifier.OUT_OF_SCOPE);
    return examples.stream()
        .map(example ->
            new Trial(
                model.scores(example.text()),
                model.labels().indexOf(example.label()),
                outOfScope,
                !example.label().equals(UtteranceClassifier.OUT_OF_SCOPE)))
        .toList();
  }
}
