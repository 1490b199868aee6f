package dev.certadvisor;

import static org.assertj.core.api.Assertions.assertThat;

import dev.certadvisor.playground.Replay;
import dev.certadvisor.testing.TestWorkspace;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.context.ConfigurableApplicationContext;
import tools.jackson.core.util.DefaultIndenter;
import tools.jackson.core.util.DefaultPrettyPrinter;
import tools.jackson.core.util.Separators;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * Conversations that were recorded in the local workspace ("Save transcript"), held again with the
 * whole program and the shipped pack: the app says the same, word for word. Run with {@code
 * JAVA_TOOL_OPTIONS=-Dapprove=1} to write down what it says now, and look at the difference.
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

        List<Replay.Difference> differences = workspace.slack().replay(lines);
        if (System.getProperty("approve") != null) {
          differences.forEach(
              each -> ((ObjectNode) lines.get(each.line() - 1)).put("text", each.now()));
          Files.writeString(file, pretty(lines));
        } else {
          assertThat(differences).isEmpty();
        }
        assertThat(workspace.refusals()).isEmpty();
      }
    }
  }

  private static String pretty(JsonNode lines) {
    DefaultPrettyPrinter.Indenter indent = new DefaultIndenter("  ", "\n");
    Separators spaced =
        Separators.createDefaultInstance().withObjectNameValueSpacing(Separators.Spacing.AFTER);
    return JsonMapper.builder()
        .defaultPrettyPrinter(new DefaultPrettyPrinter(spaced).withArrayIndenter(indent))
        .build()
        .writerWithDefaultPrettyPrinter()
        .writeValueAsString(Map.of("transcript", lines));
  }
}
