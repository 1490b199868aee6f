package dev.certadvisor;

import static org.assertj.core.api.Assertions.assertThat;

import dev.certadvisor.testing.PackCopy;
import dev.certadvisor.testing.TestWorkspace;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the doctor looks at, and the faults that it names of settings, disk and pack. */
class DoctorTest {

  private final Examination examination;
  private final Path folder;

  DoctorTest(@TempDir Path folder) {
    this.folder = folder;
    examination = new Examination(folder);
  }

  @Test
  void allIsFineWhereTheAppWouldRun() throws Exception {
    try (TestWorkspace workspace = new TestWorkspace()) {
      Map<String, String> environment = examination.with(workspace.environment());
      ServerConfiguration.open(Settings.from(environment)).close();

      List<Finding> findings = examination.findings(environment);

      assertThat(findings).allMatch(Finding::fine);
      assertThat(findings)
          .extracting(Finding::part)
          .containsExactly(
              "settings", "network", "clock", "token", "scopes", "database", "disk", "pack");
      assertThat(exitCode(findings)).isZero();
    }
  }

  @Test
  void nothingHasToBeReachedWhereTheLocalWorkspaceStandsIn() {
    assertThat(examination.findings(Map.of()))
        .allMatch(Finding::fine)
        .extracting(Finding::part)
        .containsExactly("settings", "database", "disk", "pack");
  }

  @Test
  void everyMistakeInTheSettingsIsTold() {
    Map<String, String> environment =
        Map.of("SLACK_BOT_TOKEN", "xoxb-secret", "SERVER_PORT", "many");

    List<Finding> findings = examination.findings(environment);

    assertThat(findings)
        .hasSize(2)
        .noneMatch(Finding::fine)
        .extracting(Finding::toString)
        .anySatisfy(line -> assertThat(line).contains("SLACK_SIGNING_SECRET is not set"))
        .anySatisfy(line -> assertThat(line).contains("SERVER_PORT is \"many\""));
    assertThat(exitCode(findings)).isEqualTo(CertAdvisor.FELL_SHORT);
  }

  @Test
  void aDiskThatIsNearlyFullIsToldInTime() throws IOException {
    assertThat(examination.wrong(Map.of(), Doctor.LEAST_SPACE)).isEmpty();
    assertThat(examination.wrong(Map.of(), Doctor.LEAST_SPACE - 1))
        .singleElement()
        .asString()
        .contains("ADVISOR_DATA: only 1023 MiB are left");
    Files.writeString(examination.data(), "a file");
    assertThat(examination.wrong(Map.of())).singleElement().asString().contains("is a file");
  }

  @Test
  void aPackIsLookedForAndRead() throws IOException {
    assertThat(examination.wrong(Map.of("ADVISOR_PACK", folder.resolve("none").toString())))
        .singleElement()
        .asString()
        .contains("ADVISOR_PACK: there is no folder");
    Path pack = PackCopy.in(folder.resolve("pack")).folder();
    assertThat(examination.wrong(Map.of("ADVISOR_PACK", pack.toString()))).isEmpty();
    Files.writeString(pack.resolve("pack.yaml"), "\nnonsense: 1\n", StandardOpenOption.APPEND);
    assertThat(examination.wrong(Map.of("ADVISOR_PACK", pack.toString())))
        .singleElement()
        .asString()
        .contains("1 mistake,", "pack.yaml:", "./advisor check " + pack);
  }

  @Test
  void wrongUsageIsToldFromAFault() {
    assertThat(CertAdvisor.run("doctor", "now")).isEqualTo(CertAdvisor.WRONG_USAGE);
  }

  private static int exitCode(List<Finding> findings) {
    return DoctorCommand.tell(findings, new PrintWriter(new StringWriter()));
  }
}
