package dev.certadvisor.playground;

import java.util.Set;
import tools.jackson.databind.JsonNode;

/** What Slack refuses of the blocks that came in 2025 and 2026 (docs.slack.dev, "Blocks"). */
final class NewBlockRules {

  private static final int CARD_TITLE = 150;
  private static final int CARD_BODY = 200;
  private static final int CAROUSEL = 10;
  private static final int CONTAINER = 10;
  private static final int DATA_ROWS = 101;
  private static final int DATA_COLUMNS = 20;
  private static final int PAGE = 100;
  private static final int CHART_TITLE = 50;
  private static final int CATEGORIES = 20;
  private static final int LABEL = 20;
  private static final int SERIES = 6;

  private static final Set<String> TASK_STATES =
      Set.of("pending", "in_progress", "complete", "error");
  private static final Set<String> CHARTS = Set.of("line", "bar", "area", "pie");

  private final Findings findings;

  NewBlockRules(Findings findings) {
    this.findings = findings;
  }

  void check(JsonNode block, String at) {
    switch (Json.text(block, "type")) {
      case "card" -> card(block, at);
      case "carousel" -> carousel(block, at);
      case "container" -> container(block, at);
      case "data_table" -> dataTable(block, at);
      case "data_visualization" -> chart(block, at);
      case "task_card" -> taskCard(block, at);
      case "plan" -> plan(block, at);
      default -> {
        // Divider, file and video have nothing whose length could be wrong.
      }
    }
  }

  private void card(JsonNode card, String at) {
    findings.text(card, "title", CARD_TITLE, at);
    findings.text(card, "subtitle", CARD_TITLE, at);
    findings.text(card, "body", CARD_BODY, at);
  }

  private void carousel(JsonNode carousel, String at) {
    findings.items(carousel, "elements", 1, CAROUSEL, at);
    JsonNode cards = carousel.path("elements");
    for (int i = 0; i < cards.size(); i++) {
      card(cards.get(i), at + "/elements/" + i);
    }
  }

  private void container(JsonNode container, String at) {
    findings.plainText(container, "title", CARD_TITLE, at);
    findings.items(container, "child_blocks", 1, CONTAINER, at);
  }

  private void dataTable(JsonNode table, String at) {
    findings.required(table, "caption", at);
    findings.items(table, "rows", 2, DATA_ROWS, at);
    columns(table, DATA_COLUMNS, at);
    if (table.has("page_size")) {
      int size = table.path("page_size").asInt(0);
      if (size < 1 || size > PAGE) {
        findings.add(at + "/page_size", "must be between 1 and " + PAGE);
      }
    }
  }

  /** No row of a table may have more cells than this. */
  void columns(JsonNode table, int most, String at) {
    JsonNode rows = table.path("rows");
    for (int i = 0; i < rows.size(); i++) {
      if (rows.get(i).size() > most) {
        findings.add(at + "/rows/" + i, "no more than " + most + " items allowed");
      }
    }
  }

  private void chart(JsonNode block, String at) {
    findings.string(block, "title", 1, CHART_TITLE, at);
    JsonNode chart = block.path("chart");
    String where = at + "/chart";
    if (!CHARTS.contains(Json.text(chart, "type"))) {
      findings.add(where + "/type", "must be one of area, bar, line, pie");
    }
    JsonNode categories = chart.path("axis_config").path("categories");
    if (categories.size() > CATEGORIES) {
      findings.add(
          where + "/axis_config/categories", "no more than " + CATEGORIES + " items allowed");
    }
    for (int i = 0; i < categories.size(); i++) {
      findings.length(
          categories.get(i).asString(""), 1, LABEL, where + "/axis_config/categories/" + i);
    }
    if (chart.has("series")) {
      findings.items(chart, "series", 1, SERIES, where);
    }
  }

  private void taskCard(JsonNode task, String at) {
    findings.required(task, "task_id", at);
    findings.required(task, "title", at);
    if (task.has("status") && !TASK_STATES.contains(Json.text(task, "status"))) {
      findings.add(at + "/status", "must be one of complete, error, in_progress, pending");
    }
  }

  private void plan(JsonNode plan, String at) {
    findings.required(plan, "title", at);
    JsonNode tasks = plan.path("tasks");
    for (int i = 0; i < tasks.size(); i++) {
      taskCard(tasks.get(i), at + "/tasks/" + i);
    }
  }
}
