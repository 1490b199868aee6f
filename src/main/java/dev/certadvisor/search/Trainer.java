package dev.certadvisor.search;

import java.nio.file.Path;

/** Does the training for those who have not the memory for it. */
@FunctionalInterface
public interface Trainer {

  /**
   * Trains a model.
   *
   * @param job what to learn
   * @param file where the model goes, as {@link TrainingJob#run} writes it
   * @throws RuntimeException if it cannot be done; nobody else tries then
   */
  void train(TrainingJob job, Path file);
}
