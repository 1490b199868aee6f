package dev.certadvisor.slack;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;
import java.util.Optional;

/** The JSON that Slack speaks, read leniently as to what is there and strictly as to its form. */
final class Json {

  private static final Gson WRITER = new GsonBuilder().disableHtmlEscaping().create();

  private Json() {}

  /** The value as one line of JSON. */
  static String write(Object value) {
    return WRITER.toJson(value);
  }

  /** The value as a tree. */
  static JsonElement tree(Object value) {
    return WRITER.toJsonTree(value);
  }

  /** The object that a text holds; empty where it holds none. */
  static Optional<JsonObject> object(String text) {
    try {
      JsonElement root = JsonParser.parseString(text);
      return root.isJsonObject() ? Optional.of(root.getAsJsonObject()) : Optional.empty();
    } catch (JsonParseException | StackOverflowError e) {
      return Optional.empty(); // broken, or nested without end
    }
  }

  /** The object at a key; empty where there is none. */
  static Optional<JsonObject> object(JsonObject parent, String key) {
    JsonElement value = parent.get(key);
    return value != null && value.isJsonObject()
        ? Optional.of(value.getAsJsonObject())
        : Optional.empty();
  }

  /** The text at a key; empty where there is none. */
  static Optional<String> text(JsonObject parent, String key) {
    JsonElement value = parent.get(key);
    return value != null && value.isJsonPrimitive()
        ? Optional.of(value.getAsString())
        : Optional.empty();
  }

  /** The list at a key; empty where there is none. */
  static JsonArray list(JsonObject parent, String key) {
    JsonElement value = parent.get(key);
    return value != null && value.isJsonArray() ? value.getAsJsonArray() : new JsonArray();
  }
}
