package dev.certadvisor.playground;

import java.util.Set;
import tools.jackson.databind.JsonNode;

/** What Slack refuses of rich text (docs.slack.dev, "Rich text block"). */
final class RichTextRules {

  private static final Set<String> PARTS =
      Set.of("rich_text_list", "rich_text_preformatted", "rich_text_quote", "rich_text_section");

  private static final Set<String> RUNS =
      Set.of(
          "broadcast",
          "channel",
          "color",
          "date",
          "emoji",
          "link",
          "team",
          "text",
          "user",
          "usergroup");

  private final Findings findings;

  RichTextRules(Findings findings) {
    this.findings = findings;
  }

  void block(JsonNode block, String at) {
    elements(block, PARTS, at);
  }

  private void elements(JsonNode holder, Set<String> allowed, String at) {
    findings.items(holder, "elements", 0, Integer.MAX_VALUE, at);
    findings.required(holder, "elements", at);
    for (int i = 0; i < holder.path("elements").size(); i++) {
      element(holder.path("elements").get(i), allowed, at + "/elements/" + i);
    }
  }

  private void element(JsonNode element, Set<String> allowed, String at) {
    String type = Json.text(element, "type");
    if (!allowed.contains(type)) {
      findings.add(at + "/type", "unsupported type: " + type);
      return;
    }
    switch (type) {
      case "rich_text_section" -> part(element, RUNS, at, "type", "elements");
      case "rich_text_quote", "rich_text_preformatted" ->
          part(element, RUNS, at, "type", "elements", "border", "language");
      case "rich_text_list" -> list(element, at);
      case "text" -> {
        if (findings.required(element, "text", at)) {
          findings.string(element, "text", 1, Integer.MAX_VALUE, at);
        }
        KnownFields.of(element, at, findings, "type", "text", "style");
      }
      case "link" -> {
        if (findings.required(element, "url", at)) {
          findings.string(element, "url", 1, ElementRules.URL, at);
        }
      }
      default -> {
        // The other runs name someone or something; what they name is not looked up.
      }
    }
  }

  private void part(JsonNode part, Set<String> allowed, String at, String... fields) {
    KnownFields.of(part, at, findings, fields);
    elements(part, allowed, at);
  }

  private void list(JsonNode list, String at) {
    String style = Json.text(list, "style");
    if (!style.equals("bullet") && !style.equals("ordered")) {
      findings.add(at + "/style", "must be one of bullet, ordered");
    }
    part(
        list,
        Set.of("rich_text_section"),
        at,
        "type",
        "elements",
        "style",
        "indent",
        "offset",
        "border");
  }
}
