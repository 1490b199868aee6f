package dev.certadvisor;

import dev.certadvisor.search.Trainer;
import dev.certadvisor.search.TrainingJob;
import java.io.IOException;
import java.io.OutputStream;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.TimeUnit;

/**
 * Trains in a process of its own, one model at a time. Training takes several times the memory of
 * what is learnt; a server would have to be given it for good, and would collect its garbage while
 * messages wait (ADR 59).
 */
final class TrainingProcess implements Trainer {

  private static final Duration AT_MOST = Duration.ofMinutes(10);

  private final List<String> command;

  /**
   * A trainer.
   *
   * @param command a program that does as {@link TrainingMain}
   */
  TrainingProcess(List<String> command) {
    this.command = List.copyOf(command);
  }

  /** By the JVM and the classes that run here. */
  static TrainingProcess ofThisProgram() {
    return new TrainingProcess(
        List.of(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-XX:+UseSerialGC",
            "-Xmx320m",
            "-cp",
            System.getProperty("java.class.path"),
            TrainingMain.class.getName()));
  }

  /**
   * Trains.
   *
   * @throws UnusableException if the process fails, in one line that says so
   * @throws CancellationException if this thread is interrupted meanwhile
   */
  @Override
  public synchronized void train(TrainingJob job, Path file) {
    try {
      if (!trained(job, file)) {
        throw new UnusableException(failed(job, "it ended without one; is there room for it?"));
      }
    } catch (IOException e) {
      throw new UnusableException(failed(job, String.valueOf(e.getMessage())));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new CancellationException("training was interrupted");
    }
  }

  private static String failed(TrainingJob job, String why) {
    return "the pack cannot be learnt: no process makes the model of " + job.kind() + ": " + why;
  }

  private boolean trained(TrainingJob job, Path file) throws IOException, InterruptedException {
    Process process =
        new ProcessBuilder(command)
            .redirectOutput(file.toFile())
            .redirectError(Redirect.DISCARD)
            .start();
    try {
      try (OutputStream in = process.getOutputStream()) {
        job.write(in);
      }
      return process.waitFor(AT_MOST.toSeconds(), TimeUnit.SECONDS) && process.exitValue() == 0;
    } finally {
      process.destroyForcibly();
    }
  }
}
