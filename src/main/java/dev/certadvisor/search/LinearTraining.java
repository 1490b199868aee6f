package dev.certadvisor.search;

import dev.certadvisor.intent.ClassifierTraining;
import dev.certadvisor.intent.UtteranceClassifier;
import dev.certadvisor.intent.UtteranceClassifier.Example;
import dev.certadvisor.search.MixedScores.MixedTrial;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.IntStream;

/** Trains {@link LinearClassifier}s. */
public final class LinearTraining implements ClassifierTraining {

  private static final int FOLDS = 5;

  static final Lesson<LinearClassifier> LESSON =
      new Lesson<>(
          "intents",
          LinearTraining::crossValidated,
          LinearClassifier::write,
          LinearClassifier::read);

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
  public UtteranceClassifier train(Supplier<List<Example>> training, List<Example> validation) {
    if (validation.isEmpty()) {
      return shelf.get(LESSON, () -> ofSeveralLabels(training.get()));
    }
    MixedScores model = MixedScores.train(ofSeveralLabels(training.get()));
    return model.fit(model.trials(validation));
  }

  private static List<Example> ofSeveralLabels(List<Example> examples) {
    long labels =
        examples.stream()
            .map(Example::label)
            .filter(label -> !label.equals(UtteranceClassifier.OUT_OF_SCOPE))
            .distinct()
            .count();
    if (labels < 2) {
      throw new IllegalArgumentException(
          "a classifier needs examples of at least two labels, found " + labels);
    }
    return examples;
  }

  private static LinearClassifier crossValidated(List<Example> examples) {
    List<MixedTrial> trials =
        IntStream.range(0, FOLDS)
            .mapToObj(fold -> trials(examples, fold))
            .flatMap(List::stream)
            .toList();
    return MixedScores.train(examples).fit(trials);
  }

  /** Every example is tried by a model that has not seen it. */
  private static List<MixedTrial> trials(List<Example> examples, int fold) {
    List<Example> seen = new ArrayList<>();
    List<Example> unseen = new ArrayList<>();
    for (int i = 0; i < examples.size(); i++) {
      (i % FOLDS == fold ? unseen : seen).add(examples.get(i));
    }
    boolean several = seen.stream().map(Example::label).distinct().count() > 1;
    return several ? MixedScores.train(seen).trials(unseen) : List.of();
  }
}
