package dev.certadvisor.pack;

import static org.assertj.core.api.Assertions.assertThat;

import dev.certadvisor.pack.PackReader.Result;
import dev.certadvisor.testing.PackCopy;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PackReaderTest {

  @TempDir private Path pack;
  private PackCopy copy = new PackCopy(Path.of(""));

  @BeforeEach
  void copyTheShippedPack() throws IOException {
    copy = PackCopy.in(pack);
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
          pack.yaml      | matter: cloud AI    | topic: cloud AI     | unknown key "topic"; allowed: matter, answers, notice, examples, suggestions
          pack.yaml      | AI certifications\\n  a | AI certifications.\\n  a | expected a part of a sentence, without a mark at its end: "cloud AI certifications."
          pack.yaml      | compare: [compare on cost] | compare: []  | expected at least one example
          pack.yaml      | compare: [compare on cost] | contrast: [cost] | unknown key "contrast"; allowed: ask, compare, fact, recommend
          pack.yaml      | title: Compare the costs | title: Compare the costs, why: not | unknown key "why"; allowed: title, message
          phrases.yaml   | \\n  azure: [azure,     | \\n  gcp: [azure,   | unknown subject "gcp"; allowed: aws, azure
          phrases.yaml   | \\n  lifecycle:         | \\n  lifecicle:     | unknown topic "lifecicle"
          phrases.yaml   | \\n  pass-mark:         | \\n  passmark:      | unknown attribute "passmark"
          """)
  void tellsTheLineOfANameThatNothingDefines(
      String file, String sound, String mistaken, String message) throws IOException {
    int line = copy.change(file, sound.replace("\\n", "\n"), mistaken.replace("\\n", "\n"));

    List<Problem> problems = ((Result.Faulty) PackReader.read(pack)).problems();

    assertThat(problems)
        .anySatisfy(problem -> {
          assertThat(problem.toString()).startsWith(file + ":" + line + ": ").contains(message);
        });
  }

  @Test
  void refusesMoreSuggestionsThanAreShownAndWordsThatNoSentenceHolds() throws IOException {
    copy.change("pack.yaml", "  suggestions:", "  suggestions:\n    - {title: A, message: a}");
    copy.change("pack.yaml", "matter: cloud", "matter: " + "very ".repeat(40) + "cloud");

    assertThat(((Result.Faulty) PackReader.read(pack)).problems())
        .extracting(Problem::message)
        .contains("3 suggestions; at most 2", "223 characters; at most 200");
  }

  @Test
  void missesWhatIsNotThere() throws IOException {
    Files.delete(pack.resolve("phrases.yaml"));
    Files.write(pack.resolve("guide/10-cost.md"), new byte[] {(byte) 0xff});

    assertThat(PackReader.read(pack))
        .isInstanceOfSatisfying(
            Result.Faulty.class,
            faulty ->
                assertThat(faulty.problems())
                    .extracting(Problem::toString)
                    .contains(
                        "phrases.yaml:0: is missing or cannot be read",
                        "guide/10-cost.md:0: is not UTF-8"));
    assertThat(PackReader.read(pack.resolve("nowhere"))).isInstanceOf(Result.Faulty.class);
  }

  @Test
  void anEditionIsNamedByItsContentsAlone() throws IOException {
    String shipped = PackFiles.in(Path.of("seeds")).edition();

    assertThat(PackFiles.in(pack).edition()).isEqualTo(shipped).matches("[0-9a-f]{12}");
    copy.change("guide/10-cost.md", "comes on top", "comes atop");
    assertThat(PackFiles.in(pack).edition()).isNotEqualTo(shipped);
  }
}
