package dev.certadvisor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.certadvisor.delivery.Dispatcher;
import dev.certadvisor.playground.Exchange;
import dev.certadvisor.playground.Member;
import dev.certadvisor.playground.Message;
import dev.certadvisor.store.Database;
import dev.certadvisor.testing.TestWorkspace;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
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
    try (TestWorkspace workspace = new TestWorkspace();
        ConfigurableApplicationContext server = server(settings(workspace, Map.of())).start()) {
      URI address = server.getBean(ServerAddress.class).get();
      workspace.serves(address);
      server.getBean(Database.class).close();

      workspace.as("maya").sayDirectly("hello");
      workspace.slack().awaitQuiet();

      assertThat(deliveries(workspace))
          .as("sent, and once more at once")
          .hasSize(2)
          .extracting(Exchange::status)
          .containsOnly(503);
      assertThat(readiness(address)).isEqualTo(503);
    }
  }

  @Test
  void whatWasTakenIsAnsweredByTheNextRun() throws Exception {
    try (TestWorkspace workspace = new TestWorkspace()) {
      Settings settings = settings(workspace, Map.of());
      Member maya = workspace.as("maya");
      Message asked;
      try (ConfigurableApplicationContext first = server(settings).start()) {
        first.getBean(Dispatcher.class).stop(Duration.ZERO);
        workspace.serves(first.getBean(ServerAddress.class).get());
        asked = maya.sayDirectly("hello");
        workspace.slack().awaitQuiet();
        assertThat(deliveries(workspace)).extracting(Exchange::status).containsExactly(200);
      }

      try (ConfigurableApplicationContext second = server(settings).start()) {
        assertThat(maya.awaitReply(asked).text()).isEqualTo("You said: hello");
        assertThat(second.isRunning()).isTrue();
      }
    }
  }

  @Test
  void aServerThatCannotBeReachedIsSaidInOneLine() {
    try (TestWorkspace workspace = new TestWorkspace()) {
      Settings settings =
          settings(workspace, Map.of("ADVISOR_DATABASE_URL", "jdbc:postgresql://127.0.0.1:1/none"));

      assertThatThrownBy(() -> server(settings).start())
          .isInstanceOf(UnusableException.class)
          .hasMessageStartingWith("ADVISOR_DATABASE_URL: the database cannot be used: ")
          .hasMessageNotContaining("\n");
    }
  }

  @Test
  void aDamagedFileIsSaidInOneLine() throws Exception {
    Files.writeString(folder.resolve("advisor.mv.db"), "no database\n".repeat(1_000));
    try (TestWorkspace workspace = new TestWorkspace()) {

      assertThatThrownBy(() -> server(settings(workspace, Map.of())).start())
          .isInstanceOf(UnusableException.class)
          .hasMessageStartingWith("ADVISOR_DATA: the database in " + folder)
          .hasMessageNotContaining("\n");
    }
  }

  private static List<Exchange> deliveries(TestWorkspace workspace) {
    return workspace.slack().exchanges().stream()
        .filter(each -> each.direction() == Exchange.Direction.TO_APP)
        .toList();
  }

  private static SlackServer server(Settings settings) {
    return new SlackServer(settings, new EchoingAdvisor(), Optional.empty());
  }

  private Settings settings(TestWorkspace workspace, Map<String, String> more) {
    Map<String, String> environment = new HashMap<>(workspace.environment());
    environment.putAll(more);
    environment.put("SERVER_PORT", "0");
    environment.put("ADVISOR_DATA", folder.toString());
    return Settings.from(environment);
  }

  private static int readiness(URI address) throws Exception {
    return HttpClient.newHttpClient()
        .send(
            HttpRequest.newBuilder(address.resolve("/actuator/health/readiness")).build(),
            BodyHandlers.discarding())
        .statusCode();
  }
}
