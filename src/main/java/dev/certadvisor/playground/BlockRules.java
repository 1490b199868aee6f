package dev.certadvisor.playground;

import java.util.List;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/**
 * What Slack refuses of Block Kit, by surface (docs.slack.dev, "Blocks"; the limits of each block's
 * page). Used for every payload that the app sends.
 */
public final class BlockRules {

  private static final int MESSAGE_BLOCKS = 50;
  private static final int VIEW_BLOCKS = 100;
  private static final int SECTION_TEXT = 3000;
  private static final int SECTION_FIELDS = 10;
  private static final int FIELD_TEXT = 2000;
  private static final int HEADER = 150;
  private static final int CONTEXT_ELEMENTS = 10;
  private static final int ACTION_ELEMENTS = 25;
  private static final int CONTEXT_ACTIONS = 5;
  private static final int LABEL = 2000;
  private static final int MARKDOWN = 12_000;
  private static final int TABLE_ROWS = 100;
  private static final int TABLE_COLUMNS = 20;
  private static final int VIEW_TITLE = 24;
  private static final int PRIVATE_METADATA = 3000;

  private static final Set<String> EVERYWHERE =
      Set.of(
          "actions",
          "context",
          "divider",
          "header",
          "image",
          "input",
          "rich_text",
          "section",
          "video");
  private static final Set<String> MESSAGES_ONLY =
      Set.of(
          "card",
          "carousel",
          "container",
          "context_actions",
          "data_table",
          "data_visualization",
          "file",
          "markdown",
          "plan",
          "table",
          "task_card");

  private final Surface surface;
  private final Findings findings = new Findings();
  private final ElementRules elements = new ElementRules(findings);
  private int markdownChars;
  private int tables;

  private BlockRules(Surface surface) {
    this.surface = surface;
  }

  /** Where blocks are shown. */
  public enum Surface {
    MESSAGE,
    MODAL,
    HOME
  }

  /**
   * Checks a message's blocks.
   *
   * @return what Slack would refuse, in order; empty where it would take them
   */
  public static List<Violation> message(JsonNode blocks) {
    BlockRules rules = new BlockRules(Surface.MESSAGE);
    rules.blocks(blocks, MESSAGE_BLOCKS);
    return rules.findings.violations();
  }

  /**
   * Checks a modal or a Home.
   *
   * @return what Slack would refuse, in order; empty where it would take it
   */
  public static List<Violation> view(JsonNode view) {
    boolean modal = Json.text(view, "type").equals("modal");
    BlockRules rules = new BlockRules(modal ? Surface.MODAL : Surface.HOME);
    rules.viewFields(view, modal);
    rules.blocks(view.path("blocks"), VIEW_BLOCKS);
    return rules.findings.violations();
  }

  private void viewFields(JsonNode view, boolean modal) {
    String type = Json.text(view, "type");
    if (!modal && !type.equals("home")) {
      findings.add("/type", "unsupported type: " + type);
    }
    if (modal && findings.required(view, "title", "")) {
      findings.plainText(view, "title", VIEW_TITLE, "");
    }
    findings.plainText(view, "submit", VIEW_TITLE, "");
    findings.plainText(view, "close", VIEW_TITLE, "");
    findings.string(view, "private_metadata", 0, PRIVATE_METADATA, "");
    findings.string(view, "callback_id", 0, ElementRules.ID, "");
    boolean hasInput = false;
    for (JsonNode block : view.path("blocks")) {
      hasInput |= Json.text(block, "type").equals("input");
    }
    if (modal && hasInput && !view.hasNonNull("submit")) {
      findings.add("", "missing required field: submit");
    }
  }

  private void blocks(JsonNode blocks, int most) {
    if (!blocks.isArray()) {
      findings.add("/blocks", "must be an array");
      return;
    }
    if (blocks.size() > most) {
      findings.add("/blocks", "no more than " + most + " items allowed");
    }
    for (int i = 0; i < blocks.size(); i++) {
      block(blocks.get(i), "/blocks/" + i);
    }
    if (markdownChars > MARKDOWN) {
      findings.add(
          "/blocks", "markdown blocks must be less than " + (MARKDOWN + 1) + " characters");
    }
    if (tables > 1) {
      findings.add("/blocks", "only_one_table_allowed");
    }
  }

  private void block(JsonNode block, String at) {
    String type = Json.text(block, "type");
    boolean here =
        EVERYWHERE.contains(type)
            || (surface == Surface.MESSAGE && MESSAGES_ONLY.contains(type))
            || (surface == Surface.MODAL && type.equals("alert"));
    if (!here) {
      findings.add(at + "/type", "unsupported type: " + type);
      return;
    }
    findings.string(block, "block_id", 1, ElementRules.ID, at);
    findings.uniqueBlockId(block, at);
    KnownFields.ofBlock(block, at, findings);
    switch (type) {
      case "section" -> section(block, at);
      case "header" -> header(block, at);
      case "context" -> context(block, at);
      case "actions" -> elements(block, ACTION_ELEMENTS, ElementRules.ACTIONS, at);
      case "context_actions" ->
          elements(block, CONTEXT_ACTIONS, Set.of("feedback_buttons", "icon_button"), at);
      case "input" -> input(block, at);
      case "image" -> image(block, at);
      case "markdown" -> markdown(block, at);
      case "table" -> table(block, at);
      case "rich_text" -> new RichTextRules(findings).block(block, at);
      default -> new NewBlockRules(findings).check(block, at);
    }
  }

  private void section(JsonNode block, String at) {
    if (!block.hasNonNull("text") && !block.hasNonNull("fields")) {
      findings.add(at, "missing required field: text");
    }
    findings.text(block, "text", SECTION_TEXT, at);
    if (block.hasNonNull("fields")) {
      findings.items(block, "fields", 1, SECTION_FIELDS, at);
      JsonNode fields = block.path("fields");
      for (int i = 0; i < fields.size(); i++) {
        findings.textObject(fields.get(i), true, FIELD_TEXT, at + "/fields/" + i);
      }
    }
    if (block.hasNonNull("accessory")) {
      elements.check(block.path("accessory"), ElementRules.ACCESSORIES, at + "/accessory");
    }
  }

  private void header(JsonNode block, String at) {
    if (findings.required(block, "text", at)) {
      findings.plainText(block, "text", HEADER, at);
    }
  }

  private void context(JsonNode block, String at) {
    findings.items(block, "elements", 1, CONTEXT_ELEMENTS, at);
    for (int i = 0; i < block.path("elements").size(); i++) {
      JsonNode element = block.path("elements").get(i);
      String where = at + "/elements/" + i;
      switch (Json.text(element, "type")) {
        case "image" -> elements.image(element, where);
        case "plain_text", "mrkdwn" -> findings.textObject(element, true, SECTION_TEXT, where);
        default -> findings.add(where + "/type", "unsupported type: " + Json.text(element, "type"));
      }
    }
  }

  private void elements(JsonNode block, int most, Set<String> allowed, String at) {
    findings.items(block, "elements", 1, most, at);
    JsonNode list = block.path("elements");
    for (int i = 0; i < list.size(); i++) {
      elements.check(list.get(i), allowed, at + "/elements/" + i);
    }
    elements.uniqueActionIds(list, at + "/elements");
  }

  private void input(JsonNode block, String at) {
    if (findings.required(block, "label", at)) {
      findings.plainText(block, "label", LABEL, at);
    }
    findings.plainText(block, "hint", LABEL, at);
    if (findings.required(block, "element", at)) {
      elements.check(block.path("element"), ElementRules.INPUTS, at + "/element");
    }
  }

  private void image(JsonNode block, String at) {
    elements.image(block, at);
    findings.plainText(block, "title", ElementRules.ALT_TEXT, at);
  }

  private void markdown(JsonNode block, String at) {
    if (findings.required(block, "text", at)) {
      findings.string(block, "text", 1, MARKDOWN, at);
      markdownChars += Json.text(block, "text").length();
    }
  }

  private void table(JsonNode block, String at) {
    tables++;
    findings.items(block, "rows", 1, TABLE_ROWS, at);
    new NewBlockRules(findings).columns(block, TABLE_COLUMNS, at);
  }
}
