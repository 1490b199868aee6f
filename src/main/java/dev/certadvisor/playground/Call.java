package dev.certadvisor.playground;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * A call of a Web API method: its arguments, whether they came as a form (with JSON in fields) or
 * as JSON.
 *
 * @param method such as {@code chat.postMessage}
 * @param token what the app showed; empty where it showed none
 * @param arguments by name
 */
record Call(String method, String token, ObjectNode arguments) {

  /**
   * Reads a call.
   *
   * @throws JacksonException if the body claims to be JSON and is not
   */
  static Call read(String method, String authorization, String contentType, String body) {
    ObjectNode arguments = Json.object();
    if (contentType.startsWith(Courier.JSON)) {
      if (!body.isBlank() && Json.parse(body) instanceof ObjectNode object) {
        arguments = object;
      }
    } else {
      Wire.readForm(body).forEach(arguments::put);
    }
    String bearer = authorization.startsWith("Bearer ") ? authorization.substring(7) : "";
    String token = bearer.isBlank() ? Json.text(arguments, "token") : bearer;
    arguments.remove("token");
    return new Call(method, token.strip(), arguments);
  }

  /** An argument as text; empty where it is missing. */
  String text(String name) {
    return Json.text(arguments, name);
  }

  boolean has(String name) {
    return arguments.hasNonNull(name) && !text(name).equals("null");
  }

  boolean flag(String name) {
    return text(name).equals("true") || text(name).equals("1");
  }

  Optional<String> optional(String name) {
    return Optional.of(text(name)).filter(value -> !value.isBlank());
  }

  /** An argument that is JSON, be it given as JSON or as text; missing where it is neither. */
  JsonNode json(String name) {
    JsonNode given = arguments.path(name);
    if (!given.isString()) {
      return given;
    }
    try {
      return Json.parse(given.asString());
    } catch (JacksonException notJson) {
      return Json.object().path("missing");
    }
  }

  /** The answer of a method that worked. */
  static ObjectNode ok() {
    return Json.object().put("ok", true);
  }

  /**
   * An answer of Slack's.
   *
   * @param late how long it waits before it is sent
   * @param isCut whether the connection breaks in the middle of it
   */
  record Answer(
      int status, Map<String, String> headers, ObjectNode body, Duration late, boolean isCut) {

    /** An answer that arrives at once and whole. */
    Answer(int status, Map<String, String> headers, ObjectNode body) {
      this(status, headers, body, Duration.ZERO, false);
    }

    Answer after(Duration hang) {
      return new Answer(status, headers, body, hang, isCut);
    }

    Answer cutOff() {
      return new Answer(status, headers, body, late, true);
    }

    /** Too many calls (docs.slack.dev, "Rate limits"). */
    static Answer limited(Duration retryAfter) {
      return new Answer(
          429,
          Map.of("Retry-After", Long.toString(retryAfter.toSeconds())),
          Json.object().put("ok", false).put("error", "ratelimited"));
    }

    static Answer of(ObjectNode body) {
      return new Answer(200, Map.of(), body);
    }

    static Answer error(String error) {
      return of(Json.object().put("ok", false).put("error", error));
    }

    /** An error with the reasons that Slack gives for refusing blocks. */
    static Answer invalid(String error, java.util.List<Violation> violations) {
      ObjectNode body = Json.object().put("ok", false).put("error", error);
      ArrayNode errors = body.putArray("errors");
      ArrayNode messages = body.putObject("response_metadata").putArray("messages");
      for (Violation violation : violations) {
        errors.add(violation.toString());
        messages.add("[ERROR] " + violation);
      }
      return of(body);
    }

    String outcome() {
      return body.path("ok").asBoolean() ? "ok" : Json.text(body, "error");
    }
  }
}
