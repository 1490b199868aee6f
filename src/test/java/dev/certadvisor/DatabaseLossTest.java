package dev.certadvisor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.certadvisor.delivery.Dispatcher;
import dev.certadvisor.slack.Payloads;
import dev.certadvisor.slack.SignedSender;
import dev.certadvisor.slack.StubWebApi;
import dev.certadvisor.store.Database;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.context.ConfigurableApplicationContext;

/** What the server says when its database is not there. */
class DatabaseLossTest {

  @TempDir private Path folder;

  @Test
  void aDatabaseThatGoesAwayMakesSlackTryAgain() throws Exception {
    try (StubWebApi api = new StubWebApi();
        ConfigurableApplicationContext server = server(settings(api, Map.of())).start()) {
      URI address = server.getBean(ServerAddress.class).get();
      SignedSender slack = new SignedSender(address.resolve("/slack/events"), "s");
      server.getBean(Database.class).close();

      assertThat(slack.json(message()).statusCode()).isEqualTo(503);
      assertThat(readiness(address)).isEqualTo(503);
      assertThat(api.calls()).isEmpty();
    }
  }

  @Test
  void whatWasTakenIsAnsweredByTheNextRun() throws Exception {
    try (StubWebApi api = new StubWebApi()) {
      Settings settings = settings(api, Map.of());
      try (ConfigurableApplicationContext first = server(settings).start()) {
        first.getBean(Dispatcher.class).stop(Duration.ZERO);
        URI address = first.getBean(ServerAddress.class).get();
        assertThat(
                new SignedSender(address.resolve("/slack/events"), "s")
                    .json(message())
                    .statusCode())
            .isEqualTo(200);
        assertThat(api.calls()).isEmpty();
      }

      try (ConfigurableApplicationContext second = server(settings).start()) {
        assertThat(api.await(1).getFirst().parameter("text")).isEqualTo("You said: hello");
        assertThat(second.isRunning()).isTrue();
      }
    }
  }

  @Test
  void aServerThatCannotBeReachedIsSaidInOneLine() {
    try (StubWebApi api = new StubWebApi()) {
      Settings settings =
          settings(api, Map.of("ADVISOR_DATABASE_URL", "jdbc:postgresql://127.0.0.1:1/none"));

      assertThatThrownBy(() -> server(settings).start())
          .isInstanceOf(UnusableException.class)
          .hasMessageStartingWith("ADVISOR_DATABASE_URL: the database cannot be used: ")
          .hasMessageNotContaining("\n");
    }
  }

  @Test
  void aDamagedFileIsSaidInOneLine() throws Exception {
    Files.writeString(folder.resolve("advisor.mv.db"), "no database\n".repeat(1_000));
    try (StubWebApi api = new StubWebApi()) {

      assertThatThrownBy(() -> server(settings(api, Map.of())).start())
          .isInstanceOf(UnusableException.class)
          .hasMessageStartingWith("ADVISOR_DATA: the database in " + folder)
          .hasMessageNotContaining("\n");
    }
  }

  private static SlackServer server(Settings settings) {
    return new SlackServer(settings, new EchoingAdvisor(), Optional.empty());
  }

  private Settings settings(StubWebApi api, Map<String, String> more) {
    Map<String, String> environment = new HashMap<>(more);
    environment.put("SLACK_BOT_TOKEN", "xoxb-test");
    environment.put("SLACK_SIGNING_SECRET", "s");
    environment.put("SLACK_API_URL", api.api().toString());
    environment.put("SERVER_PORT", "0");
    environment.put("ADVISOR_DATA", folder.toString());
    return Settings.from(environment);
  }

  private static String message() {
    return Payloads.of(
        "direct-message", Map.of("event", "Ev1", "text", "hello", "ts", "1.5", "channel", "D1"));
  }

  private static int readiness(URI address) throws Exception {
    return HttpClient.newHttpClient()
        .send(
            HttpRequest.newBuilder(address.resolve("/actuator/health/readiness")).build(),
            BodyHandlers.discarding())
        .statusCode();
  }
}
