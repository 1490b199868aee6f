package dev.certadvisor.search;

import static org.assertj.core.api.Assertions.assertThat;

import dev.certadvisor.intent.UtteranceClassifier;
import dev.certadvisor.intent.UtteranceClassifier.Example;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ModelShelfTest {

  private static final List<Example> EXAMPLES =
      List.of(
          new Example("hello there", "greet"),
          new Example("good morning", "greet"),
          new Example("hi", "greet"),
          new Example("what does the ticket cost", "price"),
          new Example("how much is it", "price"),
          new Example("is it expensive", "price"));

  @TempDir private Path folder;

  @Test
  void aKeptModelClassifiesAsTheTrainedOneDid() throws IOException {
    UtteranceClassifier trained = classifier("edition 1", EXAMPLES);
    UtteranceClassifier kept = classifier("edition 1", EXAMPLES);

    assertThat(files()).hasSize(1);
    assertThat(Stream.of("good day", "what is the price", "hello, how much?").map(kept::classify))
        .containsExactlyElementsOf(
            Stream.of("good day", "what is the price", "hello, how much?")
                .map(trained::classify)
                .toList());
  }

  @Test
  void aKeptModelIsNotTrainedAgain() throws IOException {
    classifier("edition 1", EXAMPLES);
    Object written = Files.getAttribute(files().getFirst(), "unix:ino");

    classifier("edition 1", EXAMPLES);

    assertThat(Files.getAttribute(files().getFirst(), "unix:ino")).isEqualTo(written);
  }

  @Test
  void otherExamplesAreLearntAnewAndReplaceTheLast() throws IOException {
    classifier("edition 1", EXAMPLES);
    Path first = files().getFirst();
    List<Example> more = new ArrayList<>(EXAMPLES);
    more.add(new Example("what do you charge", "price"));

    UtteranceClassifier classifier = classifier("edition 1", more);

    assertThat(files()).hasSize(1).doesNotContain(first);
    assertThat(classifier.classify("what do you charge").ranked().getFirst().label())
        .isEqualTo("price");
  }

  @Test
  void anotherProgramTrainsItsOwn() throws IOException {
    classifier("edition 1", EXAMPLES);
    Path first = files().getFirst();

    classifier("edition 2", EXAMPLES);

    assertThat(files()).hasSize(1).doesNotContain(first);
  }

  @Test
  void aDamagedFileIsAsGoodAsNone() throws IOException {
    UtteranceClassifier trained = classifier("edition 1", EXAMPLES);
    Path file = files().getFirst();
    byte[] bytes = Files.readAllBytes(file);
    bytes[bytes.length - 3] ^= 1;
    Files.write(file, bytes);

    assertThat(classifier("edition 1", EXAMPLES).classify("good day"))
        .isEqualTo(trained.classify("good day"));
    assertThat(Files.readAllBytes(file)).isNotEqualTo(bytes);
  }

  @Test
  void aFolderThatCannotBeMadeCostsNothingButTime() throws IOException {
    Path notAFolder = Files.writeString(folder.resolve("file"), "");
    UtteranceClassifier classifier =
        new LinearTraining(ModelShelf.in(notAFolder, "edition 1")).train(EXAMPLES, List.of());

    assertThat(classifier.classify("hello there").ranked().getFirst().label()).isEqualTo("greet");
  }

  private UtteranceClassifier classifier(String edition, List<Example> examples) {
    return new LinearTraining(ModelShelf.in(folder.resolve("learnt"), edition))
        .train(examples, List.of());
  }

  private List<Path> files() throws IOException {
    try (Stream<Path> files = Files.list(folder.resolve("learnt"))) {
      return files.toList();
    }
  }
}
