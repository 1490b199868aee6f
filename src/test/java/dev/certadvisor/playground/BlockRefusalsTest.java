package dev.certadvisor.playground;

import static dev.certadvisor.playground.BlockText.actions;
import static dev.certadvisor.playground.BlockText.chart;
import static dev.certadvisor.playground.BlockText.dataTable;
import static dev.certadvisor.playground.BlockText.image;
import static dev.certadvisor.playground.BlockText.many;
import static dev.certadvisor.playground.BlockText.mrkdwn;
import static dev.certadvisor.playground.BlockText.plain;
import static dev.certadvisor.playground.BlockText.section;
import static dev.certadvisor.playground.BlockText.table;
import static dev.certadvisor.playground.BlockText.x;
import static dev.certadvisor.playground.RefusalRow.limit;
import static dev.certadvisor.playground.RefusalRow.rule;

import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The table of which blocks of a message Slack refuses ("Block Kit reference", docs.slack.dev), put
 * to the Web API over HTTP: at each limit it is taken, one beyond it is refused, and the answer
 * names the place.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class BlockRefusalsTest {

  private final RefusingSlack slack = new RefusingSlack();

  @AfterAll
  void stop() {
    slack.close();
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource({"blocks", "newest"})
  void aMessageIsTakenAtTheLimitAndRefusedBeyond(
      String what, String right, String wrong, String place) {
    slack.takesAndRefuses(right, wrong, place);
  }

  static Stream<Arguments> blocks() {
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

  static Stream<Arguments> newest() {
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
}
