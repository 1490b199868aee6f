package dev.certadvisor.playground;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import tools.jackson.databind.JsonNode;

/**
 * What the stand-in takes from an app manifest (docs.slack.dev, "App manifest reference"): the same
 * file that sets the app up at Slack sets it up here.
 *
 * @param name the bot's display name
 * @param description one line
 * @param scopes the bot scopes that it needs
 * @param optionalScopes those that whoever installs it may decline; here nobody does
 * @param events the bot events subscribed to
 * @param commands slash commands, in the manifest's order
 * @param shortcuts in the manifest's order
 * @param prompts what the agent suggests to say first
 * @param agent whether the app uses the agent messaging experience
 */
public record AppManifest(
    String name,
    String description,
    Set<String> scopes,
    Set<String> optionalScopes,
    Set<String> events,
    List<Command> commands,
    List<Shortcut> shortcuts,
    List<Prompt> prompts,
    boolean agent) {

  /** Copies the collections. */
  public AppManifest {
    scopes = Set.copyOf(scopes);
    optionalScopes = Set.copyOf(optionalScopes);
    events = Set.copyOf(events);
    commands = List.copyOf(commands);
    shortcuts = List.copyOf(shortcuts);
    prompts = List.copyOf(prompts);
  }

  /**
   * A slash command.
   *
   * @param name with its slash
   * @param description one line
   * @param usageHint what may follow it; may be empty
   */
  public record Command(String name, String description, String usageHint) {}

  /**
   * A shortcut.
   *
   * @param name for people
   * @param callbackId the app's name for it
   * @param onMessage whether it is called on a message, else from anywhere
   */
  public record Shortcut(String name, String callbackId, boolean onMessage) {}

  /**
   * A suggested prompt.
   *
   * @param title its label
   * @param message what it says when chosen
   */
  public record Prompt(String title, String message) {}

  /**
   * Reads a manifest.
   *
   * @param manifest the manifest as maps, lists and scalars, however it was written (YAML or JSON)
   * @return what of it matters here; what is missing is empty, and a scope or event that Slack does
   *     not know is kept
   */
  public static AppManifest of(Map<String, ?> manifest) {
    JsonNode root = Json.tree(manifest);
    JsonNode features = root.path("features");
    JsonNode agent = features.path("agent_view");
    String name = root.path("display_information").path("name").asString("App");
    return new AppManifest(
        features.path("bot_user").path("display_name").asString(name),
        root.path("display_information").path("description").asString(""),
        names(root.path("oauth_config").path("scopes").path("bot")),
        names(root.path("oauth_config").path("scopes").path("bot_optional")),
        names(root.path("settings").path("event_subscriptions").path("bot_events")),
        items(features.path("slash_commands")).map(AppManifest::command).toList(),
        items(features.path("shortcuts")).map(AppManifest::shortcut).toList(),
        items(agent.path("suggested_prompts")).map(AppManifest::prompt).toList(),
        agent.isObject());
  }

  private static Command command(JsonNode node) {
    return new Command(
        Json.text(node, "command"), Json.text(node, "description"), Json.text(node, "usage_hint"));
  }

  private static Shortcut shortcut(JsonNode node) {
    return new Shortcut(
        Json.text(node, "name"),
        Json.text(node, "callback_id"),
        Json.text(node, "type").equals("message"));
  }

  private static Prompt prompt(JsonNode node) {
    return new Prompt(Json.text(node, "title"), Json.text(node, "message"));
  }

  /** The bot scopes that the app has got. */
  Set<String> grantedScopes() {
    Set<String> granted = new HashSet<>(scopes);
    granted.addAll(optionalScopes);
    return granted;
  }

  private static Set<String> names(JsonNode list) {
    return items(list).map(item -> item.asString("")).collect(Collectors.toUnmodifiableSet());
  }

  private static Stream<JsonNode> items(JsonNode list) {
    return StreamSupport.stream(list.spliterator(), false);
  }

  /**
   * A shortcut by the app's name for it.
   *
   * @throws IllegalArgumentException if there is none of that name and kind
   */
  Shortcut shortcut(String callbackId, boolean onMessage) {
    return shortcuts.stream()
        .filter(known -> known.callbackId().equals(callbackId) && known.onMessage() == onMessage)
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("no shortcut " + callbackId));
  }

  Optional<Command> command(String called) {
    return commands.stream().filter(command -> command.name().equals(called)).findFirst();
  }
}
