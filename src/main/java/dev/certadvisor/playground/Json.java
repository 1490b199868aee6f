package dev.certadvisor.playground;

import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** The one JSON mapper of the stand-in. */
final class Json {

  private static final JsonMapper MAPPER = JsonMapper.builder().build();

  private Json() {}

  static ObjectNode object() {
    return MAPPER.createObjectNode();
  }

  static ArrayNode array() {
    return MAPPER.createArrayNode();
  }

  /**
   * Reads text as JSON.
   *
   * @throws JacksonException if it is not JSON
   */
  static JsonNode parse(String text) {
    return MAPPER.readTree(text);
  }

  /** Turns plain maps, lists, strings, numbers and records into a tree. */
  static JsonNode tree(Object value) {
    return MAPPER.valueToTree(value);
  }

  static String write(JsonNode node) {
    return MAPPER.writeValueAsString(node);
  }

  /** The text of a field; empty where the field is missing, null or no scalar. */
  static String text(JsonNode node, String field) {
    return node.path(field).asString("");
  }
}
