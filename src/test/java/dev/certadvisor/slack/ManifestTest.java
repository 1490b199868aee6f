package dev.certadvisor.slack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import com.networknt.schema.InputFormat;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import dev.certadvisor.conversation.Wording;
import dev.certadvisor.pack.Pack;
import dev.certadvisor.pack.PackReader;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.yaml.snakeyaml.Yaml;
import tools.jackson.databind.json.JsonMapper;

/** Holds the manifest to what the code does: no event or scope too many, none too few. */
class ManifestTest {

  private final Map<String, Object> manifest = read();

  @Test
  void itAsksForExactlyTheScopesThatAreUsed() {
    Set<String> needed = new TreeSet<>(Needs.SCOPES_TO_HEAR);
    needed.addAll(Needs.SCOPE_BY_METHOD.values());
    needed.remove("");
    List<String> asked = new ArrayList<>();
    ((List<?>) at("oauth_config", "scopes", "bot")).forEach(scope -> asked.add(scope + ""));
    ((List<?>) at("oauth_config", "scopes", "bot_optional"))
        .forEach(scope -> asked.add(scope + ""));

    assertThat(asked).containsExactlyInAnyOrderElementsOf(needed);
  }

  /** The code's calls, read from its source, are those of the list that the scopes come from. */
  @Test
  void theListOfMethodsIsWhatTheCodeCalls() throws IOException {
    Pattern call =
        Pattern.compile(
            "\\.(agents|chat|views|users|conversations|reactions|assistant)([A-Z]\\w+)\\(");
    Pattern byName =
        Pattern.compile(
            "\"((?:agents|chat|views|users|conversations|reactions|assistant)\\.[\\w.]+)\"");
    Set<String> called = new TreeSet<>();
    try (Stream<Path> files = Files.list(Path.of("src/main/java/dev/certadvisor/slack"))) {
      for (Path file : files.filter(one -> !one.endsWith("SlackApp.java")).toList()) {
        String source = Files.readString(file);
        call.matcher(source)
            .results()
            .forEach(found -> called.add(name(found.group(1), found.group(2))));
        byName.matcher(source).results().forEach(found -> called.add(found.group(1)));
      }
    }

    assertThat(called)
        .isNotEmpty()
        .allSatisfy(method -> assertThat(Needs.SCOPE_BY_METHOD).containsKey(method));
    assertThat(Needs.SCOPE_BY_METHOD.keySet())
        .filteredOn(method -> !method.matches("(apps|auth|oauth)\\..*"))
        .isSubsetOf(called);
  }

  /** As the SDK writes it: {@code assistantThreadsSetStatus} is assistant.threads.setStatus. */
  private static String name(String family, String rest) {
    String method = Character.toLowerCase(rest.charAt(0)) + rest.substring(1);
    return family
        + "."
        + method
            .replaceFirst("^(threads|sessions)([A-Z])", "$1.$2")
            .replace("threads.S", "threads.s")
            .replace("sessions.S", "sessions.s");
  }

  @Test
  void itsShortcutsAreThoseThatAreHandled() {
    List<?> shortcuts = (List<?>) at("features", "shortcuts");

    assertThat(shortcuts.stream().map(each -> ((Map<?, ?>) each).get("callback_id") + "").toList())
        .containsExactly(SlackApp.INTERVIEW, SlackApp.ASK_ABOUT);
    assertThat(shortcuts)
        .allSatisfy(shortcut ->
            assertThat(String.valueOf(((Map<?, ?>) shortcut).get("name")))
                .hasSizeLessThanOrEqualTo(24));
  }

  /** Slack shows the manifest's until the person has opened the messages for the first time. */
  @Test
  void itSuggestsWhatTheAppSuggestsToSomebodyNew() {
    Wording wording = Wording.load();

    assertThat((List<?>) at("features", "agent_view", "suggested_prompts"))
        .isEqualTo(
            Stream.concat(
                    Stream.of("interview", "today")
                        .map(what ->
                            Map.of(
                                "title", wording.say("suggest." + what),
                                "message", wording.say("suggest." + what + ".message"))),
                    shipped().manifest().introduction().suggestions().stream()
                        .map(each -> Map.of("title", each.title(), "message", each.message())))
                .toList());
  }

  private static Pack shipped() {
    if (PackReader.read(Path.of("seeds")) instanceof PackReader.Result.Sound sound) {
      return sound.pack();
    }
    throw new IllegalStateException("the shipped pack has mistakes");
  }

  @Test
  void itsSuggestedPromptsAreFourAtMost() {
    assertThat((List<?>) at("features", "agent_view", "suggested_prompts")).hasSizeBetween(1, 4);
    assertThat(String.valueOf(at("features", "agent_view", "agent_description")))
        .hasSizeLessThanOrEqualTo(300);
  }

  @Test
  void itSubscribesToExactlyTheEventsThatAreHandled() {
    assertThat(at("settings", "event_subscriptions", "bot_events")).isEqualTo(Needs.EVENTS);
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

  @Test
  void itIsAsSlacksSchemaWantsIt() {
    assertThat(objections(manifest)).isEmpty();
  }

  /** Each fault that the schema is to find, at a path of the manifest. */
  static Stream<Arguments> faults() {
    return Stream.of(
        arguments("display_information name", "a name of more than 35 characters goes here"),
        arguments("display_information description", "d".repeat(141)),
        arguments("display_information long_description", "too short"),
        arguments("display_information nickname", "no such key"),
        arguments("features bot_user display_name", "d".repeat(81)),
        arguments("features slash_commands", List.of(Map.of("command", "advisor"))),
        arguments("features agent_view agent_description", "d".repeat(301)),
        arguments("settings socket_mode_enabled", "yes"),
        arguments("settings event_subscriptions bot_events", "app_mention"),
        arguments("settings nothing", true));
  }

  @ParameterizedTest
  @MethodSource("faults")
  void theSchemaFindsAFaultAtItsPlace(String path, Object value) {
    List<String> keys = List.of(path.split(" "));
    Map<String, Object> place = manifest;
    for (String key : keys.subList(0, keys.size() - 1)) {
      @SuppressWarnings("unchecked")
      Map<String, Object> inner = (Map<String, Object>) Objects.requireNonNull(place.get(key), key);
      place = inner;
    }
    place.put(keys.getLast(), value);

    assertThat(objections(manifest))
        .isNotEmpty()
        .allSatisfy(objection -> assertThat(objection).contains(keys.getLast()));
  }

  private static List<String> objections(Map<String, Object> manifest) {
    try (InputStream in =
        ManifestTest.class.getResourceAsStream("/manifest-schema/manifest.schema.2.0.0.json")) {
      return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_7)
          .getSchema(Objects.requireNonNull(in))
          .validate(new JsonMapper().writeValueAsString(manifest), InputFormat.JSON)
          .stream()
          .map(error -> error.getInstanceLocation() + " " + error.getMessage())
          .toList();
    } catch (IOException e) {
      throw new AssertionError(e);
    }
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
