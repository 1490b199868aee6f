package dev.certadvisor.playground;

import java.util.Arrays;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;

/**
 * The fields of blocks, elements and texts (docs.slack.dev, "Block Kit reference"). Slack refuses
 * others. The kinds that are missing here are too new, or too seldom, to be held to theirs.
 */
final class KnownFields {

  private static final String PICKER = "action_id confirm focus_on_load placeholder ";

  private static final Map<String, Set<String>> BLOCKS =
      fields(
          Map.of(
              "actions", "elements",
              "context", "elements",
              "context_actions", "elements",
              "divider", "",
              "header", "text",
              "image", "alt_text image_url slack_file title",
              "input", "dispatch_action element hint label optional",
              "markdown", "text",
              "rich_text", "elements",
              "section", "accessory expand fields text"));

  private static final Map<String, Set<String>> ELEMENTS =
      fields(
          Map.ofEntries(
              Map.entry("button", "accessibility_label action_id confirm style text url value"),
              Map.entry("checkboxes", "action_id confirm focus_on_load initial_options options"),
              Map.entry("datepicker", PICKER + "initial_date"),
              Map.entry("feedback_buttons", "action_id negative_button positive_button"),
              Map.entry(
                  "icon_button",
                  "accessibility_label action_id confirm icon text value visible_to_user_ids"),
              Map.entry("image", "alt_text image_url slack_file"),
              Map.entry(
                  "multi_static_select",
                  PICKER + "initial_options max_selected_items option_groups options"),
              Map.entry("overflow", "action_id confirm options"),
              Map.entry(
                  "plain_text_input",
                  "action_id dispatch_action_config focus_on_load initial_value max_length"
                      + " max_lines min_length min_lines multiline placeholder"),
              Map.entry("radio_buttons", "action_id confirm focus_on_load initial_option options"),
              Map.entry("static_select", PICKER + "initial_option option_groups options"),
              Map.entry(
                  "conversations_select",
                  PICKER
                      + "default_to_current_conversation filter initial_conversation"
                      + " response_url_enabled"),
              Map.entry("channels_select", PICKER + "initial_channel response_url_enabled"),
              Map.entry("users_select", PICKER + "initial_user"),
              Map.entry("plain_text", "emoji text"),
              Map.entry("mrkdwn", "text verbatim")));

  private KnownFields() {}

  private static Map<String, Set<String>> fields(Map<String, String> namesByType) {
    return namesByType.entrySet().stream()
        .collect(
            Collectors.toUnmodifiableMap(
                Map.Entry::getKey, entry -> Set.of(entry.getValue().split(" "))));
  }

  /** Notes what a block has that its kind has not. */
  static void ofBlock(JsonNode block, String at, Findings findings) {
    check(BLOCKS, block, "block_id", at, findings);
  }

  /** Notes what an element or a text has that its kind has not. */
  static void ofElement(JsonNode element, String at, Findings findings) {
    check(ELEMENTS, element, "type", at, findings);
  }

  /** Notes what an object without a type has beyond these. */
  static void of(JsonNode node, String at, Findings findings, String... known) {
    only(new HashSet<>(Arrays.asList(known)), node, at, findings);
  }

  private static void check(
      Map<String, Set<String>> kinds, JsonNode node, String always, String at, Findings findings) {
    Set<String> known = kinds.get(Json.text(node, "type"));
    if (known != null) {
      Set<String> all = new HashSet<>(known);
      all.add("type");
      all.add(always);
      only(all, node, at, findings);
    }
  }

  private static void only(Set<String> known, JsonNode node, String at, Findings findings) {
    for (String name : node.propertyNames()) {
      if (!known.contains(name)) {
        findings.add(at, "invalid additional property: " + name);
      }
    }
  }
}
