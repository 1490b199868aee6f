package dev.certadvisor.slack;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.yaml.snakeyaml.Yaml;

/** Holds the manifest to what the code does: no event or scope too many, none too few. */
class ManifestTest {

  private final Map<String, Object> manifest = read();

  @Test
  void itAsksForExactlyTheScopesThatAreUsed() {
    assertThat(at("oauth_config", "scopes", "bot")).isEqualTo(SlackApp.SCOPES);
  }

  @Test
  void itSubscribesToExactlyTheEventsThatAreHandled() {
    assertThat(at("settings", "event_subscriptions", "bot_events")).isEqualTo(SlackApp.EVENTS);
  }

  @Test
  void itHasTheCommandAndSendsEverythingToOnePath() {
    List<?> commands = (List<?>) at("features", "slash_commands");

    assertThat(commands).hasSize(1);
    Map<?, ?> command = (Map<?, ?>) commands.getFirst();
    assertThat(command.get("command")).isEqualTo(SlackApp.COMMAND);
    assertThat(String.valueOf(command.get("url"))).endsWith(SlackEdge.PATH);
    assertThat(command.get("url"))
        .isEqualTo(at("settings", "event_subscriptions", "request_url"))
        .isEqualTo(at("settings", "interactivity", "request_url"));
  }

  /** The lengths of Slack's manifest schema 2.0.0 (github.com/slackapi/manifest-schema). */
  @Test
  void itsTextsHaveTheLengthsThatSlackAllows() {
    assertThat(String.valueOf(at("display_information", "name"))).hasSizeLessThanOrEqualTo(35);
    assertThat(String.valueOf(at("display_information", "description")))
        .hasSizeLessThanOrEqualTo(140);
    assertThat(String.valueOf(at("display_information", "long_description")))
        .hasSizeBetween(175, 4_000);
    assertThat(String.valueOf(at("features", "bot_user", "display_name")))
        .hasSizeLessThanOrEqualTo(80);
  }

  private Object at(String... path) {
    Object value = manifest;
    for (String key : path) {
      value = Objects.requireNonNull(((Map<?, ?>) value).get(key), key);
    }
    return value;
  }

  private static Map<String, Object> read() {
    try {
      return new Yaml().load(Files.readString(Path.of("manifest.yml")));
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }
}
