package dev.certadvisor;

import static org.assertj.core.api.Assertions.assertThat;

import dev.certadvisor.testing.TestWorkspace;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.context.ConfigurableApplicationContext;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Conversations that were recorded in the local workspace ("Save transcript"), held again with the
 * whole program and the shipped pack: the app says the same, word for word.
 */
class ConversationsTest {

  private static final Path FOLDER = Path.of("src/test/resources/conversations");
  private static final LocalDate TODAY = LocalDate.of(2026, 11, 24);

  private final Path data;

  ConversationsTest(@TempDir Path data) {
    this.data = data;
  }

  @TestFactory
  Stream<DynamicTest> recorded() throws IOException {
    try (Stream<Path> files = Files.list(FOLDER)) {
      return files.sorted().toList().stream()
          .map(file -> DynamicTest.dynamicTest(file.getFileName().toString(), () -> hold(file)));
    }
  }

  private void hold(Path file) throws IOException {
    JsonNode lines = new JsonMapper().readTree(Files.readString(file)).path("transcript");
    assertThat(lines).isNotEmpty();
    try (TestWorkspace workspace = new TestWorkspace()) {
      Map<String, String> environment = new HashMap<>(workspace.environment());
      environment.put("SERVER_PORT", "0");
      environment.put("ADVISOR_DATA", data.resolve(file.getFileName()).toString());
      Composition composition = Composition.of(Path.of("seeds"), Optional.of(TODAY));
      SlackServer server =
          new SlackServer(Settings.from(environment), composition.advisor(), Optional.empty());
      try (ConfigurableApplicationContext app = server.start()) {
        workspace.serves(app.getBean(ServerAddress.class).get());

        assertThat(workspace.slack().replay(lines)).isEmpty();
        assertThat(workspace.refusals()).isEmpty();
      }
    }
  }
}
