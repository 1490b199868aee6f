package dev.certadvisor;

import static org.assertj.core.api.Assertions.assertThat;

import dev.certadvisor.intent.UtteranceClassifier.Example;
import dev.certadvisor.search.TrainingJob;
import dev.certadvisor.testing.LogLines;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
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
  private final LogLines log = new LogLines();

  @AfterEach
  void closeLog() {
    log.close();
  }

  @Test
  void anotherProcessTrainsTheVeryModel() throws IOException {
    ByteArrayOutputStream here = new ByteArrayOutputStream();
    JOB.run(here);
    Path file = folder.resolve("model");

    assertThat(TrainingProcess.ofThisProgram().train(JOB, file)).isTrue();

    assertThat(file).hasBinaryContent(here.toByteArray());
  }

  @Test
  void aJobIsReadAsItWasWritten() throws IOException {
    ByteArrayOutputStream written = new ByteArrayOutputStream();
    JOB.write(written);

    assertThat(TrainingJob.read(new ByteArrayInputStream(written.toByteArray()))).isEqualTo(JOB);
  }

  @Test
  void aProcessThatFailsIsToldAndIsNoModel() throws InterruptedException {
    assertThat(new TrainingProcess(List.of("false")).train(JOB, folder.resolve("model"))).isFalse();

    log.await(line -> line.contains("it is done here instead"));
  }

  @Test
  void aProgramThatIsNotThereIsToldAndIsNoModel() throws InterruptedException {
    assertThat(
            new TrainingProcess(List.of(folder.resolve("java").toString()))
                .train(JOB, folder.resolve("model")))
        .isFalse();

    log.await(line -> line.contains("it is done here instead"));
  }
}
