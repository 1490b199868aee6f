package dev.certadvisor.evaluation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.certadvisor.evaluation.IntentsEvaluation.Options;
import dev.certadvisor.intent.UtteranceClassifier.Classification;
import dev.certadvisor.intent.UtteranceClassifier.Scored;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class IntentsEvaluationTest {

  @TempDir private Path folder;
  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private final ByteArrayOutputStream err = new ByteArrayOutputStream();

  @Test
  void accuracyIsOfWhatIsInScopeAndRecallOfWhatIsNot() throws IOException {
    Files.writeString(
        folder.resolve("test"),
        "red apple\tred\nblue sea\tblue\nred sea\tblue\nnone\toos\nred x\toos\n");

    int code = run();

    assertThat(code).isZero();
    assertThat(out.toString(StandardCharsets.UTF_8))
        .contains("\"accuracyInScope\":0.6667", "\"oosRecall\":0.5", "\"oosPrecision\":1.0")
        .contains("\"oosF1\":0.6667", "\"trainMillis\":", "\"classifyMicros\":{\"p50\":");
  }

  @Test
  void aLineWithoutATabIsNamed() throws IOException {
    Files.writeString(folder.resolve("test"), "red apple\tred\nblue sea\n");

    assertThat(run()).isEqualTo(2);

    assertThat(err.toString(StandardCharsets.UTF_8))
        .contains("/test:2: expected utterance<TAB>label");
  }

  private int run() throws IOException {
    Files.writeString(folder.resolve("train"), "a\tred\nb\tblue\n");
    return new IntentsEvaluation((training, validation) -> IntentsEvaluationTest::byColour)
        .run(
            new Options(
                folder.resolve("train"), Optional.empty(), folder.resolve("test"), true, false),
            new PrintStream(out, true, StandardCharsets.UTF_8),
            new PrintStream(err, true, StandardCharsets.UTF_8));
  }

  private static Classification byColour(String text) {
    String label = text.contains("red") ? "red" : "blue";
    return new Classification(List.of(new Scored(label, 0.9)), !text.contains("none"));
  }
}
