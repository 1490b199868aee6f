package dev.certadvisor.playground;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RichTextTest {

  @ParameterizedTest
  @CsvSource(
      delimiterString = " => ",
      textBlock =
          """
          @Cert Advisor how long? => <@U0ADVISOR01> how long?
          @cert advisor hi => <@U0ADVISOR01> hi
          ask @maya in #general => ask <@U0MAYA00001> in <#C0GENERAL01|general>
          mail me@maya.example => mail me@maya.example
          a < b && c > d => a &lt; b &amp;&amp; c &gt; d
          <!channel> look => &lt;!channel&gt; look
          <@U0MAYA00001> => &lt;@U0MAYA00001&gt;
          see https://example.com/a?b=c. => see <https://example.com/a?b=c>.
          @nobody #nowhere => @nobody #nowhere
          """)
  void typedTextGoesOverTheWireAsSlackWritesIt(String typed, String wire) {
    assertThat(RichText.wire(typed, "Cert Advisor", new Roster())).isEqualTo(wire);
  }

  @ParameterizedTest
  @CsvSource(
      delimiterString = " => ",
      textBlock =
          """
          <@U1> a &lt; b => [{"type":"user","user_id":"U1"},{"type":"text","text":" a < b"}]
          <https://x.y> => [{"type":"link","url":"https://x.y"}]
          """)
  void richTextHoldsMentionsAndUnescapedText(String wire, String elements) {
    assertThat(RichText.of(wire).at("/0/elements/0/elements")).isEqualTo(Json.parse(elements));
  }
}
