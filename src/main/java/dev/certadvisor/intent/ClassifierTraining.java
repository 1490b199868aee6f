package dev.certadvisor.intent;

import dev.certadvisor.intent.UtteranceClassifier.Example;
import java.util.List;
import java.util.function.Supplier;

/** Makes classifiers from labelled utterances. The same examples make the same classifier. */
public interface ClassifierTraining {

  /**
   * Trains a classifier.
   *
   * @param training at least two different labels besides {@link UtteranceClassifier#OUT_OF_SCOPE},
   *     which may be among them; asked for only where what they teach is not known already
   * @param validation what confidence and the threshold for out of scope are set by; where it is
   *     empty, by cross-validation on the training examples
   * @throws IllegalArgumentException if there are fewer than two labels
   */
  UtteranceClassifier train(Supplier<List<Example>> training, List<Example> validation);
}
