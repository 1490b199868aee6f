package dev.certadvisor.playground;

import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** The shapes of what Slack sends, field by field as recorded from real workspaces. */
final class Wire {

  /** Slack's old verification token; apps check the signature instead. */
  private static final String TOKEN = "verification-token-unused";

  private Wire() {}

  /** The envelope of an event (docs.slack.dev, "Events API", "Event type structure"). */
  static ObjectNode envelope(ObjectNode event, String eventId, long eventTime) {
    ObjectNode envelope = Json.object();
    envelope.put("token", TOKEN);
    envelope.put("team_id", Workspace.TEAM);
    envelope.put("context_team_id", Workspace.TEAM);
    envelope.putNull("context_enterprise_id");
    envelope.put("api_app_id", Workspace.APP);
    envelope.set("event", event);
    envelope.put("type", "event_callback");
    envelope.put("event_id", eventId);
    envelope.put("event_time", eventTime);
    ObjectNode authorization = envelope.putArray("authorizations").addObject();
    authorization.putNull("enterprise_id");
    authorization.put("team_id", Workspace.TEAM);
    authorization.put("user_id", Workspace.BOT_USER);
    authorization.put("is_bot", true);
    authorization.put("is_enterprise_install", false);
    envelope.put("is_ext_shared_channel", false);
    envelope.put("event_context", "4-" + eventId);
    return envelope;
  }

  /** A message as history, events and answers show it. */
  static ObjectNode message(Message message) {
    ObjectNode node = Json.object();
    node.put("user", message.user());
    node.put("type", "message");
    node.put("ts", message.ts());
    if (message.user().equals(Workspace.BOT_USER)) {
      node.put("bot_id", Workspace.BOT);
      node.put("app_id", Workspace.APP);
    } else {
      node.put("client_msg_id", clientId(message.ts()));
    }
    node.put("text", message.text());
    node.put("team", Workspace.TEAM);
    message.threadTs().ifPresent(thread -> node.put("thread_ts", thread));
    if (!message.blocks().isEmpty()) {
      node.set("blocks", message.blocks());
    } else if (!message.user().equals(Workspace.BOT_USER)) {
      node.set("blocks", RichText.of(message.text()));
    }
    if (message.edited()) {
      node.putObject("edited").put("user", message.user()).put("ts", message.ts());
    }
    return node;
  }

  private static String clientId(String ts) {
    return java.util.UUID.nameUUIDFromBytes(ts.getBytes(StandardCharsets.UTF_8)).toString();
  }

  /** What interactive payloads of all types begin with. */
  static ObjectNode interaction(String type, Person person) {
    ObjectNode payload = Json.object();
    payload.put("type", type);
    payload.putObject("team").put("id", Workspace.TEAM).put("domain", Workspace.DOMAIN);
    payload
        .putObject("user")
        .put("id", person.id())
        .put("username", person.handle())
        .put("name", person.handle())
        .put("team_id", Workspace.TEAM);
    payload.put("api_app_id", Workspace.APP);
    payload.put("token", TOKEN);
    payload.put("is_enterprise_install", false);
    payload.putNull("enterprise");
    return payload;
  }

  /** A view as payloads and answers show it. */
  static ObjectNode view(View view, ObjectNode values) {
    ObjectNode node = view.body().deepCopy();
    node.put("id", view.id());
    node.put("team_id", Workspace.TEAM);
    node.putObject("state").set("values", values);
    node.put("hash", view.hash());
    for (String text : new String[] {"private_metadata", "callback_id", "external_id"}) {
      node.put(text, Json.text(view.body(), text));
    }
    node.put("clear_on_close", view.body().path("clear_on_close").asBoolean(false));
    node.put("notify_on_close", view.body().path("notify_on_close").asBoolean(false));
    if (view.previous().isEmpty()) {
      node.putNull("previous_view_id");
    } else {
      node.put("previous_view_id", view.previous());
    }
    node.put("root_view_id", view.root());
    node.put("app_id", Workspace.APP);
    node.put("app_installed_team_id", Workspace.TEAM);
    node.put("bot_id", Workspace.BOT);
    return node;
  }

  /** The form of a slash command, without its ticket fields. */
  static Map<String, String> command(
      Person person, String channel, String channelName, String command, String text) {
    Map<String, String> form = new LinkedHashMap<>();
    form.put("token", TOKEN);
    form.put("team_id", Workspace.TEAM);
    form.put("team_domain", Workspace.DOMAIN);
    form.put("channel_id", channel);
    form.put("channel_name", channelName);
    form.put("user_id", person.id());
    form.put("user_name", person.handle());
    form.put("command", command);
    form.put("text", text);
    form.put("api_app_id", Workspace.APP);
    form.put("is_enterprise_install", "false");
    return form;
  }

  static String form(Map<String, String> fields) {
    return fields.entrySet().stream()
        .map(field -> encoded(field.getKey()) + "=" + encoded(field.getValue()))
        .collect(Collectors.joining("&"));
  }

  private static String encoded(String text) {
    // URLEncoder leaves * as it is, Slack does not.
    return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("*", "%2A");
  }

  /** Reads a form; of fields given twice the last one counts. */
  static Map<String, String> readForm(String body) {
    Map<String, String> fields = new LinkedHashMap<>();
    for (String pair : body.split("&", -1)) {
      int equals = pair.indexOf('=');
      if (equals > 0) {
        fields.put(decoded(pair.substring(0, equals)), decoded(pair.substring(equals + 1)));
      }
    }
    return fields;
  }

  private static String decoded(String text) {
    return URLDecoder.decode(text, StandardCharsets.UTF_8);
  }

  /** A body as a person can read it: JSON, with forms taken apart and JSON in them too. */
  static String readable(String body) {
    if (body.isBlank()) {
      return "";
    }
    Optional<String> json = asJson(body);
    if (json.isPresent() || !body.matches("(?s)[\\w.]+=.*")) {
      return json.orElse(body);
    }
    try {
      ObjectNode fields = Json.object();
      readForm(body).forEach((name, value) -> put(fields, name, value));
      fields.remove("token");
      return Json.write(fields);
    } catch (IllegalArgumentException notEncoded) {
      return body;
    }
  }

  private static void put(ObjectNode fields, String name, String value) {
    boolean nested = value.startsWith("{") || value.startsWith("[");
    try {
      if (nested) {
        fields.set(name, Json.parse(value));
        return;
      }
    } catch (JacksonException notJson) {
      // Text that only begins like JSON is shown as the text that it is.
    }
    fields.put(name, value);
  }

  private static Optional<String> asJson(String body) {
    try {
      return Optional.of(Json.parse(body))
          .filter(node -> node.isObject() || node.isArray())
          .map(Json::write);
    } catch (JacksonException notJson) {
      return Optional.empty();
    }
  }

  static ArrayNode noBlocks() {
    return Json.array();
  }
}
