package dev.certadvisor;

import static org.assertj.core.api.Assertions.assertThat;

import dev.certadvisor.CrashTrial.Plan;
import dev.certadvisor.CrashTrial.Troubles;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.CleanupMode;
import org.junit.jupiter.api.io.TempDir;

/** Short crash trials. How to run long ones is in {@code src/docs/trials.md}. */
class CrashTrialTest {

  private static final int EVENTS = Integer.getInteger("trial.events", 30);
  private static final int CRASH = Integer.getInteger("trial.crash", 250);
  private static final int EACH = Integer.getInteger("trial.each", 5);
  private static final int DATABASE_STOPS = Integer.getInteger("trial.stops", 1);

  @TempDir(cleanup = CleanupMode.ON_SUCCESS)
  private Path folder;

  @Test
  void oneProcessOnItsFileAnswersEachEventOnceWhateverDies() throws InterruptedException {
    TrialResult result =
        run(plan(Optional.empty(), 1, new Troubles(8_000, CRASH, 10, 0, false, "")));

    System.out.println("H2, one process: " + result);
    assertThat(result.kills()).isPositive();
    assertThat(result).matches(TrialResult::isSound);
  }

  @Test
  void threeProcessesOnPostgresAnswerEachEventOnceWhateverDies() throws InterruptedException {
    try (TrialPostgres server = new TrialPostgres(folder.resolve("server"))) {

      TrialResult result =
          run(
              plan(
                  Optional.of(server),
                  3,
                  new Troubles(8_000, CRASH, 10, DATABASE_STOPS, false, "")));

      System.out.println("PostgreSQL, three processes: " + result);
      assertThat(result.kills()).isPositive();
      assertThat(result).matches(TrialResult::isSound);
    }
  }

  @Test
  void anUpgradeOneProcessAfterTheOtherIsNotNoticed() throws InterruptedException {
    try (TrialPostgres server = new TrialPostgres(folder.resolve("server"))) {

      TrialResult result = run(plan(Optional.of(server), 2, new Troubles(0, 0, 0, 0, true, "")));

      System.out.println("PostgreSQL, two processes replaced in turn: " + result);
      assertThat(result.stops()).isPositive();
      assertThat(result).matches(TrialResult::isSound);
      assertThat(result.privately()).as("nothing was cut short").isZero();
    }
  }

  @Test
  void plantedFaultsAreFound() throws InterruptedException {
    Troubles planted = new Troubles(0, 0, 0, 0, false, "loss, double, choice");

    TrialResult result =
        run(new Plan(folder, Optional.empty(), 1, 40, 5, 200, planted, Duration.ofSeconds(4), 42));

    assertThat(result.lost()).isPositive();
    assertThat(result.doubled()).isPositive();
    assertThat(result.spoilt()).isPositive();
  }

  private static TrialResult run(Plan plan) throws InterruptedException {
    try (CrashTrial trial = new CrashTrial(plan)) {
      return trial.run();
    }
  }

  private Plan plan(Optional<TrialDatabase> server, int instances, Troubles troubles) {
    return new Plan(
        folder,
        server,
        instances,
        Math.max(1, EVENTS / EACH),
        EACH,
        200,
        troubles,
        Duration.ofMinutes(2),
        42);
  }
}
