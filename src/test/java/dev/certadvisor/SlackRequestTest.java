package dev.certadvisor;

import static org.assertj.core.api.Assertions.assertThat;

import dev.certadvisor.slack.Payloads;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Which of the requests that reach the server are taken, once, and which are refused. */
class SlackRequestTest {

  @RegisterExtension private final EchoRoom room = new EchoRoom();

  @Test
  void theChallengeIsGivenBack() {
    HttpResponse<String> response =
        room.sender()
            .json("{\"type\":\"url_verification\",\"token\":\"x\",\"challenge\":\"3eZbrw\"}");

    assertThat(response.statusCode()).isEqualTo(200);
    assertThat(response.body()).isEqualTo("3eZbrw");
  }

  @Test
  void theCertificateCheckIsAnswered() {
    byte[] body = "ssl_check=1&token=x".getBytes(StandardCharsets.UTF_8);

    assertThat(
            room.sender().post("application/x-www-form-urlencoded", body, "0", "v0=").statusCode())
        .isEqualTo(200);
  }

  @Test
  void aBodyThatEndsInALineBreakKeepsItsSignature() {
    room.sender().json(room.recordedMention("<@U0BOT> line\r\nbreaks") + "\r\n\n");

    assertThat(room.nextAnswer().text()).isEqualTo("You said: line\nbreaks");
  }

  @Test
  void aWrongSignatureIsRefused() {
    byte[] body = room.recordedMention("<@U0BOT> forged").getBytes(StandardCharsets.UTF_8);
    String now = String.valueOf(Instant.now().getEpochSecond());

    assertThat(
            room.sender().post("application/json", body, now, "v0=" + "0".repeat(64)).statusCode())
        .isEqualTo(401);
    assertThat(room.sender().post("application/json", body, "soon", "").statusCode())
        .isEqualTo(401);
    nothingWasAnswered();
  }

  @ParameterizedTest
  @ValueSource(longs = {-302, 302, 86_400, 9_000_000_000_000_000L})
  void aStaleOrFutureTimestampIsRefused(long seconds) {
    Instant at =
        Instant.ofEpochSecond(Instant.now().getEpochSecond() + Math.min(seconds, 1L << 33));

    assertThat(room.sender().json(room.recordedMention("<@U0BOT> late"), at).statusCode())
        .isEqualTo(401);
    nothingWasAnswered();
  }

  @ParameterizedTest
  @ValueSource(strings = {"{", "[]", "null", "", "{\"type\":", "x=y", "payload=%7B", "payload=%zz"})
  void whatIsNeitherJsonNorAFormOfSlacksIsRefused(String body) {
    assertThat(room.sender().json(body).statusCode()).isEqualTo(400);
    nothingWasAnswered();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{}",
        "{\"type\":\"something_new\"}",
        "{\"type\":\"event_callback\"}",
        "{\"type\":\"event_callback\",\"event\":{\"type\":\"star_added\"},\"event_id\":\"Ev9\"}",
        "{\"type\":\"app_rate_limited\",\"team_id\":\"T0A1\",\"minute_rate_limited\":1}"
      })
  void whatIsUnknownIsAcknowledged(String body) {
    assertThat(room.sender().json(body).statusCode()).isEqualTo(200);
    nothingWasAnswered();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "bot-message",
        "message-changed",
        "message-deleted",
        "own-message",
        "channel-joined",
        "edited-message",
        "shared-channel-mention"
      })
  void whatNobodyWaitsForIsAcknowledgedAndIgnored(String payload) {
    assertThat(
            room.sender()
                .json(Payloads.of(payload, Map.of("event", room.nextEvent())))
                .statusCode())
        .isEqualTo(200);
    nothingWasAnswered();
  }

  @Test
  void anEventDeliveredAgainIsAcknowledgedAndNotAnsweredAgain() {
    String event = room.recordedMention("<@U0ADVISOR01> once");

    room.sender().json(event);
    assertThat(room.sender().json(event).statusCode()).isEqualTo(200);
    room.sender().json(room.recordedMention("<@U0ADVISOR01> twice"));

    room.awaitAnswers("You said: once", "You said: twice");
  }

  @Test
  void aMentionThatAlsoArrivesAsAMessageIsAnsweredOnce() {
    room.sender().json(room.recordedMention("<@U0BOT> hello"));
    room.sender()
        .json(
            Payloads.of(
                "channel-message", Map.of("event", room.nextEvent(), "text", "<@U0BOT> hello")));
    room.maya().sayDirectly("last");

    room.awaitAnswers("You said: hello", "You said: last");
  }

  /** Whatever is asked afterwards is the first to be answered. */
  private void nothingWasAnswered() {
    room.maya().say(room.channel(), "@Cert Advisor after");
    room.awaitAnswers("You said: after");
  }
}
