package dev.certadvisor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.certadvisor.intent.UtteranceClassifier.Example;
import dev.certadvisor.search.TrainingJob;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CancellationException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TrainingProcessTest {

  private static final TrainingJob JOB =
      new TrainingJob(
          "intents",
          "four messages",
          List.of(
              new Example("hello there", "greet"),
              new Example("grüezi", "greet"),
              new Example("how much is it", "price"),
              new Example("is it expensive", "price")));

  @TempDir private Path folder;

  @Test
  void anotherProcessTrainsTheVeryModel() throws IOException {
    ByteArrayOutputStream here = new ByteArrayOutputStream();
    JOB.run(here);
    Path file = folder.resolve("model");

    TrainingProcess.ofThisProgram().train(JOB, file);

    assertThat(file).hasBinaryContent(here.toByteArray());
  }

  @Test
  void aJobIsReadAsItWasWritten() throws IOException {
    ByteArrayOutputStream written = new ByteArrayOutputStream();
    JOB.write(written);

    assertThat(TrainingJob.read(new ByteArrayInputStream(written.toByteArray()))).isEqualTo(JOB);
  }

  @Test
  void aProcessThatFailsIsToldInOneLine() {
    assertThatThrownBy(
            () -> new TrainingProcess(List.of("false")).train(JOB, folder.resolve("model")))
        .isInstanceOf(UnusableException.class)
        .hasMessageStartingWith("the pack cannot be learnt: no process makes the model of intents");
  }

  @Test
  void aProgramThatIsNotThereIsNamed() {
    Path java = folder.resolve("java");

    assertThatThrownBy(
            () -> new TrainingProcess(List.of(java.toString())).train(JOB, folder.resolve("model")))
        .isInstanceOf(UnusableException.class)
        .hasMessageContaining(java.toString());
  }

  @Test
  void whoeverIsInterruptedStopsAndSaysSo() {
    Thread.currentThread().interrupt();

    assertThatThrownBy(
            () -> new TrainingProcess(List.of("sleep", "600")).train(JOB, folder.resolve("model")))
        .isInstanceOf(CancellationException.class);
    assertThat(Thread.interrupted()).isTrue();
  }
}
