package dev.certadvisor.slack;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/** What the app asks of Slack, as its manifest has to say it: events, methods and their scopes. */
final class Needs {

  private Needs() {}

  /** The events that are handled, as the app's manifest names them. */
  static final List<String> EVENTS =
      List.of(
          "agent_session_stopped",
          "app_context_changed",
          "app_home_opened",
          "app_mention",
          "app_uninstalled",
          "message.im",
          "tokens_revoked");

  /** Every method of the Web API that is called, with the scope that it needs; blank for none. */
  static final Map<String, String> SCOPE_BY_METHOD =
      Map.ofEntries(
          Map.entry("agents.sessions.setStatus", "chat:write"),
          Map.entry("apps.connections.open", ""), // by the app-level token
          Map.entry("assistant.threads.setStatus", "chat:write"),
          Map.entry("assistant.threads.setSuggestedPrompts", "assistant:write"),
          Map.entry("auth.test", ""),
          Map.entry("chat.postEphemeral", "chat:write"),
          Map.entry("chat.postMessage", "chat:write"),
          Map.entry("chat.update", "chat:write"),
          Map.entry("conversations.history", "im:history"),
          Map.entry("conversations.replies", "im:history"),
          Map.entry("oauth.v2.access", ""),
          Map.entry("reactions.add", "reactions:write"),
          Map.entry("reactions.remove", "reactions:write"),
          Map.entry("users.info", "users:read"),
          Map.entry("views.open", ""),
          Map.entry("views.publish", ""),
          Map.entry("views.push", ""),
          Map.entry("views.update", ""));

  /** The scopes that hearing needs: mentions, direct messages, commands. */
  static final Set<String> SCOPES_TO_HEAR = Set.of("app_mentions:read", "commands", "im:history");

  /** All scopes, as an installation asks for them. */
  static List<String> scopes() {
    return Stream.concat(SCOPE_BY_METHOD.values().stream(), SCOPES_TO_HEAR.stream())
        .filter(scope -> !scope.isEmpty())
        .distinct()
        .sorted()
        .toList();
  }
}
