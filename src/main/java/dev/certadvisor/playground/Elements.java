package dev.certadvisor.playground;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Finds interactive elements in blocks and says what a person did with them. */
final class Elements {

  private Elements() {}

  /** An element and the block that it is in. */
  record Placed(String blockId, JsonNode element) {

    String actionId() {
      return Json.text(element, "action_id");
    }

    String type() {
      return Json.text(element, "type");
    }

    String label() {
      return Json.text(element.path("text"), "text");
    }
  }

  static List<Placed> in(JsonNode blocks) {
    List<Placed> found = new ArrayList<>();
    for (JsonNode block : blocks) {
      String id = Json.text(block, "block_id");
      add(found, id, block.path("accessory"));
      add(found, id, block.path("element"));
      if (Json.text(block, "type").endsWith("actions")) {
        block.path("elements").forEach(element -> add(found, id, element));
      }
    }
    return found;
  }

  private static void add(List<Placed> found, String blockId, JsonNode element) {
    if (!Json.text(element, "action_id").isEmpty()) {
      found.add(new Placed(blockId, element));
    }
  }

  static Optional<Placed> find(JsonNode blocks, Predicate<Placed> wanted) {
    return in(blocks).stream().filter(wanted).findFirst();
  }

  /**
   * The element of this action id or label.
   *
   * @throws IllegalArgumentException if there is none, naming those that are there
   */
  static Placed named(JsonNode blocks, String actionIdOrLabel) {
    return find(
            blocks,
            placed ->
                placed.actionId().equals(actionIdOrLabel) || placed.label().equals(actionIdOrLabel))
        .orElseThrow(() ->
            new IllegalArgumentException(
                "nothing is called %s; there are %s"
                    .formatted(actionIdOrLabel, in(blocks).stream().map(Placed::label).toList())));
  }

  /**
   * An entry of a {@code block_actions} payload.
   *
   * @param choice what was chosen: an option's value, several of them, or what was typed
   * @throws IllegalArgumentException if the element does not offer that
   */
  static ObjectNode action(Placed placed, JsonNode choice, String actionTs) {
    JsonNode element = placed.element();
    ObjectNode action = Json.object();
    action.put("action_id", placed.actionId()).put("block_id", placed.blockId());
    switch (placed.type()) {
      case "button", "icon_button", "workflow_button" -> {
        action.set("text", element.path("text"));
        copy(element, "value", action);
        copy(element, "style", action);
      }
      case "feedback_buttons" -> {
        JsonNode button = feedbackButton(element, choice.asString(""));
        action.set("text", button.path("text"));
        action.put("value", Json.text(button, "value"));
      }
      default -> action.setAll(value(placed, choice));
    }
    copy(element, "placeholder", action);
    return action.put("type", placed.type()).put("action_ts", actionTs);
  }

  private static JsonNode feedbackButton(JsonNode element, String value) {
    JsonNode positive = element.path("positive_button");
    JsonNode negative = element.path("negative_button");
    if (Json.text(positive, "value").equals(value)) {
      return positive;
    }
    if (Json.text(negative, "value").equals(value)) {
      return negative;
    }
    throw new IllegalArgumentException("no feedback button has the value " + value);
  }

  /** An element's part of {@code state.values}. */
  static ObjectNode value(Placed placed, JsonNode choice) {
    ObjectNode value = Json.object().put("type", placed.type());
    String one = choice.asString("");
    switch (placed.type()) {
      case "static_select", "external_select", "radio_buttons", "overflow" -> {
        if (one.isEmpty()) {
          value.putNull("selected_option");
        } else {
          value.set("selected_option", option(placed.element(), one));
        }
      }
      case "checkboxes", "multi_static_select", "multi_external_select" -> {
        ArrayNode options = value.putArray("selected_options");
        choice.forEach(each -> options.add(option(placed.element(), each.asString(""))));
      }
      case "users_select" -> put(value, "selected_user", one);
      case "channels_select" -> put(value, "selected_channel", one);
      case "conversations_select" -> put(value, "selected_conversation", one);
      case "datepicker" -> put(value, "selected_date", one);
      case "timepicker" -> put(value, "selected_time", one);
      default -> put(value, "value", one);
    }
    return value;
  }

  /** What the app preset, as a choice; null where it preset nothing. */
  private static JsonNode preset(JsonNode element) {
    ObjectNode holder = Json.object();
    if (element.has("initial_option")) {
      holder.put("choice", Json.text(element.path("initial_option"), "value"));
    } else if (element.has("initial_options")) {
      ArrayNode values = holder.putArray("choice");
      element.path("initial_options").forEach(each -> values.add(Json.text(each, "value")));
    } else {
      for (String field :
          List.of(
              "initial_value",
              "initial_date",
              "initial_time",
              "initial_user",
              "initial_channel",
              "initial_conversation")) {
        copyAs(element, field, holder, "choice");
      }
    }
    return holder.path("choice");
  }

  /**
   * {@code state.values} of all stateful elements.
   *
   * @param choices by block id, then action id; what is missing is as the app preset it
   */
  static ObjectNode values(JsonNode blocks, JsonNode choices) {
    ObjectNode values = Json.object();
    for (Placed placed : in(blocks)) {
      boolean stateful =
          !placed.type().endsWith("button")
              && !placed.type().equals("overflow")
              && !placed.type().equals("feedback_buttons");
      if (stateful) {
        JsonNode chosen = choices.path(placed.blockId()).path(placed.actionId());
        JsonNode now = chosen.isMissingNode() ? preset(placed.element()) : chosen;
        values
            .withObject("/" + escaped(placed.blockId()))
            .set(placed.actionId(), value(placed, now));
      }
    }
    return values;
  }

  private static String escaped(String name) {
    return name.replace("~", "~0").replace("/", "~1");
  }

  private static JsonNode option(JsonNode element, String value) {
    List<JsonNode> options = new ArrayList<>();
    element.path("options").forEach(options::add);
    element.path("option_groups").forEach(group -> group.path("options").forEach(options::add));
    return options.stream()
        .filter(option -> Json.text(option, "value").equals(value))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("no option has the value " + value));
  }

  /**
   * A view whose menus of conversations are preset to where it was opened from, where they ask for
   * that ({@code default_to_current_conversation}) and offer it; what the app preset itself stands
   * ("Select menu of conversations", docs.slack.dev/reference/block-kit/block-elements).
   */
  static ObjectNode settledIn(ObjectNode view, String conversation) {
    ObjectNode copy = view.deepCopy();
    if (!conversation.isEmpty()) {
      for (JsonNode block : copy.path("blocks")) {
        if (block.path("element") instanceof ObjectNode element
            && element.path("default_to_current_conversation").asBoolean(false)
            && !element.has("initial_conversation")
            && offers(element, conversation)) {
          element.put("initial_conversation", conversation);
        }
      }
    }
    return copy;
  }

  /** Direct messages are the workspace's only conversations that are not public channels. */
  private static boolean offers(ObjectNode menu, String conversation) {
    JsonNode include = menu.path("filter").path("include");
    String kind = conversation.startsWith("D") ? "im" : "public";
    return include.isMissingNode()
        || include.valueStream().anyMatch(each -> each.asString("").equals(kind));
  }

  private static void put(ObjectNode target, String field, String text) {
    if (text.isEmpty()) {
      target.putNull(field);
    } else {
      target.put(field, text);
    }
  }

  private static void copy(JsonNode from, String field, ObjectNode to) {
    copyAs(from, field, to, field);
  }

  private static void copyAs(JsonNode from, String field, ObjectNode to, String as) {
    if (from.hasNonNull(field)) {
      to.set(as, from.path(field));
    }
  }
}
