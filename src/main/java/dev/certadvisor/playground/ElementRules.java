package dev.certadvisor.playground;

import java.util.HashSet;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/**
 * Slack's rules for block elements (docs.slack.dev, "Block elements" and "Composition objects").
 */
final class ElementRules {

  static final int ID = 255;
  static final int URL = 3000;
  static final int BUTTON_TEXT = 75;
  static final int BUTTON_VALUE = 2000;
  static final int PLACEHOLDER = 150;
  static final int OPTIONS = 100;
  static final int FEW_OPTIONS = 10;
  static final int OVERFLOW_OPTIONS = 5;
  static final int OPTION_TEXT = 75;
  static final int OPTION_VALUE = 150;
  static final int ALT_TEXT = 2000;
  static final int INPUT = 3000;

  /** What may stand beside a section's text. */
  static final Set<String> ACCESSORIES =
      Set.of(
          "button",
          "image",
          "overflow",
          "radio_buttons",
          "checkboxes",
          "static_select",
          "external_select",
          "users_select",
          "conversations_select",
          "channels_select",
          "multi_static_select",
          "multi_external_select",
          "multi_users_select",
          "multi_conversations_select",
          "multi_channels_select",
          "datepicker",
          "timepicker",
          "workflow_button");

  /** What may stand in an actions block. */
  static final Set<String> ACTIONS =
      Set.of(
          "button",
          "overflow",
          "radio_buttons",
          "checkboxes",
          "static_select",
          "external_select",
          "users_select",
          "conversations_select",
          "channels_select",
          "multi_static_select",
          "multi_external_select",
          "multi_users_select",
          "multi_conversations_select",
          "multi_channels_select",
          "datepicker",
          "timepicker",
          "datetimepicker",
          "rich_text_input",
          "workflow_button");

  /** What may stand in an input block. */
  static final Set<String> INPUTS =
      Set.of(
          "plain_text_input",
          "email_text_input",
          "url_text_input",
          "number_input",
          "rich_text_input",
          "file_input",
          "radio_buttons",
          "checkboxes",
          "static_select",
          "external_select",
          "users_select",
          "conversations_select",
          "channels_select",
          "multi_static_select",
          "multi_external_select",
          "multi_users_select",
          "multi_conversations_select",
          "multi_channels_select",
          "datepicker",
          "timepicker",
          "datetimepicker");

  private final Findings findings;

  ElementRules(Findings findings) {
    this.findings = findings;
  }

  void check(JsonNode element, Set<String> allowed, String at) {
    String type = Json.text(element, "type");
    if (!allowed.contains(type)) {
      findings.add(at + "/type", "unsupported type: " + type);
      return;
    }
    KnownFields.ofElement(element, at, findings);
    findings.string(element, "action_id", 1, ID, at);
    findings.plainText(element, "placeholder", PLACEHOLDER, at);
    confirm(element.path("confirm"), at + "/confirm");
    switch (type) {
      case "button", "workflow_button" -> button(element, at);
      case "image" -> image(element, at);
      case "overflow" -> options(element, 1, OVERFLOW_OPTIONS, false, at);
      case "radio_buttons", "checkboxes" -> options(element, 1, FEW_OPTIONS, true, at);
      case "static_select", "multi_static_select" -> select(element, at);
      case "plain_text_input" -> input(element, at);
      case "feedback_buttons" -> feedback(element, at);
      case "icon_button" -> iconButton(element, at);
      default -> {
        // The other pickers have no limits of their own that a payload could break.
      }
    }
  }

  /** Action ids have to be unique in a block's elements. */
  void uniqueActionIds(JsonNode elements, String at) {
    Set<String> seen = new HashSet<>();
    for (int i = 0; i < elements.size(); i++) {
      String id = Json.text(elements.get(i), "action_id");
      if (!id.isEmpty() && !seen.add(id)) {
        findings.add(at + "/" + i + "/action_id", "`action_id` " + id + " already exists");
      }
    }
  }

  void image(JsonNode image, String at) {
    if (findings.required(image, "alt_text", at)) {
      findings.string(image, "alt_text", 0, ALT_TEXT, at);
    }
    if (!image.hasNonNull("image_url") && !image.hasNonNull("slack_file")) {
      findings.add(at, "missing required field: image_url");
    }
    findings.string(image, "image_url", 1, URL, at);
  }

  private void button(JsonNode button, String at) {
    if (findings.required(button, "text", at)) {
      findings.plainText(button, "text", BUTTON_TEXT, at);
    }
    findings.string(button, "value", 0, BUTTON_VALUE, at);
    findings.string(button, "url", 1, URL, at);
    findings.string(button, "accessibility_label", 1, BUTTON_TEXT, at);
    String style = Json.text(button, "style");
    if (!style.isEmpty() && !style.equals("primary") && !style.equals("danger")) {
      findings.add(at + "/style", "must be one of primary, danger");
    }
  }

  private void confirm(JsonNode confirm, String at) {
    if (confirm.isObject()) {
      KnownFields.of(confirm, at, findings, "title", "text", "confirm", "deny", "style");
      findings.plainText(confirm, "title", 100, at);
      findings.text(confirm, "text", 300, at);
      findings.plainText(confirm, "confirm", 30, at);
      findings.plainText(confirm, "deny", 30, at);
    }
  }

  private void select(JsonNode select, String at) {
    if (!select.hasNonNull("option_groups")) {
      options(select, 1, OPTIONS, false, at);
      return;
    }
    findings.items(select, "option_groups", 1, OPTIONS, at);
    for (int i = 0; i < select.path("option_groups").size(); i++) {
      JsonNode group = select.path("option_groups").get(i);
      String where = at + "/option_groups/" + i;
      findings.plainText(group, "label", OPTION_TEXT, where);
      options(group, 1, OPTIONS, false, where);
    }
  }

  private void options(JsonNode element, int least, int most, boolean mrkdwn, String at) {
    findings.items(element, "options", least, most, at);
    for (int i = 0; i < element.path("options").size(); i++) {
      JsonNode option = element.path("options").get(i);
      String where = at + "/options/" + i;
      KnownFields.of(option, where, findings, "text", "value", "description", "url");
      if (findings.required(option, "text", where)) {
        if (mrkdwn) {
          findings.text(option, "text", OPTION_TEXT, where);
        } else {
          findings.plainText(option, "text", OPTION_TEXT, where);
        }
      }
      if (findings.required(option, "value", where)) {
        findings.string(option, "value", 1, OPTION_VALUE, where);
      }
      findings.text(option, "description", OPTION_TEXT, where);
    }
  }

  private void input(JsonNode input, String at) {
    findings.string(input, "initial_value", 0, INPUT, at);
    int most = input.path("max_length").asInt(INPUT);
    if (most < 1 || most > INPUT) {
      findings.add(at + "/max_length", "must be between 1 and " + INPUT);
    }
  }

  private void feedback(JsonNode element, String at) {
    for (String side : new String[] {"positive_button", "negative_button"}) {
      if (findings.required(element, side, at)) {
        JsonNode button = element.path(side);
        String where = at + "/" + side;
        findings.required(button, "value", where);
        findings.string(button, "value", 1, BUTTON_VALUE, where);
        if (findings.required(button, "text", where)) {
          findings.plainText(button, "text", BUTTON_TEXT, where);
        }
        findings.string(button, "accessibility_label", 1, BUTTON_TEXT, where);
      }
    }
  }

  private void iconButton(JsonNode button, String at) {
    findings.required(button, "icon", at);
    if (findings.required(button, "text", at)) {
      findings.plainText(button, "text", BUTTON_TEXT, at);
    }
    findings.string(button, "value", 0, BUTTON_VALUE, at);
    findings.string(button, "accessibility_label", 1, BUTTON_TEXT, at);
  }
}
