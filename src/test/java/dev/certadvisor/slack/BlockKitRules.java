package dev.certadvisor.slack;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * What Slack demands of blocks, written down once more apart from the renderer: the properties that
 * each block and element has ("Block Kit reference"), their lengths and their numbers.
 */
public final class BlockKitRules {

  /** Property and whether it has to be there, by type. */
  private static final Map<String, Map<String, Boolean>> PROPERTIES =
      Map.ofEntries(
          Map.entry("header", Map.of("text", true, "block_id", false)),
          Map.entry("section", Map.of("text", false, "fields", false, "block_id", false)),
          Map.entry("context", Map.of("elements", true, "block_id", false)),
          Map.entry("actions", Map.of("elements", true, "block_id", false)),
          Map.entry("divider", Map.of("block_id", false)),
          Map.entry(
              "input", Map.of("label", true, "element", true, "optional", false, "block_id", true)),
          Map.entry(
              "radio_buttons", Map.of("action_id", true, "options", true, "initial_option", false)),
          Map.entry(
              "plain_text_input",
              Map.of("action_id", true, "multiline", false, "max_length", false)),
          Map.entry(
              "conversations_select",
              Map.of(
                  "action_id", true,
                  "default_to_current_conversation", false,
                  "response_url_enabled", false,
                  "initial_conversation", false,
                  "filter", false)),
          Map.entry("rich_text", Map.of("elements", true, "block_id", false)),
          Map.entry("rich_text_quote", Map.of("elements", true, "border", false)),
          Map.entry("rich_text_section", Map.of("elements", true)),
          Map.entry("rich_text_list", Map.of("elements", true, "style", true, "indent", false)),
          Map.entry("text", Map.of("text", true, "style", false)),
          Map.entry("mrkdwn", Map.of("text", true, "verbatim", false)),
          Map.entry("plain_text", Map.of("text", true, "emoji", false)),
          Map.entry(
              "button",
              Map.of(
                  "action_id", true,
                  "text", true,
                  "value", false,
                  "url", false,
                  "style", false,
                  "accessibility_label", false)));

  private static final Set<String> BLOCKS =
      Set.of("header", "section", "context", "actions", "divider", "rich_text", "input");

  /** The one place where somebody is named: who shared something, or who asked. */
  private static final Pattern BYLINE = Pattern.compile("[A-Za-z ]+ <@[A-Z0-9]+>");

  private final List<String> broken = new ArrayList<>();
  private final Set<String> actionIds = new HashSet<>();

  private final boolean inView;

  private BlockKitRules(boolean inView) {
    this.inView = inView;
  }

  /** The rules that a list of blocks breaks. */
  public static List<String> brokenBy(String blocks, int most) {
    BlockKitRules rules = new BlockKitRules(most == SlackLimits.MODAL_BLOCKS);
    JsonElement parsed = JsonParser.parseString(blocks);
    if (!parsed.isJsonArray()) {
      return List.of("blocks are no list");
    }
    JsonArray list = parsed.getAsJsonArray();
    rules.demand(
        !list.isEmpty() && list.size() <= most, "1 to " + most + " blocks: " + list.size());
    list.forEach(rules::block);
    return rules.broken;
  }

  private void block(JsonElement element) {
    JsonObject block = element.getAsJsonObject();
    demand(BLOCKS.contains(type(block)), "no block: " + type(block));
    demand(inView || !type(block).equals("input"), "a message has no inputs");
    object(block);
    switch (type(block)) {
      case "header" -> text(block.getAsJsonObject("text"), "plain_text", 150);
      case "section" -> section(block);
      case "context" -> {
        number(block.getAsJsonArray("elements"), 1, 10, "context");
        block
            .getAsJsonArray("elements")
            .forEach(text -> text(text.getAsJsonObject(), "mrkdwn", 3_000));
      }
      case "actions" -> {
        number(block.getAsJsonArray("elements"), 1, 25, "actions");
        block.getAsJsonArray("elements").forEach(button -> button(button.getAsJsonObject()));
      }
      default -> {}
    }
  }

  private void section(JsonObject section) {
    demand(section.has("text") || section.has("fields"), "a section has text or fields");
    if (section.has("text")) {
      text(section.getAsJsonObject("text"), "mrkdwn", 3_000);
    }
    if (section.has("fields")) {
      number(section.getAsJsonArray("fields"), 1, 10, "fields");
      section
          .getAsJsonArray("fields")
          .forEach(field -> text(field.getAsJsonObject(), "mrkdwn", 2_000));
    }
  }

  private void button(JsonObject button) {
    demand("button".equals(type(button)), "an element that we do not use: " + type(button));
    text(button.getAsJsonObject("text"), "plain_text", 75);
    length(button.get("action_id"), 255, "action_id");
    demand(actionIds.add(button.get("action_id").getAsString()), "an action id twice: " + button);
    if (button.has("value")) {
      length(button.get("value"), 2_000, "value");
    }
  }

  /** All objects with a type, at any depth: known properties only, and those that are needed. */
  private void object(JsonObject object) {
    Map<String, Boolean> properties = PROPERTIES.getOrDefault(type(object), Map.of());
    demand(PROPERTIES.containsKey(type(object)), "unknown type: " + type(object));
    properties.forEach(
        (name, needed) -> demand(!needed || object.has(name), type(object) + " without " + name));
    object
        .entrySet()
        .forEach(entry -> {
          String name = entry.getKey();
          demand(
              name.equals("type") || properties.containsKey(name), type(object) + " with " + name);
          nested(entry.getValue());
        });
  }

  private void nested(JsonElement value) {
    if (value.isJsonArray()) {
      value.getAsJsonArray().forEach(this::nested);
    } else if (value.isJsonObject() && value.getAsJsonObject().has("type")) {
      object(value.getAsJsonObject());
    }
  }

  private void text(JsonObject text, String type, int most) {
    demand(type.equals(type(text)), "a text that is not " + type + ": " + text);
    length(text.get("text"), most, type);
    demand(
        !type.equals("mrkdwn")
            || BYLINE.matcher(text.get("text").getAsString()).matches()
            || !text.get("text").getAsString().matches("(?s).*<[!@#].*"),
        "a live mention: " + text);
  }

  private void length(JsonElement text, int most, String what) {
    int length = text.getAsString().length();
    demand(length >= 1 && length <= most, what + " of 1 to " + most + " characters: " + length);
  }

  private void number(JsonArray list, int least, int most, String what) {
    demand(list.size() >= least && list.size() <= most, what + ": " + list.size());
  }

  private void demand(boolean holds, String rule) {
    if (!holds) {
      broken.add(rule);
    }
  }

  private static String type(JsonObject object) {
    return object.has("type") ? object.get("type").getAsString() : "none";
  }
}
