package dev.certadvisor.pack;

import static org.assertj.core.api.Assertions.assertThat;

import dev.certadvisor.pack.PackReader.Result;
import dev.certadvisor.testing.PackCopy;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

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
          phrases.yaml   | \\n  minutes:         | \\n  minuets:       | unknown attribute "minuets"
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
                        "phrases.yaml:1: is missing or cannot be read",
                        "guide/10-cost.md:1: is not UTF-8"));
  }

  @Test
  void saysOfAFolderThatIsNotThereJustThat() {
    Path nowhere = pack.resolve("nowhere");

    assertThat(told(nowhere))
        .containsExactly(nowhere + ": is no folder; a content pack is expected there");
  }

  @Test
  void missesEveryFileThatIsNotThereAtOnce() throws IOException {
    for (String name : List.of("pack.yaml", "catalogue.yaml", "framework.yaml", "phrases.yaml")) {
      Files.delete(pack.resolve(name));
    }

    assertThat(told(pack))
        .containsExactly(
            "catalogue.yaml:1: is missing or cannot be read",
            "framework.yaml:1: is missing or cannot be read",
            "pack.yaml:1: is missing or cannot be read",
            "phrases.yaml:1: is missing or cannot be read");
  }

  @ParameterizedTest
  @ValueSource(strings = {"pack.yaml", "catalogue.yaml", "framework.yaml", "phrases.yaml"})
  void saysOfAFileThatIsNoYamlOrEmptyNothingElse(String file) throws IOException {
    Files.writeString(pack.resolve(file), "a: [\n");
    assertThat(told(pack)).singleElement().asString().startsWith(file + ":2: not YAML: ");

    Files.writeString(pack.resolve(file), "# to be written\n");
    assertThat(told(pack)).containsExactly(file + ":1: is empty");

    Files.writeString(pack.resolve(file), "- a list\n");
    assertThat(told(pack)).containsExactly(file + ":1: expected a mapping (key: value)");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          catalogue.yaml | vendors:          | vendors: {} | expected at least one vendor
          catalogue.yaml | sources:          | sources: {} | expected at least one source
          pack.yaml      | topics:           | topics: {}  | expected at least one topic
          pack.yaml      | platforms:        | platforms: [] | expected at least one platform
          framework.yaml | poles:            | poles: []   | expected two poles, found 0
          framework.yaml | questions:        | questions: [] | expected 1 to 12 questions, found 0
          framework.yaml | questions:        | questions:  | "questions" is missing
          phrases.yaml   | intents:          | intents:    | "intents" is missing
          """)
  void aListWithoutItsItemsIsTheOneMistakeOfAllThatNamesThem(
      String file, String list, String without, String message) throws IOException {
    Path path = pack.resolve(file);
    String text = Files.readString(path);
    int from = ("\n" + text).indexOf("\n" + list + "\n");
    int to = from + list.length() + 1;
    while (to < text.length()
        && (Character.isWhitespace(text.charAt(to)) || text.charAt(to) == '#')) {
      int end = text.indexOf('\n', to);
      to = end < 0 ? text.length() : end + 1;
    }
    Files.writeString(path, text.substring(0, from) + without + "\n" + text.substring(to));
    int line = 1 + (int) text.substring(0, from).chars().filter(each -> each == '\n').count();

    assertThat(told(pack)).containsExactly(file + ":" + line + ": " + message);
  }

  @Test
  void anAuthorIsToldOfWhatWasSeenLaterThanToday() throws IOException {
    int line = copy.change("catalogue.yaml", "checked: 2026-10-08", "checked: 2027-10-08");
    copy.change("catalogue.yaml", "seen: 2026-10-08", "seen: 2027-10-07");

    assertThat(PackReader.read(pack)).isInstanceOf(Result.Sound.class);
    Result checked = PackReader.check(PackFiles.in(pack), LocalDate.of(2027, 10, 6));
    assertThat(((Result.Faulty) checked).problems())
        .extracting(Problem::toString)
        .hasSize(2)
        .contains(
            "catalogue.yaml:"
                + line
                + ": checked on 2027-10-08, which is later than today (2027-10-06)")
        .anyMatch(
            each -> each.endsWith("seen on 2027-10-07, which is later than today (2027-10-06)"));
  }

  private static List<String> told(Path folder) {
    return ((Result.Faulty) PackReader.read(folder))
        .problems().stream().map(Problem::toString).toList();
  }

  @Test
  void anEditionIsNamedByItsContentsAlone() throws IOException {
    String shipped = PackFiles.in(Path.of("seeds")).edition();

    assertThat(PackFiles.in(pack).edition()).isEqualTo(shipped).matches("[0-9a-f]{12}");
    copy.change("guide/10-cost.md", "comes on top", "comes atop");
    assertThat(PackFiles.in(pack).edition()).isNotEqualTo(shipped);
  }
}
