package dev.certadvisor.search;

import dev.certadvisor.intent.ClassifierTraining;
import dev.certadvisor.intent.UtteranceClassifier;
import dev.certadvisor.intent.UtteranceClassifier.Example;
import dev.certadvisor.search.Calibration.Trial;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/** Trains {@link LinearClassifier}s. */
public final class LinearTraining implements ClassifierTraining {

  private static final int FOLDS = 5;

  private static final ModelShelf.Form<LinearClassifier> FORM =
      new ModelShelf.Form<>() {
        @Override
        public void write(LinearClassifier model, DataOutputStream out) throws IOException {
          model.write(out);
        }

        @Override
        public LinearClassifier read(DataInputStream in) throws IOException {
          return LinearClassifier.read(in);
        }
      };

  private final ModelShelf shelf;

  /** Training that keeps nothing. */
  public LinearTraining() {
    this(ModelShelf.NONE);
  }

  /**
   * Training.
   *
   * @param shelf keeps what was trained without a validation set, for the next time
   */
  public LinearTraining(ModelShelf shelf) {
    this.shelf = shelf;
  }

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
    if (!validation.isEmpty()) {
      LinearScores model = LinearScores.train(training);
      return new LinearClassifier(model, Calibration.of(trials(model, validation)));
    }
    return shelf.get("intents", training, FORM, () -> crossValidated(training));
  }

  private static LinearClassifier crossValidated(List<Example> examples) {
    List<Trial> trials =
        IntStream.range(0, FOLDS)
            .parallel()
            .mapToObj(fold -> trials(examples, fold))
            .flatMap(List::stream)
            .toList();
    return new LinearClassifier(LinearScores.train(examples), Calibration.of(trials));
  }

  /** Every example is tried by a model that has not seen it. */
  private static List<Trial> trials(List<Example> examples, int fold) {
    List<Example> seen = new ArrayList<>();
    List<Example> unseen = new ArrayList<>();
    for (int i = 0; i < examples.size(); i++) {
      (i % FOLDS == fold ? unseen : seen).add(examples.get(i));
    }
    boolean several = seen.stream().map(Example::label).distinct().count() > 1;
    return several ? trials(LinearScores.train(seen), unseen) : List.of();
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
