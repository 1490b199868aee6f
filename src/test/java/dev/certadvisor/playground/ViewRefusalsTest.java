package dev.certadvisor.playground;

import static dev.certadvisor.playground.BlockText.home;
import static dev.certadvisor.playground.BlockText.input;
import static dev.certadvisor.playground.BlockText.many;
import static dev.certadvisor.playground.BlockText.modal;
import static dev.certadvisor.playground.BlockText.plain;
import static dev.certadvisor.playground.BlockText.table;
import static dev.certadvisor.playground.BlockText.x;
import static dev.certadvisor.playground.RefusalRow.limit;
import static dev.certadvisor.playground.RefusalRow.rule;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;

/**
 * The table of which Homes and modals Slack refuses ("Block Kit reference", docs.slack.dev), put to
 * the Web API over HTTP: at each limit it is taken, one beyond it is refused, and the answer names
 * the place.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ViewRefusalsTest {

  private final RefusingSlack slack = new RefusingSlack();

  @AfterAll
  void stop() {
    slack.close();
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("inViews")
  void aHomeIsTakenAtTheLimitAndRefusedBeyond(
      String what, String right, String wrong, String place) {
    assertThat(slack.publish(right).path("ok").asBoolean()).as(right).isTrue();

    JsonNode refused = slack.publish(wrong);
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
    assertThat(Json.text(slack.open(right), "error")).isEqualTo("invalid_trigger_id");

    assertThat(Json.text(slack.open(wrong), "error")).isEqualTo("invalid_arguments");
    assertThat(slack.open(wrong).at("/response_metadata/messages/0").asString())
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
}
