package dev.certadvisor.slack;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * Finds the workspace that a request belongs to: the one in which the app is installed, or the
 * organisation where it is installed for all workspaces of one ("Using OAuth with organization
 * apps", docs.slack.dev/enterprise). In a channel shared between companies that may be neither the
 * sender's workspace nor the one that is named first ("Using Slack Connect",
 * docs.slack.dev/apis/slack-connect).
 */
final class Belonging {

  private Belonging() {}

  /**
   * Finds the workspace and writes it to the one place where handlers look: {@code team_id} of
   * events and commands, {@code team} of interactions.
   *
   * @param payload changed in place
   * @param installed tells where the app is installed
   * @return empty, with nothing changed, where the app is installed in none that the request names
   */
  static Optional<String> settle(JsonObject payload, Predicate<String> installed) {
    Optional<String> workspace = candidates(payload).filter(installed).findFirst();
    workspace.ifPresent(id -> write(payload, id));
    return workspace;
  }

  private static void write(JsonObject payload, String workspace) {
    if (isEvent(payload) || payload.has("command")) {
      payload.addProperty("team_id", workspace);
      payload.remove("authorizations");
      return;
    }
    JsonObject team = new JsonObject();
    team.addProperty("id", workspace);
    payload.add("team", team);
  }

  /** Most telling first. */
  private static Stream<String> candidates(JsonObject payload) {
    Set<String> found = new LinkedHashSet<>();
    if (isEvent(payload)) {
      for (JsonElement authorization : Json.list(payload, "authorizations")) {
        if (authorization.isJsonObject()) {
          addInstalledFor(authorization.getAsJsonObject(), found);
        }
      }
      Json.text(payload, "team_id").ifPresent(found::add);
    } else if (payload.has("command")) {
      addInstalledFor(payload, found);
    } else {
      addOfInteraction(payload, found);
    }
    Json.text(payload, "enterprise_id").ifPresent(found::add);
    return found.stream();
  }

  /** A message of ours says by its team where it came from, whoever presses its buttons. */
  private static void addOfInteraction(JsonObject payload, Set<String> found) {
    Optional<String> organisation =
        Json.object(payload, "enterprise").flatMap(enterprise -> Json.text(enterprise, "id"));
    if (isForOrganisation(payload)) {
      organisation.ifPresent(found::add);
    }
    Json.object(payload, "view")
        .flatMap(view -> Json.text(view, "app_installed_team_id"))
        .ifPresent(found::add);
    if (isFromABot(payload)) {
      Json.object(payload, "message")
          .flatMap(message -> Json.text(message, "team"))
          .ifPresent(found::add);
    }
    Json.object(payload, "team").flatMap(team -> Json.text(team, "id")).ifPresent(found::add);
    Json.object(payload, "user").flatMap(user -> Json.text(user, "team_id")).ifPresent(found::add);
    organisation.ifPresent(found::add);
  }

  private static void addInstalledFor(JsonObject place, Set<String> found) {
    Json.text(place, isForOrganisation(place) ? "enterprise_id" : "team_id").ifPresent(found::add);
    Json.text(place, "team_id").ifPresent(found::add);
  }

  private static boolean isForOrganisation(JsonObject place) {
    return Json.text(place, "is_enterprise_install").filter("true"::equals).isPresent();
  }

  /** The message of a shortcut may be anybody's; that of a button is a bot's, and so ours. */
  private static boolean isFromABot(JsonObject payload) {
    return Json.object(payload, "message")
            .flatMap(message -> Json.text(message, "bot_id"))
            .isPresent()
        && Json.text(payload, "type").filter("block_actions"::equals).isPresent();
  }

  private static boolean isEvent(JsonObject payload) {
    return payload.has("event");
  }
}
