package dev.certadvisor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.certadvisor.playground.Exchange;
import dev.certadvisor.playground.Message;
import dev.certadvisor.playground.Mishap;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** What the server does in trouble, and what it tells those who run it. */
class SlackServerTest {

  @RegisterExtension private final EchoRoom room = new EchoRoom();

  @Test
  void oneFailureLeadsToOneApologyWithAnIncident() {
    room.maya().say(room.channel(), "@Cert Advisor " + EchoingAdvisor.FAIL);

    assertThat(room.maya().awaitEphemeral().text()).containsPattern("mention [0-9a-f]{8,} to");
  }

  @Test
  void aLimitIsObeyed() {
    room.slack().spoil("chat.postMessage", new Mishap.Limited(Duration.ofSeconds(1)));

    Message asked = room.maya().say(room.channel(), "@Cert Advisor patience");

    assertThat(room.maya().awaitReply(asked).text()).isEqualTo("You said: patience");
    List<Exchange> calls = room.slack().awaitCalls("chat.postMessage", 2);
    assertThat(calls).extracting(Exchange::status).containsExactly(429, 200);
    assertThat(Duration.between(calls.getFirst().at(), calls.getLast().at()))
        .isGreaterThanOrEqualTo(Duration.ofSeconds(1));
  }

  @Test
  void whereBlocksAreNotLikedTheTextAloneIsSent() {
    room.slack().spoil("chat.postMessage", new Mishap.Refused("invalid_blocks"));

    Message reply =
        room.maya().awaitReply(room.maya().say(room.channel(), "@Cert Advisor plainly"));

    assertThat(reply.blocks()).isEmpty();
    assertThat(reply.text()).isEqualTo("You said: plainly");
  }

  @Test
  void healthAndMetricsAreThere() {
    assertThat(get("/actuator/health/liveness").body()).contains("UP");
    assertThat(get("/actuator/health/readiness").body()).contains("UP");
    assertThat(get("/actuator/prometheus").body()).contains("advisor_messages_total");
    assertThat(get("/actuator/env").statusCode()).isEqualTo(404);
    assertThat(get("/slack/events").statusCode()).isEqualTo(405);
  }

  @Test
  void aTakenPortIsSaidInOneLine(@TempDir Path other) {
    int taken = room.server().address().getPort();
    SlackServer second =
        new SlackServer(
            room.server().settings(other, taken), new EchoingAdvisor(), Optional.empty());

    assertThatThrownBy(second::start)
        .isInstanceOf(UnusableException.class)
        .hasMessage("SERVER_PORT: port %d is taken; set SERVER_PORT to a free one", taken);
  }

  private HttpResponse<String> get(String path) {
    try {
      return HttpClient.newHttpClient()
          .send(
              HttpRequest.newBuilder(room.server().address().resolve(path)).build(),
              BodyHandlers.ofString());
    } catch (Exception e) {
      throw new AssertionError(e);
    }
  }
}
