package dev.certadvisor;

import static org.assertj.core.api.Assertions.assertThat;

import dev.certadvisor.CrashTrial.Plan;
import dev.certadvisor.CrashTrial.Result;
import dev.certadvisor.store.Postgres;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Short crash trials. A long one, with its figures on the standard output: {@code mvn -Dquick test
 * -Dtest=CrashTrialTest -Dtrial.events=2000 -Dtrial.crash=70 -Dtrial.each=20}.
 */
class CrashTrialTest {

  private static final int EVENTS = Integer.getInteger("trial.events", 40);
  private static final int CRASH = Integer.getInteger("trial.crash", 250);
  private static final int EACH = Integer.getInteger("trial.each", 5);

  @TempDir private Path folder;

  @Test
  void oneProcessOnItsFileAnswersEachEventOnceWhateverDies() throws InterruptedException {
    Result result = run(plan(1, Map.of(), CRASH, ""));

    System.out.println("H2, one process: " + result);
    assertThat(result.kills()).isPositive();
    assertThat(result).matches(CrashTrialTest::isSound);
  }

  @Test
  void threeProcessesOnPostgresAnswerEachEventOnceWhateverDies() throws InterruptedException {
    String url = Postgres.url("trial");

    Result result =
        run(
            plan(
                3,
                Map.of("ADVISOR_DATABASE_URL", url, "ADVISOR_DATABASE_USER", "postgres"),
                CRASH,
                ""));

    System.out.println("PostgreSQL, three processes: " + result);
    assertThat(result.kills()).isPositive();
    assertThat(result).matches(CrashTrialTest::isSound);
  }

  @Test
  void aPlantedLossIsFound() throws InterruptedException {
    assertThat(run(plan(1, Map.of(), 0, "loss")).lost()).isPositive();
  }

  @Test
  void aPlantedDuplicateIsFound() throws InterruptedException {
    assertThat(run(plan(1, Map.of(), 0, "double")).doubled()).isPositive();
  }

  private static boolean isSound(Result result) {
    return result.lost() == 0 && result.doubled() == 0 && result.disordered() == 0;
  }

  private static Result run(Plan plan) throws InterruptedException {
    try (CrashTrial trial = new CrashTrial(plan)) {
      return trial.run();
    }
  }

  private Plan plan(int instances, Map<String, String> environment, int crash, String plant) {
    boolean planted = !plant.isEmpty();
    return new Plan(
        folder,
        environment,
        instances,
        planted ? 20 : Math.max(1, EVENTS / EACH),
        planted ? 5 : EACH,
        200,
        planted ? 0 : 8_000,
        crash,
        planted ? 0 : 10,
        plant,
        42);
  }
}
