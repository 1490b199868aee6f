package dev.certadvisor;

import static org.assertj.core.api.Assertions.assertThat;

import dev.certadvisor.playground.Message;
import dev.certadvisor.playground.View;
import dev.certadvisor.slack.Payloads;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * What is said and pressed in Slack, and what comes back; over real HTTP, with the local workspace
 * on the other side.
 */
class SlackConversationTest {

  @RegisterExtension private final EchoRoom room = new EchoRoom();

  @Test
  void aMentionIsAnsweredInItsThread() {
    Message asked = room.maya().say(room.channel(), "@Cert Advisor how long is AI-102?");

    Message reply = room.maya().awaitReply(asked);
    assertThat(reply.threadTs()).contains(asked.ts());
    assertThat(reply.text()).isEqualTo("You said: how long is AI-102?");
    assertThat(reply.blocks()).hasSize(2);
    assertThat(room.slack().calls("chat.postMessage").getFirst().request())
        .contains("\"unfurl_links\":\"0\"", "\"unfurl_media\":\"0\"");
  }

  @Test
  void aMentionInAThreadIsAnsweredInThatThread() {
    Message first = room.as("tomas").say(room.channel(), "which exam?");

    Message reply = room.maya().awaitReply(room.maya().reply(first, "@Cert Advisor and AWS?"));

    assertThat(reply.threadTs()).contains(first.ts());
  }

  @Test
  void aDirectMessageIsAnsweredThere() {
    Message asked = room.maya().sayDirectly("hello");

    Message reply = room.maya().awaitReply(asked);
    assertThat(reply.threadTs()).contains(asked.ts());
    assertThat(reply.text()).isEqualTo("You said: hello");
  }

  @Test
  void aCommandIsAcknowledgedWithoutWordsAndAnsweredPrivately() {
    room.maya().command(room.channel(), "/advisor recommend I use SageMaker & Python");

    Message reply = room.maya().awaitEphemeral();
    assertThat(reply.text()).isEqualTo("You commanded: recommend I use SageMaker &amp; Python");
    assertThat(room.slack().calls("response_url")).hasSize(1);
    assertThat(room.slack().exchanges().getFirst().response()).as("of the command").isEmpty();
  }

  @Test
  void aClickIsAnsweredInTheThreadOfItsButton() {
    Message asked = room.maya().say(room.channel(), "@Cert Advisor hello");
    Message reply = room.maya().awaitReply(asked);

    room.maya().press(reply, "More");

    Message next = room.maya().awaitAnswer();
    assertThat(next.threadTs()).contains(asked.ts());
    assertThat(next.text()).isEqualTo("You chose: Say[text=more]");
  }

  @Test
  void aPersonalClickInAChannelIsAnsweredToThatPersonAlone() {
    room.maya().press(answerWithButtons(), "Undo");

    Message reply = room.maya().awaitAnswer();
    assertThat(reply.onlyFor()).contains(room.maya().person().id());
    assertThat(reply.isReply()).isTrue();
  }

  @Test
  void aClickInAnEphemeralMessageIsAnsweredByItsReturnAddress() {
    room.maya().command(room.channel(), "/advisor help");
    Message ephemeral = room.maya().awaitEphemeral();

    room.maya().press(ephemeral, "More");

    Message reply = room.maya().awaitAnswer();
    assertThat(reply.onlyFor()).contains(room.maya().person().id());
    assertThat(room.slack().calls("response_url")).hasSize(2);
    assertThat(room.slack().messages()).as("nothing was replaced").contains(ephemeral);
  }

  @Test
  void anOutdatedButtonIsAnsweredKindlyToWhoeverPressedIt() {
    assertThat(room.sender().interaction(click("0.from-long-ago")).statusCode()).isEqualTo(200);

    Message reply = room.as("ann").awaitEphemeral();
    assertThat(reply.text()).contains("older version");
  }

  @Test
  void openingTheHomeShowsAPage() {
    room.maya().openHome();

    View home = room.maya().awaitHome(view -> true);
    assertThat(home.body().toString()).contains("\"type\":\"home\"", "Your home");
  }

  @Test
  void aHomeThatHasUnknownBlocksInItIsDrawnAnew() {
    room.sender()
        .json(Payloads.of("home-opened", Map.of("event", room.nextEvent(), "tab", "home")));

    assertThat(room.as("ann").awaitHome(view -> true).blocks()).isNotEmpty();
  }

  @Test
  void openingTheMessagesIsGreeted() {
    room.maya().openMessages();

    Message greeting = room.maya().awaitAnswer();
    assertThat(greeting.channel()).isEqualTo(room.maya().person().directMessage());
    assertThat(greeting.threadTs()).isEmpty();
  }

  @Test
  void whatAPersonTypedIsNeverALiveMentionInTheReply() {
    room.sender()
        .json(
            room.recordedMention(
                "<@U0BOT> tell &lt;!channel&gt; <!here> &amp; <https://a.example|all>"));

    Message reply = room.awaitAnswers("You said: tell &lt;!channel&gt; &amp; all").getFirst();
    assertThat(reply.blocks().toString()).doesNotContain("<!");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "<@U0BOT>", ":wave:", "\u0000\u0007\u200b", "a\r\nb\r\n"})
  void anyTextGetsAnAnswer(String text) {
    room.sender().json(room.recordedMention(text));

    assertThat(room.nextAnswer().text()).startsWith("You said:");
  }

  @Test
  void aVeryLongTextGetsAnAnswer() {
    Message asked =
        room.maya().say(room.channel(), "@Cert Advisor " + "words & more ".repeat(3_200));

    assertThat(room.maya().awaitReply(asked).blocks().size()).isBetween(10, 50);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "org-install-mention",
        "thread-broadcast",
        "files-only",
        "unknown-blocks",
        "smart-quotes"
      })
  void everyShapeOfAMessageIsAnswered(String payload) {
    assertThat(
            room.sender()
                .json(Payloads.of(payload, Map.of("event", room.nextEvent())))
                .statusCode())
        .isEqualTo(200);

    assertThat(room.nextAnswer().text()).startsWith("You said:");
  }

  private String click(String value) {
    return Payloads.of(
        "click",
        Map.of(
            "value",
            value,
            "channel",
            room.server().channelId(),
            "click",
            room.nextEvent(),
            "responseUrl",
            "https://hooks.slack.example/none"));
  }

  private Message answerWithButtons() {
    return room.maya().awaitReply(room.maya().say(room.channel(), "@Cert Advisor hello"));
  }
}
