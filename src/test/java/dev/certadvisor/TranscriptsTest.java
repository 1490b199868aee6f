package dev.certadvisor;

import static org.assertj.core.api.Assertions.assertThat;

import dev.certadvisor.interview.Taken;
import dev.certadvisor.interview.TransitionCoverage;
import dev.certadvisor.testing.Dialog;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.DynamicContainer;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * Whole dialogs with the whole advisor, as they stand in {@code transcripts/*.txt}; together they
 * take every transition of the interview's table. {@link Dialog} tells how a dialog is written.
 */
class TranscriptsTest {

  private static final Path FOLDER = Path.of("src/test/resources/transcripts");
  private static final Set<Taken> TAKEN = ConcurrentHashMap.newKeySet();
  private static final DialogPacks PACKS = new DialogPacks(TAKEN::add);

  @TestFactory
  Stream<DynamicContainer> dialogs() throws IOException {
    try (Stream<Path> files = Files.list(FOLDER)) {
      return files.sorted().toList().stream()
          .map(file ->
              DynamicContainer.dynamicContainer(
                  file.getFileName().toString(),
                  Dialog.in(file).stream()
                      .map(dialog ->
                          DynamicTest.dynamicTest(
                              dialog.title(), () -> new DialogPlayer(PACKS).play(dialog)))));
    }
  }

  @AfterAll
  static void everyTransitionOfTheInterviewIsTold() {
    TransitionCoverage coverage = TransitionCoverage.of(TAKEN);
    System.out.println("interview, transcripts: " + coverage);
    coverage.missing().forEach(missing -> System.out.println("  not told: " + missing));

    assertThat(TransitionCoverage.strayed(TAKEN)).isEmpty();
    assertThat(coverage.missing()).isEmpty();
  }
}
