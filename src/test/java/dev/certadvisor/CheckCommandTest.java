package dev.certadvisor;

import static org.assertj.core.api.Assertions.assertThat;

import dev.certadvisor.pack.PackFiles;
import dev.certadvisor.testing.PackCopy;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What {@code ./advisor check} prints. */
class CheckCommandTest {

  private final StringWriter out = new StringWriter();
  private final PackCopy copy;

  CheckCommandTest(@TempDir Path folder) throws IOException {
    copy = PackCopy.in(folder);
  }

  @Test
  void whatTheProofOfTheFrameworkFindsIsAMistakeOfItsFile() throws IOException {
    copy.change(
        "framework.yaml", "evidence: {ml-engineering: 0.4}", "evidence: {ml-engineering: 0.5}");
    int line = copy.change("framework.yaml", "  - id: study\n", "  - id: study\n");

    assertThat(check()).isEqualTo(CertAdvisor.FELL_SHORT);
    assertThat(lines())
        .startsWith(
            "framework.yaml:%d: the choices of \"study\" weigh more on one side".formatted(line),
            "1 mistake")
        .endsWith("not sound")
        .doesNotContain("0 mistakes");
  }

  @Test
  void aSoundPackHasNoMistakeAndIsReported() {
    assertThat(check()).isEqualTo(CertAdvisor.OK);
    assertThat(lines()).startsWith("0 mistakes").endsWith("sound");
  }

  @Test
  void aMistakeIsCountedAndNothingElseReported() throws IOException {
    int line =
        copy.change("catalogue.yaml", "      price: {value: 300,", "      price: {value: free,");

    assertThat(check()).isEqualTo(CertAdvisor.FELL_SHORT);
    assertThat(lines()).hasSize(2).endsWith("1 mistake");
    assertThat(lines().getFirst())
        .startsWith("catalogue.yaml:" + line + ": expected a whole number")
        .endsWith("found \"free\"");
  }

  private int check() {
    return CheckCommand.check(
        PackFiles.in(copy.folder()),
        Optional.of(LocalDate.of(2026, 11, 27)),
        new PrintWriter(out, true));
  }

  private List<String> lines() {
    return out.toString().lines().toList();
  }
}
