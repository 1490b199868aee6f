package dev.certadvisor.pack;

import static org.assertj.core.api.Assertions.assertThat;

import dev.certadvisor.catalogue.CredentialId;
import dev.certadvisor.knowledge.Guide;
import dev.certadvisor.knowledge.Passage;
import dev.certadvisor.knowledge.SubjectId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class GuideReaderTest {

  private static final String WORDS = "word ".repeat(45).strip();

  private static final String SECTION =
      """
      # Cost {#cost}

      What it costs.

      ## Fees are only a part {#fees}

      ```yaml
      about: [aws]
      topics: [fees]
      claims: [1]
      now: >
        Gone since
        2026-03-31.
      asked:
        - what does it cost
        - price?
        - how much
        - fees of the exam
      ```

      %s
      more words.

      Second paragraph.
      """
          .formatted(WORDS);

  private final Problems problems = new Problems();

  @Test
  void readsAPassageAsItStands() {
    Guide guide = read(1, SECTION);

    assertThat(problems.all()).isEmpty();
    Passage passage = guide.passages().findFirst().orElseThrow();
    assertThat(passage.id()).hasToString("cost/fees");
    assertThat(passage.title()).isEqualTo("Fees are only a part");
    assertThat(passage.text()).isEqualTo(WORDS + " more words.\n\nSecond paragraph.");
    assertThat(passage.subjects()).containsExactly(new SubjectId("aws"));
    assertThat(passage.claims()).containsExactly(1);
    assertThat(passage.now()).contains("Gone since 2026-03-31.");
    assertThat(passage.asked()).hasSize(4);
    assertThat(guide.sections().getFirst().summary()).isEqualTo("What it costs.");
  }

  @Test
  void keepsSpecialCharactersOfTheTextAsTheyAre() {
    Guide guide = read(1, SECTION.replace("more words.", "5 * 3 * 2 `code` _x_ &amp; <b>."));

    assertThat(guide.passages().findFirst().orElseThrow().text())
        .contains("5 * 3 * 2 `code` _x_ &amp; <b>.");
  }

  @Test
  void tellsAnUnknownSubjectWithItsLine() {
    read(1, SECTION.replace("about: [aws]", "about: [gcp]"));

    assertThat(problems.all())
        .containsExactly(new Problem("a.md", 8, "unknown subject \"gcp\"; known: aws"));
  }

  @Test
  void tellsAnUnknownTopicWithItsLine() {
    read(1, SECTION.replace("topics: [fees]", "topics: [weather]"));

    assertThat(problems.all())
        .containsExactly(new Problem("a.md", 9, "unknown topic \"weather\"; known: fees"));
  }

  @Test
  void tellsAClaimThatNoPassageCarries() {
    read(2, SECTION);

    assertThat(problems.all())
        .containsExactly(new Problem("guide", 1, "no passage carries claim 2"));
  }

  @Test
  void tellsAClaimThatIsNotInTheInventory() {
    read(1, SECTION.replace("claims: [1]", "claims: [1, 7]"));

    assertThat(problems.all())
        .containsExactly(new Problem("a.md", 10, "claim 7 is not in the inventory; known: 1 to 1"));
  }

  @Test
  void tellsAPassageThatIsTooShortOrTooLong() {
    read(1, SECTION.replace(WORDS, "few"));
    read(1, SECTION.replace(WORDS, WORDS.repeat(4)).replace("{#cost}", "{#other}"));

    assertThat(problems.all())
        .extracting(Problem::message)
        .anyMatch(message -> message.startsWith("passage \"cost/fees\" has 5 words"))
        .anyMatch(message -> message.startsWith("passage \"other/fees\" has 181 words"));
  }

  @Test
  void tellsTooFewExampleQuestions() {
    read(1, SECTION.replace("  - price?\n", ""));

    assertThat(problems.all())
        .containsExactly(
            new Problem(
                "a.md",
                15,
                "passage \"cost/fees\" has 3 example questions; at least 4 are needed"));
  }

  @Test
  void tellsDuplicateIdsAndExampleQuestions() {
    String twice = SECTION + "\n" + SECTION.substring(SECTION.indexOf("## Fees"));

    read(1, twice);

    assertThat(problems.all())
        .extracting(Problem::message)
        .contains(
            "duplicate passage id \"fees\"",
            "example question is given already at cost/fees: \"price?\"");
  }

  @Test
  void tellsEveryMistakeAtOnce() {
    read(
        1,
        SECTION
            .replace("about: [aws]", "about: [gcp]")
            .replace("topics: [fees]", "topics: [weather]")
            .replace("claims: [1]", "claims: [x]"));

    assertThat(problems.all()).extracting(Problem::line).containsExactly(8, 9, 10, 10, 1);
  }

  @Test
  void tellsAListWhereOnlyParagraphsAreAllowed() {
    read(1, SECTION + "\n- an item\n");

    assertThat(problems.all())
        .containsExactly(
            new Problem("a.md", 26, "passage \"cost/fees\" may hold plain paragraphs only"));
  }

  @Test
  void tellsYamlThatCannotBeRead() {
    read(1, SECTION.replace("about: [aws]", "about: [aws"));

    assertThat(problems.all())
        .anySatisfy(problem -> {
          assertThat(problem.line()).isEqualTo(9);
          assertThat(problem.message()).startsWith("not YAML");
        });
  }

  @Test
  void tellsAFileWithoutASection() {
    read(0, "just words\n");

    assertThat(problems.all())
        .contains(new Problem("a.md", 1, "expected a heading \"# Title {#section-id}\" first"));
  }

  private Guide read(int claims, String text) {
    Manifest manifest =
        new Manifest(
            "p",
            "1",
            "P",
            "about",
            new Manifest.Introduction(
                "things",
                "them",
                Optional.empty(),
                new Manifest.Examples(List.of(), List.of(), List.of(), List.of()),
                List.of()),
            List.of(
                new Manifest.Subject(
                    new SubjectId("aws"), "A W S", "AWS", new CredentialId("X-1"))),
            List.of(),
            Map.of(),
            Map.of(),
            new LinkedHashMap<>(Map.of("fees", "fees")),
            claims);
    return new GuideReader(manifest, problems).read(Map.of("a.md", text));
  }
}
