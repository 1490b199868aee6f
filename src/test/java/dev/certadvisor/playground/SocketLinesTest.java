package dev.certadvisor.playground;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.certadvisor.testing.TestWorkspace;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.WebSocket;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

/** Socket Mode as an app sees it, over real WebSockets. */
class SocketLinesTest {

  private final TestWorkspace workspace = TestWorkspace.overSockets();
  private final SlackStandIn slack = workspace.slack();
  private final Member maya = workspace.as("maya");

  @AfterEach
  void stop() {
    workspace.close();
  }

  @Test
  void aLineIsGreeted() {
    JsonNode hello = new App(url()).next();

    assertThat(Json.text(hello, "type")).isEqualTo("hello");
    assertThat(hello.at("/connection_info/app_id").asString()).isEqualTo(Workspace.APP);
    slack.awaitLines(1);
  }

  @ParameterizedTest
  @CsvSource({
    "'', not_authed",
    "Bearer xoxb-test, not_allowed_token_type",
    "Bearer xapp-other, invalid_auth"
  })
  void onlyTheAppLevelTokenOpensLines(String authorization, String error) {
    assertThat(Json.text(open(authorization), "error")).isEqualTo(error);
  }

  @Test
  void aTicketOpensOneLine() {
    URI url = url();
    new App(url).next();

    assertThatThrownBy(() -> new App(url)).isInstanceOf(CompletionException.class);
  }

  @Test
  void aMessageComesAsAnEnvelopeAndIsSentOnceWhereItIsAcknowledged() {
    App app = connected();

    maya.sayDirectly("hello");

    JsonNode envelope = app.next();
    assertThat(Json.text(envelope, "type")).isEqualTo("events_api");
    assertThat(envelope.at("/payload/event/text").asString()).isEqualTo("hello");
    assertThat(envelope.path("accepts_response_payload").asBoolean(true)).isFalse();
    app.acknowledge(envelope, "");
    slack.awaitQuiet();
    assertThat(slack.exchanges()).extracting(Exchange::outcome).containsExactly("ok", "ok");
  }

  @Test
  void whatIsNotAcknowledgedComesAgainAndSaysSo() {
    App app = connected();
    maya.sayDirectly("hello");

    JsonNode first = app.next();
    JsonNode again = app.next();

    assertThat(again.at("/payload/event_id")).isEqualTo(first.at("/payload/event_id"));
    assertThat(again.path("retry_attempt").asInt()).isEqualTo(1);
    assertThat(Json.text(again, "retry_reason")).isEqualTo("timeout");
    assertThat(Json.text(again, "envelope_id")).isNotEqualTo(Json.text(first, "envelope_id"));
  }

  @Test
  void aCommandIsAnsweredInItsAcknowledgement() {
    App app = connected();

    maya.command("general", "/advisor status & more");

    JsonNode envelope = app.next();
    assertThat(Json.text(envelope, "type")).isEqualTo("slash_commands");
    assertThat(envelope.at("/payload/text").asString()).isEqualTo("status & more");
    app.acknowledge(envelope, ",\"payload\":{\"text\":\"All well\"}");
    assertThat(maya.awaitEphemeral().text()).isEqualTo("All well");
  }

  @Test
  void theAppIsToldToOpenAnotherLine() {
    App app = connected();

    slack.disconnect("refresh_requested");

    assertThat(Json.text(app.next(), "reason")).isEqualTo("refresh_requested");
    slack.dropLine();
    slack.awaitLines(0);
  }

  @Test
  void anEleventhLineIsSentAway() {
    List<App> apps = new ArrayList<>();
    for (int i = 0; i < SocketLines.MOST; i++) {
      apps.add(connected());
    }

    JsonNode refused = new App(url()).next();

    assertThat(Json.text(refused, "reason")).isEqualTo("too_many_websockets");
    slack.awaitLines(apps.size());
  }

  private App connected() {
    App app = new App(url());
    assertThat(Json.text(app.next(), "type")).isEqualTo("hello");
    return app;
  }

  private URI url() {
    return URI.create(Json.text(open("Bearer xapp-test"), "url"));
  }

  private JsonNode open(String authorization) {
    String api = workspace.environment().getOrDefault("SLACK_API_URL", "");
    HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(api + "apps.connections.open"));
    request.header("Authorization", authorization).POST(HttpRequest.BodyPublishers.noBody());
    try {
      return Json.parse(
          HttpClient.newHttpClient().send(request.build(), BodyHandlers.ofString()).body());
    } catch (IOException | InterruptedException e) {
      throw new AssertionError(e);
    }
  }

  /** An app's end of one line. */
  private static final class App implements WebSocket.Listener {

    private final BlockingQueue<String> heard = new LinkedBlockingQueue<>();
    private final StringBuilder parts = new StringBuilder();
    private final WebSocket socket;

    App(URI url) {
      socket = HttpClient.newHttpClient().newWebSocketBuilder().buildAsync(url, this).join();
    }

    JsonNode next() {
      try {
        String text = heard.poll(20, TimeUnit.SECONDS);
        if (text == null) {
          throw new AssertionError("nothing came over the line");
        }
        return Json.parse(text);
      } catch (InterruptedException e) {
        throw new AssertionError(e);
      }
    }

    void acknowledge(JsonNode envelope, String more) {
      String id = Json.text(envelope, "envelope_id");
      socket.sendText("{\"envelope_id\":\"" + id + "\"" + more + "}", true).join();
    }

    @Override
    public CompletionStage<?> onText(WebSocket from, CharSequence part, boolean last) {
      parts.append(part);
      if (last) {
        heard.add(parts.toString());
        parts.setLength(0);
      }
      from.request(1);
      return CompletableFuture.completedStage(null);
    }
  }
}
