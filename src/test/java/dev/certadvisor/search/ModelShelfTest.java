package dev.certadvisor.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.fail;

import dev.certadvisor.intent.UtteranceClassifier;
import dev.certadvisor.intent.UtteranceClassifier.Example;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
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
  void otherExamplesAreLearntAnew() throws IOException {
    classifier("edition 1", EXAMPLES);
    Path first = files().getFirst();
    List<Example> more = new ArrayList<>(EXAMPLES);
    more.add(new Example("what do you charge", "price"));

    UtteranceClassifier classifier = classifier("edition 1", more);

    assertThat(files()).hasSize(2).contains(first);
    assertThat(classifier.classify("what do you charge").ranked().getFirst().label())
        .isEqualTo("price");
  }

  @Test
  void anotherProgramTrainsItsOwn() throws IOException {
    classifier("edition 1", EXAMPLES);

    classifier("edition 2", EXAMPLES);

    assertThat(files()).hasSize(2);
  }

  @Test
  void ofManyThoseUsedLastAreKept() throws IOException {
    classifier("edition 1", EXAMPLES);
    Path first = files().getFirst();
    classifier("edition 2", EXAMPLES);
    Path second = files().stream().filter(file -> !file.equals(first)).findAny().orElseThrow();
    Files.setLastModifiedTime(first, FileTime.from(Instant.parse("2026-11-01T00:00:00Z")));
    Files.setLastModifiedTime(second, FileTime.from(Instant.parse("2026-11-02T00:00:00Z")));
    classifier("edition 1", EXAMPLES);

    classifier("edition 3", EXAMPLES);
    classifier("edition 4", EXAMPLES);
    classifier("edition 5", EXAMPLES);

    assertThat(files()).hasSize(4).contains(first).doesNotContain(second);
  }

  @Test
  void whatAKilledProcessLeftUnfinishedIsRemoved() throws IOException {
    Path learnt = Files.createDirectories(folder.resolve("learnt"));
    Path abandoned = Files.writeString(learnt.resolve("intents-1.new"), "half");
    Files.setLastModifiedTime(abandoned, FileTime.from(Instant.parse("2026-11-01T00:00:00Z")));
    Path begun = Files.writeString(learnt.resolve("intents-2.new"), "half");

    classifier("edition 1", EXAMPLES);

    assertThat(files()).hasSize(2).contains(begun).doesNotContain(abandoned);
  }

  @Test
  void theExamplesOfAPackThatIsKnownAreNotAskedFor() throws IOException {
    ModelShelf shelf = ModelShelf.in(List.of(folder.resolve("learnt")), "program").ofPack("a");
    UtteranceClassifier trained = new LinearTraining(shelf).train(() -> EXAMPLES, List.of());

    UtteranceClassifier kept =
        new LinearTraining(shelf).train(() -> fail("they are not needed"), List.of());

    assertThat(kept.classify("good day")).isEqualTo(trained.classify("good day"));
  }

  @Test
  void anotherPackWithTheSameExamplesLearnsNothingAnew() throws IOException {
    ModelShelf shelf = ModelShelf.in(List.of(folder.resolve("learnt")), "program");
    new LinearTraining(shelf.ofPack("a")).train(() -> EXAMPLES, List.of());
    Object written = Files.getAttribute(files().getFirst(), "unix:ino");

    new LinearTraining(shelf.ofPack("b")).train(() -> EXAMPLES, List.of());
    new LinearTraining(shelf.ofPack("b")).train(() -> fail("they are not needed"), List.of());

    assertThat(files()).hasSize(1);
    assertThat(Files.getAttribute(files().getFirst(), "unix:ino")).isEqualTo(written);
  }

  @Test
  void whereTheFirstFolderCannotBeWrittenTheNextIs() throws IOException {
    Path notAFolder = Files.writeString(folder.resolve("file"), "");
    ModelShelf shelf = ModelShelf.in(List.of(notAFolder, folder.resolve("learnt")), "edition 1");
    new LinearTraining(shelf).train(() -> EXAMPLES, List.of());
    assertThat(files()).hasSize(1);

    new LinearTraining(shelf.filledBy((job, file) -> fail("it is kept")))
        .train(() -> EXAMPLES, List.of());
  }

  @Test
  void aTrainerDoesTheWork() throws IOException {
    List<TrainingJob> jobs = new ArrayList<>();
    ModelShelf shelf = ModelShelf.in(List.of(folder.resolve("learnt")), "edition 1");

    UtteranceClassifier trained =
        new LinearTraining(
                shelf.filledBy((job, file) -> {
                  jobs.add(job);
                  train(job, file);
                }))
            .train(() -> EXAMPLES, List.of());

    assertThat(jobs).extracting(TrainingJob::examples).containsExactly(EXAMPLES);
    assertThat(files()).hasSize(1);
    assertThat(trained.classify("good day"))
        .isEqualTo(classifier("edition 2", EXAMPLES).classify("good day"));
  }

  @Test
  void aTrainerNeedsNoFolderThatCanBeWritten() throws IOException {
    Path notAFolder = Files.writeString(folder.resolve("file"), "");
    ModelShelf shelf =
        ModelShelf.in(List.of(notAFolder), "edition 1").filledBy(ModelShelfTest::train);

    assertThat(new LinearTraining(shelf).train(() -> EXAMPLES, List.of()).classify("hello there"))
        .isEqualTo(classifier("edition 1", EXAMPLES).classify("hello there"));
  }

  @Test
  void aTrainerThatBringsNoModelIsAMistake() throws IOException {
    ModelShelf shelf =
        ModelShelf.in(List.of(folder.resolve("learnt")), "edition 1")
            .filledBy((job, file) -> write(file, new byte[] {1, 2, 3}));

    assertThatThrownBy(() -> new LinearTraining(shelf).train(() -> EXAMPLES, List.of()))
        .hasMessage("training intents brought no model");
    assertThat(files()).isEmpty();
  }

  private static void train(TrainingJob job, Path file) {
    ByteArrayOutputStream model = new ByteArrayOutputStream();
    try {
      job.run(model);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    write(file, model.toByteArray());
  }

  private static void write(Path file, byte[] bytes) {
    try {
      Files.write(file, bytes);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
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
        new LinearTraining(ModelShelf.in(List.of(notAFolder), "edition 1"))
            .train(() -> EXAMPLES, List.of());

    assertThat(classifier.classify("hello there").ranked().getFirst().label()).isEqualTo("greet");
  }

  private UtteranceClassifier classifier(String edition, List<Example> examples) {
    return new LinearTraining(ModelShelf.in(List.of(folder.resolve("learnt")), edition))
        .train(() -> examples, List.of());
  }

  private List<Path> files() throws IOException {
    try (Stream<Path> files = Files.list(folder.resolve("learnt"))) {
      return files.toList();
    }
  }
}
