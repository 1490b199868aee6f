package dev.certadvisor.slack;

import com.google.gson.JsonObject;
import java.util.List;

/**
 * Takes out of a payload what we never read before Bolt maps it to classes: a new kind of block in
 * a person's message would otherwise make the whole event unreadable (java-slack-sdk issues 1336,
 * 736, 533). What is left is small, too.
 */
final class LeanPayload {

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

  private static final List<String> OF_CLICKS =
      List.of("message", "view", "state", "app_unfurl", "function_data");

  private LeanPayload() {}

  /** Takes out in place. */
  static void trim(JsonObject payload) {
    Json.object(payload, "event").ifPresent(event -> OF_EVENTS.forEach(event::remove));
    if (Json.text(payload, "type").filter("block_actions"::equals).isPresent()) {
      OF_CLICKS.forEach(payload::remove);
    }
  }
}
