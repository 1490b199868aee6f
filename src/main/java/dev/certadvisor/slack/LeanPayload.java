package dev.certadvisor.slack;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import java.util.List;
import java.util.Map;

/**
 * Takes out of a payload what we never read before Bolt maps it to classes: a new kind of block in
 * a person's message would otherwise make the whole event unreadable (java-slack-sdk issues 1336,
 * 736, 533). What is left is small, too. What we read ourselves goes under names of our own, which
 * Bolt passes over.
 */
final class LeanPayload {

  /** Where the message is kept on which a button or a shortcut was used. */
  static final String MESSAGE = "our_message";

  /** Where the view is kept in which something was done. */
  static final String VIEW = "our_view";

  private static final Map<String, String> KEPT = Map.of("message", MESSAGE, "view", VIEW);

  private static final List<String> OF_EVENTS =
      List.of(
          "blocks",
          "attachments",
          "files",
          "root",
          "message",
          "previous_message",
          "view",
          "user_profile",
          "assistant_thread",
          "app_context",
          "metadata",
          "room");

  private static final List<String> OF_INTERACTIONS =
      List.of("state", "app_unfurl", "function_data");

  private LeanPayload() {}

  /** Takes out in place. */
  static void trim(JsonObject payload) {
    Json.object(payload, "event").ifPresent(event -> OF_EVENTS.forEach(event::remove));
    if (payload.has("event") || payload.has("command")) {
      return;
    }
    OF_INTERACTIONS.forEach(payload::remove);
    KEPT.forEach((name, ours) -> {
      JsonElement kept = payload.remove(name);
      if (kept != null) {
        payload.add(ours, kept);
      }
    });
    Json.object(payload, VIEW)
        .ifPresent(view -> {
          JsonObject named = new JsonObject(); // by which Bolt finds the handler
          Json.text(view, "type").ifPresent(type -> named.addProperty("type", type));
          Json.text(view, "callback_id").ifPresent(id -> named.addProperty("callback_id", id));
          payload.add("view", named);
        });
  }
}
