package dev.certadvisor.playground;

import static org.assertj.core.api.Assertions.assertThat;

import dev.certadvisor.testing.TestWorkspace;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntFunction;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * The table of what Slack refuses ("Block Kit reference", docs.slack.dev), put to the Web API over
 * HTTP: at each limit it is taken, one beyond it is refused, and the answer names the place.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RefusalsTest {

  private final TestWorkspace workspace = new TestWorkspace();

  @AfterAll
  void stop() {
    workspace.close();
  }

  /** A limit: how a block looks with so much in it, and where the excess is told. */
  private static Arguments limit(String what, int most, String place, IntFunction<String> block) {
    return Arguments.of(what, block.apply(most), block.apply(most + 1), place);
  }

  /** One thing that is right and one that is wrong. */
  private static Arguments rule(String what, String right, String wrong, String place) {
    return Arguments.of(what, right, wrong, place);
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("inMessages")
  void aMessageIsTakenAtTheLimitAndRefusedBeyond(
      String what, String right, String wrong, String place) {
    assertThat(post(right).path("ok").asBoolean()).as(right).isTrue();

    JsonNode refused = post(wrong);
    assertThat(Json.text(refused, "error")).as(wrong).isEqualTo("invalid_blocks");
    assertThat(refused.at("/response_metadata/messages/0").asString())
        .contains("[json-pointer:/blocks" + place + "]");
  }

  static Stream<Arguments> inMessages() {
    return Stream.of(blocks(), elements(), texts(), newest()).flatMap(rows -> rows);
  }

  private static Stream<Arguments> blocks() {
    return Stream.of(
        limit("blocks of a message", 50, "", n -> many(n, "{'type':'divider'}")),
        limit("block_id", 255, "/0/block_id", n -> "{'type':'divider','block_id':'" + x(n) + "'}"),
        limit("section text", 3000, "/0/text/text", n -> section(mrkdwn(n))),
        limit(
            "fields",
            10,
            "/0/fields",
            n -> "{'type':'section','fields':[" + many(n, mrkdwn(1)) + "]}"),
        limit(
            "field",
            2000,
            "/0/fields/0/text",
            n -> "{'type':'section','fields':[" + mrkdwn(n) + "]}"),
        limit("header", 150, "/0/text/text", n -> "{'type':'header','text':" + plain(n) + "}"),
        rule(
            "a header is plain",
            "{'type':'header','text':" + plain(1) + "}",
            "{'type':'header','text':" + mrkdwn(1) + "}",
            "/0/text/type"),
        limit(
            "elements of a context",
            10,
            "/0/elements",
            n -> "{'type':'context','elements':[" + many(n, mrkdwn(1)) + "]}"),
        limit(
            "elements of actions",
            25,
            "/0/elements",
            n -> actions(many(n, "{'type':'button','text':" + plain(1) + "}"))),
        limit("alt text", 2000, "/0/alt_text", n -> image("'alt_text':'" + x(n) + "'")),
        rule("alt text is needed", image("'alt_text':''"), image("'title':" + plain(1)), "/0"),
        limit(
            "image address",
            3000,
            "/0/image_url",
            n -> "{'type':'image','alt_text':'','image_url':'" + x(n) + "'}"),
        limit(
            "image title", 2000, "/0/title/text", n -> image("'alt_text':'','title':" + plain(n))),
        rule(
            "ids are there once",
            "{'type':'divider','block_id':'a'},{'type':'divider','block_id':'b'}",
            "{'type':'divider','block_id':'a'},{'type':'divider','block_id':'a'}",
            "/1/block_id"),
        limit("markdown", 12_000, "/0/text", n -> "{'type':'markdown','text':'" + x(n) + "'}"),
        rule(
            "markdown of all blocks together",
            "{'type':'markdown','text':'"
                + x(6000)
                + "'},{'type':'markdown','text':'"
                + x(6000)
                + "'}",
            "{'type':'markdown','text':'"
                + x(6000)
                + "'},{'type':'markdown','text':'"
                + x(6001)
                + "'}",
            ""),
        limit(
            "context actions",
            5,
            "/0/elements",
            n ->
                "{'type':'context_actions','elements':["
                    + many(n, "{'type':'icon_button','icon':'trash','text':" + plain(1) + "}")
                    + "]}"),
        limit("table rows", 100, "/0/rows", n -> table(n, 1)),
        limit("table columns", 20, "/0/rows/0", n -> table(1, n)),
        rule("one table", table(1, 1), table(1, 1) + "," + table(1, 1), ""),
        rule("what is unknown", "{'type':'divider'}", "{'type':'hologram'}", "/0/type"),
        rule("unknown fields", "{'type':'divider'}", "{'type':'divider','colour':'red'}", "/0"),
        rule("alerts are for modals", "{'type':'divider'}", "{'type':'alert'}", "/0/type"));
  }

  private static Stream<Arguments> elements() {
    return Stream.of(
        limit(
            "action_id", 255, "/0/elements/0/action_id", n -> button("'action_id':'" + x(n) + "'")),
        limit(
            "button",
            75,
            "/0/elements/0/text/text",
            n -> actions("{'type':'button','text':" + plain(n) + "}")),
        limit("value", 2000, "/0/elements/0/value", n -> button("'value':'" + x(n) + "'")),
        limit("address", 3000, "/0/elements/0/url", n -> button("'url':'" + x(n) + "'")),
        limit(
            "accessibility label",
            75,
            "/0/elements/0/accessibility_label",
            n -> button("'accessibility_label':'" + x(n) + "'")),
        rule("style", button("'style':'danger'"), button("'style':'loud'"), "/0/elements/0/style"),
        limit(
            "options",
            100,
            "/0/elements/0/options",
            n -> select("static_select", many(n, option(1, 1)))),
        limit(
            "option groups",
            100,
            "/0/elements/0/option_groups",
            n ->
                actions(
                    "{'type':'static_select','option_groups':["
                        + many(n, "{'label':" + plain(1) + ",'options':[" + option(1, 1) + "]}")
                        + "]}")),
        limit(
            "option text",
            75,
            "/0/elements/0/options/0/text/text",
            n -> select("static_select", option(n, 1))),
        limit(
            "option value",
            150,
            "/0/elements/0/options/0/value",
            n -> select("static_select", option(1, n))),
        limit(
            "radio buttons",
            10,
            "/0/elements/0/options",
            n -> select("radio_buttons", many(n, option(1, 1)))),
        limit(
            "check boxes",
            10,
            "/0/elements/0/options",
            n -> select("checkboxes", many(n, option(1, 1)))),
        limit(
            "overflow", 5, "/0/elements/0/options", n -> select("overflow", many(n, option(1, 1)))),
        limit(
            "placeholder",
            150,
            "/0/elements/0/placeholder/text",
            n -> actions("{'type':'users_select','placeholder':" + plain(n) + "}")),
        limit(
            "confirmation title",
            100,
            "/0/elements/0/confirm/title/text",
            n -> button("'confirm':{'title':" + plain(n) + "}")),
        limit(
            "confirmation text",
            300,
            "/0/elements/0/confirm/text/text",
            n -> button("'confirm':{'text':" + plain(n) + "}")),
        limit(
            "confirmation yes",
            30,
            "/0/elements/0/confirm/confirm/text",
            n -> button("'confirm':{'confirm':" + plain(n) + "}")),
        limit(
            "confirmation no",
            30,
            "/0/elements/0/confirm/deny/text",
            n -> button("'confirm':{'deny':" + plain(n) + "}")),
        limit("feedback label", 75, "/0/elements/0/positive_button/text/text", n -> feedback(n)),
        rule(
            "an action id is there once in its block",
            actions("{'type':'button','action_id':'a','text':" + plain(1) + "}"),
            actions(
                "{'type':'button','action_id':'a','text':"
                    + plain(1)
                    + "},{'type':'button','action_id':'a','text':"
                    + plain(1)
                    + "}"),
            "/0/elements/1/action_id"));
  }

  private static Stream<Arguments> texts() {
    return Stream.of(
        limit("label of an input", 2000, "/0/label/text", n -> input("'label':" + plain(n))),
        limit(
            "hint of an input",
            2000,
            "/0/hint/text",
            n -> input("'label':" + plain(1) + ",'hint':" + plain(n))),
        limit(
            "initial value",
            3000,
            "/0/element/initial_value",
            n ->
                "{'type':'input','label':"
                    + plain(1)
                    + ",'element':{'type':'plain_text_input','initial_value':'"
                    + x(n)
                    + "'}}"),
        limit(
            "length of an input",
            3000,
            "/0/element/max_length",
            n ->
                "{'type':'input','label':"
                    + plain(1)
                    + ",'element':{'type':'plain_text_input','max_length':"
                    + n
                    + "}}"),
        rule("a text is not empty", section(mrkdwn(1)), section(mrkdwn(0)), "/0/text/text"));
  }

  private static Stream<Arguments> newest() {
    return Stream.of(
        limit("card title", 150, "/0/title/text", n -> "{'type':'card','title':" + plain(n) + "}"),
        limit(
            "card subtitle",
            150,
            "/0/subtitle/text",
            n -> "{'type':'card','subtitle':" + plain(n) + "}"),
        limit("card body", 200, "/0/body/text", n -> "{'type':'card','body':" + mrkdwn(n) + "}"),
        limit(
            "cards",
            10,
            "/0/elements",
            n -> "{'type':'carousel','elements':[" + many(n, "{'type':'card'}") + "]}"),
        limit(
            "container title",
            150,
            "/0/title/text",
            n ->
                "{'type':'container','title':"
                    + plain(n)
                    + ",'child_blocks':[{'type':'divider'}]}"),
        limit(
            "blocks in a container",
            10,
            "/0/child_blocks",
            n -> "{'type':'container','child_blocks':[" + many(n, "{'type':'divider'}") + "]}"),
        rule(
            "a data table has a caption",
            dataTable("'caption':'c',", 2, 1),
            dataTable("", 2, 1),
            "/0"),
        rule(
            "a data table has a row besides its head",
            dataTable("'caption':'c',", 2, 1),
            dataTable("'caption':'c',", 1, 1),
            "/0/rows"),
        limit("data table rows", 101, "/0/rows", n -> dataTable("'caption':'c',", n, 1)),
        limit("data table columns", 20, "/0/rows/0", n -> dataTable("'caption':'c',", 2, n)),
        limit(
            "data table page",
            100,
            "/0/page_size",
            n -> dataTable("'caption':'c','page_size':" + n + ",", 2, 1)),
        limit("chart title", 50, "/0/title", n -> chart("'title':'" + x(n) + "',", 1, 1, 1)),
        limit("chart categories", 20, "/0/chart/axis_config/categories", n -> chart("", n, 1, 1)),
        limit("chart label", 20, "/0/chart/axis_config/categories/0", n -> chart("", 1, n, 1)),
        limit("chart series", 6, "/0/chart/series", n -> chart("", 1, 1, n)),
        rule(
            "the state of a task",
            "{'type':'task_card','task_id':'1','title':'t','status':'complete'}",
            "{'type':'task_card','task_id':'1','title':'t','status':'completed'}",
            "/0/status"));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("inViews")
  void aHomeIsTakenAtTheLimitAndRefusedBeyond(
      String what, String right, String wrong, String place) {
    assertThat(publish(right).path("ok").asBoolean()).as(right).isTrue();

    JsonNode refused = publish(wrong);
    assertThat(Json.text(refused, "error")).isEqualTo("invalid_arguments");
    assertThat(refused.at("/response_metadata/messages/0").asString())
        .contains("[json-pointer:" + place + "]");
  }

  static Stream<Arguments> inViews() {
    return Stream.of(
        limit("blocks of a Home", 100, "/blocks", n -> home("", many(n, "{'type':'divider'}"))),
        limit(
            "private_metadata",
            3000,
            "/private_metadata",
            n -> home("'private_metadata':'" + x(n) + "',", "")),
        limit("callback_id", 255, "/callback_id", n -> home("'callback_id':'" + x(n) + "',", "")),
        rule(
            "markdown is for messages",
            home("", ""),
            home("", "{'type':'markdown','text':'x'}"),
            "/blocks/0/type"),
        rule("cards are for messages", home("", ""), home("", "{'type':'card'}"), "/blocks/0/type"),
        rule("tables are for messages", home("", ""), home("", table(1, 1)), "/blocks/0/type"));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("inModals")
  void aModalIsRefusedBeyondTheLimitAndElseOnlyForItsTrigger(
      String what, String right, String wrong, String place) {
    assertThat(Json.text(open(right), "error")).isEqualTo("invalid_trigger_id");

    assertThat(Json.text(open(wrong), "error")).isEqualTo("invalid_arguments");
    assertThat(open(wrong).at("/response_metadata/messages/0").asString())
        .contains("[json-pointer:" + place + "]");
  }

  static Stream<Arguments> inModals() {
    return Stream.of(
        limit("title", 24, "/title/text", n -> modal("'title':" + plain(n), "")),
        limit(
            "submit",
            24,
            "/submit/text",
            n -> modal("'title':" + plain(1) + ",'submit':" + plain(n), "")),
        limit(
            "close",
            24,
            "/close/text",
            n -> modal("'title':" + plain(1) + ",'close':" + plain(n), "")),
        limit(
            "blocks of a modal",
            100,
            "/blocks",
            n -> modal("'title':" + plain(1), many(n, "{'type':'divider'}"))),
        rule(
            "a title is needed",
            modal("'title':" + plain(1), ""),
            modal("'close':" + plain(1), ""),
            ""),
        rule(
            "inputs need a submit button",
            modal("'title':" + plain(1) + ",'submit':" + plain(1), input("'label':" + plain(1))),
            modal("'title':" + plain(1), input("'label':" + plain(1))),
            ""));
  }

  private JsonNode post(String blocks) {
    ObjectNode arguments = Json.object().put("channel", "C0GENERAL01").put("text", "x");
    arguments.set("blocks", Json.parse(json("[" + blocks + "]")));
    return call("chat.postMessage", arguments);
  }

  private JsonNode publish(String view) {
    ObjectNode arguments = Json.object().put("user_id", "U0MAYA00001");
    arguments.set("view", Json.parse(json(view)));
    return call("views.publish", arguments);
  }

  private JsonNode open(String view) {
    ObjectNode arguments = Json.object().put("trigger_id", "1.2.3");
    arguments.set("view", Json.parse(json(view)));
    return call("views.open", arguments);
  }

  private JsonNode call(String method, ObjectNode arguments) {
    URI api = URI.create(workspace.environment().getOrDefault("SLACK_API_URL", ""));
    HttpRequest request =
        HttpRequest.newBuilder(api.resolve(method))
            .header("Content-Type", "application/json; charset=utf-8")
            .header("Authorization", "Bearer xoxb-test")
            .POST(HttpRequest.BodyPublishers.ofString(Json.write(arguments)))
            .build();
    try {
      return Json.parse(HttpClient.newHttpClient().send(request, BodyHandlers.ofString()).body());
    } catch (IOException | InterruptedException e) {
      throw new AssertionError(e);
    }
  }

  private static String json(String withSingleQuotes) {
    return withSingleQuotes.replace('\'', '"');
  }

  private static String x(int length) {
    return "x".repeat(length);
  }

  private static String many(int count, String each) {
    List<String> all = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      all.add(each);
    }
    return String.join(",", all);
  }

  private static String plain(int length) {
    return "{'type':'plain_text','text':'" + x(length) + "'}";
  }

  private static String mrkdwn(int length) {
    return "{'type':'mrkdwn','text':'" + x(length) + "'}";
  }

  private static String section(String text) {
    return "{'type':'section','text':" + text + "}";
  }

  private static String actions(String elements) {
    return "{'type':'actions','elements':[" + elements + "]}";
  }

  private static String button(String more) {
    return actions("{'type':'button','text':" + plain(1) + "," + more + "}");
  }

  private static String option(int text, int value) {
    return "{'text':" + plain(text) + ",'value':'" + x(value) + "'}";
  }

  private static String select(String type, String options) {
    return actions("{'type':'" + type + "','options':[" + options + "]}");
  }

  private static String feedback(int label) {
    return "{'type':'context_actions','elements':[{'type':'feedback_buttons','positive_button':{'text':"
        + plain(label)
        + ",'value':'y'},'negative_button':{'text':"
        + plain(1)
        + ",'value':'n'}}]}";
  }

  private static String input(String more) {
    return "{'type':'input','element':{'type':'plain_text_input'}," + more + "}";
  }

  private static String image(String more) {
    return "{'type':'image','image_url':'https://a.example/a.png'," + more + "}";
  }

  private static String table(int rows, int columns) {
    return "{'type':'table','rows':["
        + many(rows, "[" + many(columns, "{'type':'raw_text','text':'x'}") + "]")
        + "]}";
  }

  private static String dataTable(String more, int rows, int columns) {
    return "{'type':'data_table',"
        + more
        + "'rows':["
        + many(rows, "[" + many(columns, "{'type':'raw_text','text':'x'}") + "]")
        + "]}";
  }

  private static String chart(String more, int categories, int label, int series) {
    return "{'type':'data_visualization',"
        + more
        + "'chart':{'type':'bar','series':["
        + many(series, "{'name':'s'}")
        + "],'axis_config':{'categories':["
        + many(categories, "'" + x(label) + "'")
        + "]}}}";
  }

  private static String home(String more, String blocks) {
    return "{'type':'home'," + more + "'blocks':[" + blocks + "]}";
  }

  private static String modal(String more, String blocks) {
    return "{'type':'modal'," + more + ",'blocks':[" + blocks + "]}";
  }
}
