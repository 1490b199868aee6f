package dev.certadvisor.playground;

import static dev.certadvisor.playground.BlockText.actions;
import static dev.certadvisor.playground.BlockText.button;
import static dev.certadvisor.playground.BlockText.feedback;
import static dev.certadvisor.playground.BlockText.input;
import static dev.certadvisor.playground.BlockText.many;
import static dev.certadvisor.playground.BlockText.mrkdwn;
import static dev.certadvisor.playground.BlockText.option;
import static dev.certadvisor.playground.BlockText.plain;
import static dev.certadvisor.playground.BlockText.section;
import static dev.certadvisor.playground.BlockText.select;
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
 * The table of what Slack refuses within a block, its elements and texts ("Block Kit reference",
 * docs.slack.dev), put to the Web API over HTTP: at each limit it is taken, one beyond it is
 * refused, and the answer names the place.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ElementRefusalsTest {

  private final RefusingSlack slack = new RefusingSlack();

  @AfterAll
  void stop() {
    slack.close();
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource({"elements", "texts"})
  void aMessageIsTakenAtTheLimitAndRefusedBeyond(
      String what, String right, String wrong, String place) {
    slack.takesAndRefuses(right, wrong, place);
  }

  static Stream<Arguments> elements() {
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

  static Stream<Arguments> texts() {
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
}
