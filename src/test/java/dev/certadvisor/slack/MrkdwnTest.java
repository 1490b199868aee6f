package dev.certadvisor.slack;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class MrkdwnTest {

  @Test
  void aTextIsPartedBetweenParagraphsIfThatCanBe() {
    assertThat(Mrkdwn.split("One two. Three.\n\nFour five.", 20))
        .containsExactly("One two. Three.", "Four five.");
  }

  @Test
  void elseBetweenSentencesAndElseBetweenWords() {
    assertThat(Mrkdwn.split("One two. Three four.", 15)).containsExactly("One two.", "Three four.");
    assertThat(Mrkdwn.split("one two three four", 9)).containsExactly("one two", "three", "four");
  }

  @Test
  void noEscapeAndNoCharacterIsParted() {
    List<String> pieces = Mrkdwn.split("&amp;".repeat(50) + "🎓".repeat(50), 33);

    assertThat(pieces)
        .allMatch(piece -> piece.matches("(&amp;|🎓)+"))
        .allMatch(p -> p.length() <= 33);
    assertThat(String.join("", pieces)).isEqualTo("&amp;".repeat(50) + "🎓".repeat(50));
  }

  @Test
  void aCutEndsAtAWord() {
    assertThat(Mrkdwn.cut("certificate of merit", 16)).isEqualTo("certificate of…");
    assertThat(Mrkdwn.cut("short", 5)).isEqualTo("short");
    assertThat(Mrkdwn.cut("🎓🎓🎓", 4)).isEqualTo("🎓…");
  }

  @Test
  void onlyAddressesThatABrowserOpensAreLinked() {
    assertThat(Mrkdwn.link("https://a.example/?b=1&c", "A & B"))
        .isEqualTo("<https://a.example/?b=1&amp;c|A &amp; B>");
    assertThat(Mrkdwn.link("javascript:alert(1)", "x")).isEqualTo("x");
    assertThat(Mrkdwn.link("https://a.example/|<!channel>", "x")).isEqualTo("x");
  }
}
