package dev.certadvisor;

import static org.assertj.core.api.Assertions.assertThat;

import dev.certadvisor.slack.Payloads;
import dev.certadvisor.slack.StubMethods;
import dev.certadvisor.slack.StubMethods.Call;
import dev.certadvisor.slack.StubSocketMode;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.context.ConfigurableApplicationContext;

/** The whole server in Socket Mode, over real WebSockets. */
class SocketModeServerTest {

  private final StubMethods api = new StubMethods();
  private final StubSocketMode slack = new StubSocketMode();
  private final ConfigurableApplicationContext server;

  SocketModeServerTest(@TempDir Path folder) {
    api.always("apps.connections.open", slack.ticket());
    server = new SlackServer(settings(folder), new EchoingAdvisor(), Optional.empty()).start();
  }

  @AfterEach
  void stop() {
    server.close();
    slack.awaitOpen(0);
    slack.close();
    api.close();
  }

  @Test
  void aMentionIsAnsweredInItsThreadAndOnceHoweverOftenItComes() {
    slack.awaitOpen(3);
    String mention =
        Payloads.of(
            "app-mention",
            Map.of("event", "Ev1", "text", "<@U0BOT> hello", "ts", "1.5", "channel", "C1"));

    slack.send("e1", "events_api", mention);
    slack.awaitAcknowledgement("e1");
    slack.send("e2", "events_api", mention);
    slack.awaitAcknowledgement("e2");
    slack.send("e3", "events_api", mention.replace("Ev1", "Ev2").replace("hello", "bye"));
    slack.awaitAcknowledgement("e3");

    assertThat(api.await("chat.postMessage", 2))
        .extracting(call -> call.parameter("text"))
        .containsExactly("You said: hello", "You said: bye");
    Call reply = api.calls("chat.postMessage").getFirst();
    assertThat(reply.authorization()).isEqualTo("Bearer xoxb-test");
    assertThat(reply.parameter("thread_ts")).isEqualTo("1.5");
  }

  @Test
  void readinessSaysHowManyLinesAreOpenAndNothingIsTakenOverHttp() throws Exception {
    slack.awaitOpen(3);
    HttpResponse<String> readiness = call(HttpRequest.newBuilder(at("/actuator/health/readiness")));
    while (!readiness.body().contains("\"lines\":3") || !readiness.body().contains("reached")) {
      readiness = call(HttpRequest.newBuilder(at("/actuator/health/readiness")));
    }

    assertThat(readiness.statusCode()).isEqualTo(200);
    HttpRequest.Builder unsigned =
        HttpRequest.newBuilder(at("/slack/events")).POST(BodyPublishers.ofString("{}"));
    assertThat(call(unsigned).statusCode()).isEqualTo(404);
  }

  private URI at(String path) {
    return server.getBean(ServerAddress.class).get().resolve(path);
  }

  private static HttpResponse<String> call(HttpRequest.Builder request) throws Exception {
    return HttpClient.newHttpClient().send(request.build(), BodyHandlers.ofString());
  }

  private Settings settings(Path folder) {
    return Settings.from(
        Map.of(
            "SLACK_BOT_TOKEN", "xoxb-test",
            "SLACK_APP_TOKEN", "xapp-test",
            "ADVISOR_SOCKET_CONNECTIONS", "3",
            "SLACK_API_URL", api.api().toString(),
            "SERVER_PORT", "0",
            "ADVISOR_DATA", folder.toString()));
  }
}
