package dev.certadvisor.slack;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The blocks that we use, in the form in which Slack takes them ("Block Kit reference",
 * docs.slack.dev/reference/block-kit). Written by hand, since the SDK's model lacks newer blocks.
 */
final class Blocks {

  private Blocks() {}

  /** A headline; one that is too long for a header becomes a bold line. */
  static Map<String, Object> header(String text) {
    String line = text.strip().replaceAll("\\s+", " ");
    return line.length() <= SlackLimits.HEADER_TEXT
        ? block("header", "text", plainText(line))
        : section(Mrkdwn.bold(Mrkdwn.cut(line, SlackLimits.SECTION_TEXT / 2)));
  }

  /**
   * A paragraph.
   *
   * @param mrkdwn at most {@link SlackLimits#SECTION_TEXT} characters
   */
  static Map<String, Object> section(String mrkdwn) {
    return block("section", "text", mrkdwn(mrkdwn));
  }

  /**
   * A paragraph with a grid of two columns below.
   *
   * @param mrkdwn the paragraph; empty for the grid alone
   * @param fields row by row; at most {@link SlackLimits#SECTION_FIELDS}
   */
  static Map<String, Object> fields(Optional<String> mrkdwn, List<String> fields) {
    Map<String, Object> block = new LinkedHashMap<>();
    block.put("type", "section");
    mrkdwn.ifPresent(text -> block.put("text", mrkdwn(text)));
    block.put("fields", fields.stream().map(Blocks::mrkdwn).toList());
    return block;
  }

  /**
   * Small print.
   *
   * @param mrkdwn at most {@link SlackLimits#CONTEXT_TEXT} characters
   */
  static Map<String, Object> context(String mrkdwn) {
    return block("context", "elements", List.of(mrkdwn(mrkdwn)));
  }

  /**
   * The guide's words, taken literally, with one sentence in bold.
   *
   * @param text the words
   * @param key a slice of them; empty where none stands out
   */
  static Map<String, Object> quotation(String text, Optional<String> key) {
    List<Map<String, Object>> runs = new ArrayList<>();
    int start = key.map(text::indexOf).orElse(-1);
    if (start < 0) {
      runs.add(run(text, false));
    } else {
      int end = start + key.map(String::length).orElse(0);
      Stream.of(
              run(text.substring(0, start), false),
              run(text.substring(start, end), true),
              run(text.substring(end), false))
          .filter(run -> !"".equals(run.get("text")))
          .forEach(runs::add);
    }
    return block("rich_text", "elements", List.of(block("rich_text_quote", "elements", runs)));
  }

  /** A list of points, taken literally. */
  static Map<String, Object> bullets(List<String> items) {
    List<Map<String, Object>> lines =
        items.stream()
            .map(item -> block("rich_text_section", "elements", List.of(run(item, false))))
            .toList();
    Map<String, Object> list = new LinkedHashMap<>();
    list.put("type", "rich_text_list");
    list.put("style", "bullet");
    list.put("elements", lines);
    return block("rich_text", "elements", List.of(list));
  }

  /** A line between sections. */
  static Map<String, Object> divider() {
    Map<String, Object> block = new LinkedHashMap<>();
    block.put("type", "divider");
    return block;
  }

  /** A row of buttons, at most {@link SlackLimits#ACTIONS_ELEMENTS}. */
  static Map<String, Object> actions(List<Map<String, Object>> buttons) {
    return block("actions", "elements", buttons);
  }

  /** The text that is taken literally. */
  static Map<String, Object> plainText(String text) {
    Map<String, Object> object = new LinkedHashMap<>();
    object.put("type", "plain_text");
    object.put("text", text);
    object.put("emoji", false);
    return object;
  }

  /** Addresses and names that stand in our texts are not to become links by themselves. */
  private static Map<String, Object> mrkdwn(String text) {
    Map<String, Object> object = new LinkedHashMap<>();
    object.put("type", "mrkdwn");
    object.put("text", text);
    object.put("verbatim", true);
    return object;
  }

  private static Map<String, Object> run(String text, boolean bold) {
    Map<String, Object> run = new LinkedHashMap<>();
    run.put("type", "text");
    run.put("text", text);
    if (bold) {
      run.put("style", Map.of("bold", true));
    }
    return run;
  }

  private static Map<String, Object> block(String type, String key, Object value) {
    Map<String, Object> block = new LinkedHashMap<>();
    block.put("type", type);
    block.put(key, value);
    return block;
  }
}
