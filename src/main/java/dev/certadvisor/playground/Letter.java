package dev.certadvisor.playground;

import java.util.LinkedHashMap;
import java.util.Map;
import tools.jackson.databind.node.ObjectNode;

/**
 * Something for the app, before it is decided how it travels.
 *
 * @param name the event, action or command, for people
 * @param kind what it is
 * @param content as JSON
 */
record Letter(String name, Kind kind, ObjectNode content) {

  /** What it is; over a WebSocket each is marked with its name in lower case. */
  enum Kind {
    EVENTS_API,
    INTERACTIVE,
    SLASH_COMMANDS;

    String mark() {
      return name().toLowerCase(java.util.Locale.ROOT);
    }
  }

  static Letter event(String name, ObjectNode envelope) {
    return new Letter(name, Kind.EVENTS_API, envelope);
  }

  static Letter interaction(String name, ObjectNode payload) {
    return new Letter(name, Kind.INTERACTIVE, payload);
  }

  static Letter command(String name, Map<String, String> fields) {
    return new Letter(name, Kind.SLASH_COMMANDS, (ObjectNode) Json.tree(fields));
  }

  /** The content type of its HTTP request. */
  String contentType() {
    return kind == Kind.EVENTS_API ? Courier.JSON : Courier.FORM;
  }

  /** The body of its HTTP request. */
  String body() {
    return switch (kind) {
      case EVENTS_API -> Json.write(content);
      case INTERACTIVE -> Wire.form(Map.of("payload", Json.write(content)));
      case SLASH_COMMANDS -> {
        Map<String, String> fields = new LinkedHashMap<>();
        content.properties().forEach(each -> fields.put(each.getKey(), each.getValue().asString()));
        yield Wire.form(fields);
      }
    };
  }
}
