package dev.certadvisor;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A short trial under load. How to run a long one is in {@code src/docs/trials.md}. */
class LoadTrialTest {

  private static final int SECONDS = Integer.getInteger("load.seconds", 5);
  private static final int PER_SECOND = Integer.getInteger("load.rate", 50);

  @TempDir private Path folder;

  @Test
  void nothingIsLostOrDoubledUnderLoad() throws InterruptedException {
    try (LoadTrial trial = new LoadTrial(folder, PER_SECOND, Duration.ofSeconds(SECONDS))) {
      LoadTrial.Result result = trial.run();

      System.out.println(result.report());
      assertThat(result.refused()).isZero();
      assertThat(result.lost()).isZero();
      assertThat(result.doubled()).isZero();
    }
  }
}
