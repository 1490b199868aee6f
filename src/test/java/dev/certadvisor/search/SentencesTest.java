package dev.certadvisor.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class SentencesTest {

  @Test
  void initialsAndAbbreviationsEndNoSentence() {
    assertThat(cut("Dr. J. Smith wrote it. It has 3.5 pages, e.g. One. \"Really?\" Yes!"))
        .containsExactly(
            "Dr. J. Smith wrote it.", "It has 3.5 pages, e.g. One.", "\"Really?\"", "Yes!");
  }

  @Test
  void anEmptyLineEndsASentence() {
    assertThat(cut("A heading\n\nand its text.")).containsExactly("A heading", "and its text.");
  }

  @Test
  void whatHasNoLetterAndNoDigitIsNoSentence() {
    assertThat(cut("One.\n\n* * *\n\nTwo.")).containsExactly("One.", "Two.");
  }

  @Property
  void everyLetterIsInOneSentence(@ForAll String text) {
    String sentences = String.join("", cut(text));

    assertThat(sentences.replaceAll("\\P{L}", "")).isEqualTo(text.replaceAll("\\P{L}", ""));
  }

  private static List<String> cut(String text) {
    return Sentences.of(text).stream()
        .map(span -> text.substring(span.start(), span.end()))
        .toList();
  }
}
