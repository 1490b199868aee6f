package dev.certadvisor.slack;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MessageTextTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "<@U0BOT> how long is it? | how long is it?",
        "so <@U0BOT> tell me | so tell me",
        "<!channel> <!here> <!subteam^S1> hi | hi",
        "see <#C1> and <#C2> | see and",
        "<https://a.example/x?y=1&amp;z=2> | https://a.example/x?y=1&z=2",
        "<mailto:a@b.example> | mailto:a@b.example",
        "due <!date^1392734382^{date}^https://x.example> | due",
        "1 &lt; 2 &amp;&amp; 3 &gt; 2 | 1 < 2 && 3 > 2",
        "&amp;lt;!channel&amp;gt; | &lt;!channel&gt;",
        "<> a < b | a < b",
      })
  void markupBecomesWords(String raw, String plain) {
    assertThat(MessageText.plain(raw)).isEqualTo(plain);
  }

  @Test
  void labelsStandForWhatTheyLabel() {
    assertThat(MessageText.plain("<#C1|general> <https://a.example|the page> <@U1|ann>"))
        .isEqualTo("#general the page");
  }

  @Test
  void quotesAreStraightAndLinesAreKept() {
    assertThat(MessageText.plain("what’s “it”\r\n\r\n worth\t?\u0000\u200b"))
        .isEqualTo("what's \"it\"\nworth ?");
  }

  @Test
  void joinedEmojiStayTogether() {
    assertThat(MessageText.plain("👩\u200D💻 e\u0301")).isEqualTo("👩\u200D💻 é");
  }

  @Test
  void nothingIsNothing() {
    assertThat(MessageText.plain(null)).isEmpty();
  }

  @Test
  void whatIsTooLongIsCutBetweenCharacters() {
    String text = MessageText.plain("a" + "🎓".repeat(30_000));

    assertThat(text.length()).isEqualTo(39_999);
    assertThat(text).endsWith("🎓");
  }
}
