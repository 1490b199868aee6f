package dev.certadvisor;

import static org.assertj.core.api.Assertions.assertThat;

import dev.certadvisor.testing.TestWorkspace;
import java.net.URI;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.context.ConfigurableApplicationContext;

/** Where the server listens. */
class ListeningTest {

  @Test
  void theSettingsDecideThePortWhateverElseSpringReads(@TempDir Path folder) {
    try (TestWorkspace workspace = new TestWorkspace()) {
      Map<String, String> environment = new HashMap<>(workspace.environment());
      environment.put("SERVER_PORT", "0");
      environment.put("ADVISOR_DATA", folder.toString());
      SlackServer server =
          new SlackServer(Settings.from(environment), new EchoingAdvisor(), Optional.empty());

      // Stands for a SERVER_PORT of the process, which Spring reads by itself.
      try (ConfigurableApplicationContext running = server.application().run("--server.port=1")) {
        URI address = running.getBean(ServerAddress.class).get();

        assertThat(address.getPort()).isGreaterThan(1_023);
        assertThat(address.getHost()).isIn("localhost", "127.0.0.1");
      }
    }
  }
}
