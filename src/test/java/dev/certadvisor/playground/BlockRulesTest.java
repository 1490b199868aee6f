package dev.certadvisor.playground;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

class BlockRulesTest {

  @ParameterizedTest(name = "{0}")
  @MethodSource("messages")
  void aMessageIsTakenAtItsLimitAndRefusedBeyond(
      String what, Object atLimit, Object beyond, String pointer) {
    assertThat(BlockRules.message(blocks(atLimit))).as("at the limit").isEmpty();
    assertThat(BlockRules.message(blocks(beyond)))
        .as("beyond it")
        .isNotEmpty()
        .first()
        .extracting(Violation::pointer)
        .isEqualTo(pointer);
  }

  static Stream<Arguments> messages() {
    return Stream.of(
        Arguments.of("50 blocks", many(50, divider()), many(51, divider()), "/blocks"),
        row("section text 3,000", n -> section(mrkdwn(text(n))), 3000, "/blocks/0/text/text"),
        Arguments.of(
            "section text not empty",
            section(mrkdwn("x")),
            section(mrkdwn("")),
            "/blocks/0/text/text"),
        row("10 fields", n -> fields(many(n, mrkdwn("x"))), 10, "/blocks/0/fields"),
        row("field 2,000", n -> fields(List.of(mrkdwn(text(n)))), 2000, "/blocks/0/fields/0/text"),
        row("header 150", n -> header(plain(text(n))), 150, "/blocks/0/text/text"),
        Arguments.of(
            "header is plain", header(plain("x")), header(mrkdwn("x")), "/blocks/0/text/type"),
        row("10 in a context", n -> context(many(n, mrkdwn("x"))), 10, "/blocks/0/elements"),
        row("25 in actions", n -> actions(buttons(n)), 25, "/blocks/0/elements"),
        row(
            "button text 75",
            n -> actions(List.of(button(text(n), "v"))),
            75,
            element("text/text")),
        row("value 2,000", n -> actions(List.of(button("x", text(n)))), 2000, element("value")),
        row(
            "100 options",
            n -> actions(List.of(select("static_select", n))),
            100,
            element("options")),
        row("10 radios", n -> actions(List.of(select("radio_buttons", n))), 10, element("options")),
        row("10 boxes", n -> actions(List.of(select("checkboxes", n))), 10, element("options")),
        row("5 in overflow", n -> actions(List.of(select("overflow", n))), 5, element("options")),
        row(
            "block_id 255",
            n -> Map.of("type", "divider", "block_id", text(n)),
            255,
            "/blocks/0/block_id"),
        row(
            "markdown 12,000",
            n -> Map.of("type", "markdown", "text", text(n)),
            12_000,
            "/blocks/0/text"),
        row("alt text 2,000", n -> image(text(n)), 2000, "/blocks/0/alt_text"),
        row("5 context actions", n -> contextActions(n), 5, "/blocks/0/elements"),
        row("100 table rows", n -> table(n, 2), 100, "/blocks/0/rows"),
        row("20 table columns", n -> table(1, n), 20, "/blocks/0/rows/0"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{'type':'nonsense'}",
        "{'type':'alert','text':{'type':'mrkdwn','text':'modals only'}}",
        "{'type':'section'}",
        "{'type':'image','image_url':'https://example.com/a.png'}",
        "{'type':'context','elements':[{'type':'button'}]}",
        "{'type':'actions','elements':[{'type':'plain_text_input','action_id':'a'}]}",
        "{'type':'actions','elements':[{'type':'button','text':{'type':'mrkdwn','text':'x'}}]}",
        "{'type':'actions','elements':[{'type':'button','style':'loud',"
            + "'text':{'type':'plain_text','text':'x'}}]}",
        "{'type':'actions','elements':[]}",
        "{'type':'input','label':{'type':'plain_text','text':'x'}}",
        "{'type':'divider','colour':'red'}",
        "{'type':'section','text':{'type':'mrkdwn','text':'x','emoji':true}}",
        "{'type':'actions','elements':[{'type':'button','label':'x',"
            + "'text':{'type':'plain_text','text':'x'}}]}",
        "{'type':'actions','elements':[{'type':'overflow','options':[{'id':'x','value':'v',"
            + "'text':{'type':'plain_text','text':'x'}}]}]}",
        "{'type':'rich_text'}",
        "{'type':'rich_text','elements':[{'type':'rich_text_hologram'}]}",
        "{'type':'rich_text','elements':[{'type':'rich_text_list','elements':[]}]}",
        "{'type':'rich_text','elements':[{'type':'rich_text_section','elements':[{'type':'text','text':''}]}]}"
      })
  void whatSlackDoesNotKnowIsRefused(String block) {
    assertThat(BlockRules.message(Json.parse("[" + block.replace('\'', '"') + "]"))).isNotEmpty();
  }

  @Test
  void aBlockIdIsThereOnce() {
    Object block = Map.of("type", "divider", "block_id", "same");

    assertThat(BlockRules.message(blocks(List.of(block, block))))
        .containsExactly(new Violation("/blocks/1/block_id", "`block_id` same already exists"));
  }

  @Test
  void anActionIdIsThereOnceInABlock() {
    Object twice = actions(List.of(button("x", "1"), button("y", "2")));

    assertThat(BlockRules.message(blocks(twice)))
        .extracting(Violation::pointer)
        .containsExactly("/blocks/0/elements/1/action_id");
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("views")
  void aViewIsTakenAtItsLimitAndRefusedBeyond(
      String what, Map<String, ?> atLimit, Map<String, ?> beyond, String pointer) {
    assertThat(BlockRules.view(Json.tree(atLimit))).as("at the limit").isEmpty();
    assertThat(BlockRules.view(Json.tree(beyond)))
        .as("beyond it")
        .extracting(Violation::pointer)
        .containsExactly(pointer);
  }

  static Stream<Arguments> views() {
    Object input =
        Map.of(
            "type", "input",
            "label", plain("x"),
            "element", Map.of("type", "plain_text_input", "action_id", "a"));
    return Stream.of(
        Arguments.of("title 24", modal(24, 1), modal(25, 1), "/title/text"),
        Arguments.of("100 blocks", modal(1, 100), modal(1, 101), "/blocks"),
        Arguments.of("a Home's 100 blocks", home(100), home(101), "/blocks"),
        Arguments.of(
            "no markdown in a Home",
            home(1),
            Map.of("type", "home", "blocks", List.of(Map.of("type", "markdown", "text", "x"))),
            "/blocks/0/type"),
        Arguments.of(
            "inputs need a submit button",
            Map.of(
                "type",
                "modal",
                "title",
                plain("x"),
                "submit",
                plain("y"),
                "blocks",
                List.of(input)),
            Map.of("type", "modal", "title", plain("x"), "blocks", List.of(input)),
            ""));
  }

  @ParameterizedTest
  @ValueSource(strings = {"answer", "compare", "interview", "recommendation", "status"})
  void theSamplesAreTaken(String sample) {
    assertThat(BlockRules.message(Samples.read(sample).path("blocks"))).isEmpty();
  }

  private static Arguments row(
      String what, java.util.function.IntFunction<Object> make, int limit, String pointer) {
    return Arguments.of(what, make.apply(limit), make.apply(limit + 1), pointer);
  }

  private static JsonNode blocks(Object oneOrMany) {
    return Json.tree(oneOrMany instanceof List<?> many ? many : List.of(oneOrMany));
  }

  private static List<Object> many(int count, Object each) {
    return IntStream.range(0, count).mapToObj(i -> each).toList();
  }

  private static String text(int length) {
    return "x".repeat(length);
  }

  private static String element(String field) {
    return "/blocks/0/elements/0/" + field;
  }

  private static Map<String, ?> plain(String text) {
    return Map.of("type", "plain_text", "text", text);
  }

  private static Map<String, ?> mrkdwn(String text) {
    return Map.of("type", "mrkdwn", "text", text);
  }

  private static Map<String, ?> divider() {
    return Map.of("type", "divider");
  }

  private static Map<String, ?> section(Object text) {
    return Map.of("type", "section", "text", text);
  }

  private static Map<String, ?> fields(List<?> fields) {
    return Map.of("type", "section", "fields", fields);
  }

  private static Map<String, ?> header(Object text) {
    return Map.of("type", "header", "text", text);
  }

  private static Map<String, ?> context(List<?> elements) {
    return Map.of("type", "context", "elements", elements);
  }

  private static Map<String, ?> actions(List<?> elements) {
    return Map.of("type", "actions", "elements", elements);
  }

  private static Map<String, ?> button(String text, String value) {
    return Map.of("type", "button", "action_id", "a", "text", plain(text), "value", value);
  }

  private static List<Object> buttons(int count) {
    return many(count, Map.of("type", "button", "text", plain("x")));
  }

  private static Map<String, ?> select(String type, int options) {
    Object option = Map.of("text", plain("x"), "value", "v");
    return Map.of("type", type, "action_id", "a", "options", many(options, option));
  }

  private static Map<String, ?> image(String alt) {
    return Map.of("type", "image", "image_url", "https://example.com/a.png", "alt_text", alt);
  }

  private static Map<String, ?> contextActions(int count) {
    Object trash = Map.of("type", "icon_button", "icon", "trash", "text", plain("Delete"));
    return Map.of("type", "context_actions", "elements", many(count, trash));
  }

  private static Map<String, ?> table(int rows, int columns) {
    Object cell = Map.of("type", "raw_text", "text", "x");
    return Map.of("type", "table", "rows", many(rows, many(columns, cell)));
  }

  private static Map<String, ?> modal(int title, int blocks) {
    return Map.of("type", "modal", "title", plain(text(title)), "blocks", many(blocks, divider()));
  }

  private static Map<String, ?> home(int blocks) {
    return Map.of("type", "home", "blocks", many(blocks, divider()));
  }
}
