package dev.certadvisor.playground;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/** Collects what is wrong with a payload, in the words that Slack uses for it. */
final class Findings {

  private final List<Violation> violations = new ArrayList<>();
  private final Set<String> blockIds = new HashSet<>();

  List<Violation> violations() {
    return List.copyOf(violations);
  }

  void add(String pointer, String words) {
    violations.add(new Violation(pointer, words));
  }

  /** A block id may be there once in a message or view. */
  void uniqueBlockId(JsonNode block, String at) {
    String id = Json.text(block, "block_id");
    if (!id.isEmpty() && !blockIds.add(id)) {
      add(at + "/block_id", "`block_id` " + id + " already exists");
    }
  }

  /** A field that has to be there. */
  boolean required(JsonNode node, String field, String at) {
    if (node.hasNonNull(field)) {
      return true;
    }
    add(at, "missing required field: " + field);
    return false;
  }

  /** A string field's length, where the field is there. */
  void string(JsonNode node, String field, int least, int most, String at) {
    JsonNode value = node.path(field);
    if (value.isMissingNode() || value.isNull()) {
      return;
    }
    if (!value.isString()) {
      add(at + "/" + field, "must be a string");
      return;
    }
    length(value.asString(), least, most, at + "/" + field);
  }

  void length(String text, int least, int most, String at) {
    // Slack counts characters as people do, not halves of surrogate pairs.
    int length = text.codePointCount(0, text.length());
    if (length < least) {
      add(at, "must be more than " + (least - 1) + " characters");
    } else if (length > most) {
      add(at, "must be less than " + (most + 1) + " characters");
    }
  }

  /** A list's size; a missing list counts as wrong where at least one item has to be there. */
  void items(JsonNode node, String field, int least, int most, String at) {
    JsonNode list = node.path(field);
    String where = at + "/" + field;
    if (!list.isArray()) {
      if (least > 0 || !list.isMissingNode()) {
        add(where, "must be an array");
      }
    } else if (list.size() < least) {
      add(where, "no less than " + least + " items allowed");
    } else if (list.size() > most) {
      add(where, "no more than " + most + " items allowed");
    }
  }

  /** A text object of either type. */
  void text(JsonNode node, String field, int most, String at) {
    textObject(node.path(field), true, most, at + "/" + field);
  }

  /** A text object that has to be plain text. */
  void plainText(JsonNode node, String field, int most, String at) {
    textObject(node.path(field), false, most, at + "/" + field);
  }

  /** A text object by itself. */
  void textObject(JsonNode text, boolean mrkdwnToo, int most, String at) {
    if (text.isMissingNode() || text.isNull()) {
      return;
    }
    String type = Json.text(text, "type");
    if (!type.equals("plain_text") && !(mrkdwnToo && type.equals("mrkdwn"))) {
      add(at + "/type", "unsupported type: " + type);
      return;
    }
    KnownFields.ofElement(text, at, this);
    if (required(text, "text", at)) {
      string(text, "text", 1, most, at);
    }
  }
}
