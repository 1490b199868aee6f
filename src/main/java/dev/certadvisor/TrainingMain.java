package dev.certadvisor;

import dev.certadvisor.search.TrainingJob;
import java.io.IOException;

/** The program that a {@link TrainingProcess} runs: a job from its input, a model to its output. */
final class TrainingMain {

  private TrainingMain() {}

  /** Trains once. Takes no arguments. */
  public static void main(String[] arguments) throws IOException {
    TrainingJob.read(System.in).run(System.out);
  }
}
