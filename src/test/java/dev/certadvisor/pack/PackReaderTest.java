package dev.certadvisor.pack;

import static org.assertj.core.api.Assertions.assertThat;

import dev.certadvisor.pack.PackReader.Result;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PackReaderTest {

  @TempDir private Path pack;

  @BeforeEach
  void copyTheShippedPack() throws IOException {
    Path shipped = Path.of("seeds");
    try (Stream<Path> files = Files.walk(shipped)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        Path copy = pack.resolve(shipped.relativize(file).toString());
        Files.createDirectories(copy.getParent());
        Files.copy(file, copy);
      }
    }
  }

  @Test
  void findsNoMistakeInTheShippedPack() {
    assertThat(PackReader.read(pack)).isInstanceOf(Result.Sound.class);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          catalogue.yaml | subject: azure          | subject: google     | unknown subject "google"; allowed: aws, azure
          catalogue.yaml | platform: azure         | platform: google    | unknown platform "google"; allowed: aws, azure
          catalogue.yaml | line: ai-application    | line: sales         | unknown line of work "sales"; allowed: ai-application, ml-engineering
          pack.yaml      | credential: MLS-C01     | credential: MLS-C99 | unknown credential "MLS-C99"
          phrases.yaml   | \\n  azure: [azure,     | \\n  gcp: [azure,   | unknown subject "gcp"; allowed: aws, azure
          phrases.yaml   | \\n  lifecycle:         | \\n  lifecicle:     | unknown topic "lifecicle"
          phrases.yaml   | \\n  pass-mark:         | \\n  passmark:      | unknown attribute "passmark"
          """)
  void tellsTheLineOfANameThatNothingDefines(
      String file, String sound, String mistaken, String message) throws IOException {
    String old = sound.replace("\\n", "\n");
    String text = Files.readString(pack.resolve(file));
    int at = text.indexOf(old);
    assertThat(at).as("where the mistake goes").isNotNegative();
    Files.writeString(
        pack.resolve(file),
        text.substring(0, at) + mistaken.replace("\\n", "\n") + text.substring(at + old.length()));
    int line = (int) text.substring(0, at).lines().count() + (old.startsWith("\n") ? 1 : 0);

    List<Problem> problems = ((Result.Faulty) PackReader.read(pack)).problems();

    assertThat(problems)
        .anySatisfy(problem -> {
          assertThat(problem.toString()).startsWith(file + ":" + line + ": ").contains(message);
        });
  }
}
