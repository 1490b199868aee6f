package dev.certadvisor.conversation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class WordingTest {

  private static final Pattern THE_SHIPPED_PACKS =
      Pattern.compile(
          "(?i)\\b(aws|amazon|azure|microsoft|clouds?|ai|machine learning|sagemaker|retired in 20|[a-z]+-[a-z]?\\d{2,})\\b");

  @Test
  void fillsThePlacesOfAPattern() {
    Wording wording = new Wording(Map.of("seen", "last checked on {0} by {1}"));

    assertThat(wording.say("seen", "2026-10-08", "two pages"))
        .isEqualTo("last checked on 2026-10-08 by two pages");
  }

  @Test
  void anApostropheIsJustAnApostrophe() {
    Wording wording = new Wording(Map.of("not", "{0} isn't offered"));

    assertThat(wording.say("not", "AI-102")).isEqualTo("AI-102 isn't offered");
  }

  @Test
  void readsUmlautsAsTheyAreWritten() throws IOException {
    assertThat(Wording.read(new StringReader("exam=Prüfung – {0}")).say("exam", "AI-103"))
        .isEqualTo("Prüfung – AI-103");
  }

  @Test
  void namesAMissingKey() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Wording(Map.of()).say("status.lost"))
        .withMessage("there is no wording for \"status.lost\"");
  }

  @Test
  void refusesTooFewArguments() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Wording(Map.of("two", "{0} and {1}")).say("two", "one"))
        .withMessage("the wording of \"two\" needs 2 arguments and was given 1");
  }

  @Test
  void refusesABrokenPatternWhenLoaded() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Wording(Map.of("broken", "a {place")))
        .withMessageStartingWith("the wording of \"broken\" is no message pattern");
  }

  /** What is true of one pack alone stands in that pack. */
  @Test
  void noSentenceSpeaksOfThePackThatIsShipped() throws IOException {
    try (var lines = Files.lines(Path.of("src/main/resources/wording.properties"))) {
      assertThat(
              lines.filter(line -> !line.startsWith("#")).filter(THE_SHIPPED_PACKS.asPredicate()))
          .isEmpty();
    }
  }

  @Test
  void theShippedWordingNamesNoKeyTwice() throws IOException {
    Wording.load();

    try (var lines = Files.lines(Path.of("src/main/resources/wording.properties"))) {
      assertThat(
              lines
                  .filter(line -> line.matches("[a-z][A-Za-z0-9.-]*\\s*=.*"))
                  .map(line -> line.substring(0, line.indexOf('=')).strip()))
          .isNotEmpty()
          .doesNotHaveDuplicates();
    }
  }
}
