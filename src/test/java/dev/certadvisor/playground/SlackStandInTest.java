package dev.certadvisor.playground;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.certadvisor.playground.SampleApp.Request;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** What the app gets to see, over real HTTP. */
class SlackStandInTest {

  private final StandInClock clock = new StandInClock();
  private final StandInServer server = new StandInServer(0, clock, Duration.ofSeconds(3), clock);
  private final SlackStandIn slack = server.slack;
  private final SampleApp app = server.app;
  private final Member maya = slack.as("maya");
  private final Member aisha = slack.as("aisha");

  @AfterEach
  void stop() {
    server.close();
  }

  @Test
  void aMentionIsAnsweredInItsThread() {
    Message asked = maya.say("cloud-certs", "@Cert Advisor how is the exam built?");

    Message answer = maya.awaitReply(asked);

    assertThat(answer.threadTs()).contains(asked.ts());
    assertThat(answer.user()).isEqualTo(Workspace.BOT_USER);
    JsonNode event = events().getFirst();
    assertThat(Json.text(event, "type")).isEqualTo("event_callback");
    assertThat(Json.text(event, "event_id")).startsWith("Ev");
    assertThat(event.at("/event/type").asString()).isEqualTo("app_mention");
    assertThat(event.at("/event/text").asString())
        .isEqualTo("<@U0ADVISOR01> how is the exam built?");
  }

  @Test
  void whatIsSaidWithoutAMentionInAChannelStaysThere() {
    maya.say("cloud-certs", "does anyone know a good lab?");
    slack.awaitQuiet();

    assertThat(app.requests()).isEmpty();
  }

  @Test
  void aMentionWhereTheAppIsNoMemberIsNotHeard() {
    maya.say("study-group", "@Cert Advisor are you there?");
    slack.awaitQuiet();
    assertThat(app.requests()).isEmpty();

    maya.command("study-group", "/invite @Cert Advisor");
    Message asked = maya.say("study-group", "@Cert Advisor and now?");

    assertThat(maya.awaitReply(asked).thread()).isEqualTo(asked.ts());
  }

  @Test
  void theAppHearsItsOwnDirectMessagesAsAtSlack() {
    Message asked = maya.sayDirectly("compare the two");
    maya.awaitReply(asked);
    slack.awaitQuiet();

    assertThat(events())
        .extracting(event -> event.at("/event/bot_id").asString(""))
        .containsExactly("", Workspace.BOT);
  }

  @Test
  void aCommandIsAnsweredForItsCallerOnly() {
    maya.command("general", "/advisor recommend me something");

    Message answer = maya.awaitEphemeral();

    assertThat(answer.onlyFor()).contains(maya.person().id());
    assertThat(answer.text()).startsWith("Recommendation");
  }

  @Test
  void sharingAnEphemeralAnswerGoesThroughItsResponseUrl() {
    maya.command("general", "/advisor recommend me something");
    Message mine = maya.awaitEphemeral();

    maya.press(mine, "Share in channel");

    Message shared = slack.awaitMessage("a shared one", each -> each.onlyFor().isEmpty());
    assertThat(shared.channel()).isEqualTo(mine.channel());
    JsonNode pressed = payloads().getFirst();
    assertThat(pressed.at("/container/is_ephemeral").asBoolean()).isTrue();
    assertThat(pressed.has("message")).as("Slack leaves ephemeral messages out").isFalse();
    assertThat(pressed.at("/actions/0/action_id").asString()).isEqualTo("share");
  }

  @Test
  void aModalIsRefusedWithReasonsAndThenTaken() {
    maya.command("general", "/advisor feedback");
    maya.awaitModal(view -> view.callbackId().equals("feedback"));

    Map<String, String> refused = maya.submit(feedback("no"));
    assertThat(refused).containsExactly(Map.entry("reason", "Say a little more"));
    assertThat(maya.modal()).as("stays open").isPresent();

    assertThat(maya.submit(feedback("the fee is another"))).isEmpty();
    assertThat(maya.modal()).isEmpty();
  }

  private static Map<String, Map<String, String>> feedback(String reason) {
    return Map.of("kind", Map.of("pick", "old"), "reason", Map.of("text", reason));
  }

  @Test
  void aModalCannotBeOpenedLate() {
    maya.command("general", "/advisor help");
    maya.awaitEphemeral();
    String trigger = Wire.readForm(app.requests().getFirst().body()).getOrDefault("trigger_id", "");

    clock.advance(Duration.ofSeconds(4));

    assertThat(Json.text(app.call("views.open", modalWith(trigger)), "error"))
        .isEqualTo("expired_trigger_id");
  }

  private static tools.jackson.databind.node.ObjectNode modalWith(String trigger) {
    tools.jackson.databind.node.ObjectNode arguments = Json.object().put("trigger_id", trigger);
    arguments.set("view", Samples.read("modal"));
    return arguments;
  }

  /** Docs.slack.dev, "Conversation filter object": what does not match is left out of the menu. */
  @ParameterizedTest(name = "{0}: {1} becomes \"{2}\"")
  @CsvSource(
      delimiter = '|',
      value = {
        "general | {} | C0GENERAL01",
        "general | {'filter': {'include': ['public', 'private']}} | C0GENERAL01",
        "general | {'filter': {'include': ['im']}} | ''",
        "general | {'filter': {'exclude_bot_users': true}} | C0GENERAL01",
        "general | {'initial_conversation': 'C0CERTS0001'} | C0CERTS0001",
        "D0MAYA00001 | {} | D0MAYA00001",
        "D0MAYA00001 | {'filter': {'include': ['public', 'private']}} | ''"
      },
      quoteCharacter = '`')
  void aMenuIsPresetToWhereItWasOpenedOnlyIfItOffersThat(
      String where, String fields, String expected) {
    maya.command(where, "/advisor help");
    maya.awaitEphemeral();
    String trigger = Wire.readForm(app.requests().getFirst().body()).getOrDefault("trigger_id", "");
    ObjectNode arguments = modalWith(trigger);
    ObjectNode menu = Json.object().put("type", "conversations_select").put("action_id", "pick");
    menu.put("default_to_current_conversation", true);
    menu.setAll(Json.parse(fields.replace('\'', '"')).asObject());
    ObjectNode input = Json.object().put("type", "input").put("block_id", "channel");
    input.putObject("label").put("type", "plain_text").put("text", "Channel");
    input.set("element", menu);
    ((ArrayNode) arguments.at("/view/blocks")).add(input);

    app.call("views.open", arguments);

    JsonNode shown = maya.modal().orElseThrow().blocks();
    assertThat(Json.text(shown.path(shown.size() - 1).path("element"), "initial_conversation"))
        .isEqualTo(expected.replace("''", ""));
  }

  @Test
  void aHomeIsDrawnWhenItIsOpened() {
    aisha.openHome();

    View home = aisha.awaitHome(view -> !view.blocks().isEmpty());

    assertThat(home.person()).isEqualTo(aisha.person().id());
  }

  @Test
  void anEventThatIsRefusedComesAgainAtOnceAfterAMinuteAndAfterFive() {
    app.answerWith(500);

    maya.say("cloud-certs", "@Cert Advisor hello");
    slack.awaitQuiet();
    assertThat(retries()).containsExactly("", "1 http_error");
    assertThat(clock.pauses()).containsExactly(Duration.ofMinutes(1));

    clock.runWaiting();
    slack.awaitQuiet();
    assertThat(clock.pauses()).containsExactly(Duration.ofMinutes(5));

    clock.runWaiting();
    slack.awaitQuiet();
    assertThat(retries()).containsExactly("", "1 http_error", "2 http_error", "3 http_error");
    assertThat(clock.pauses()).as("then Slack gives up").isEmpty();
    assertThat(events()).extracting(event -> Json.text(event, "event_id")).containsOnly(eventId());
  }

  private String eventId() {
    return Json.text(events().getFirst(), "event_id");
  }

  @Test
  void aCommandThatIsRefusedIsNotSentAgainAndItsCallerIsTold() {
    app.answerWith(500);

    maya.command("general", "/advisor help");

    Message told = slack.awaitMessage("Slackbot", each -> each.user().equals(Workspace.SLACKBOT));
    assertThat(told.text()).isEqualTo("/advisor failed with the error \"dispatch_failed\"");
    slack.awaitQuiet();
    assertThat(app.requests()).hasSize(1);
  }

  @Test
  void aDuplicateHasTheSameEventId() {
    slack.behave(temper(100, 0, 0));

    maya.say("cloud-certs", "@Cert Advisor hello");
    slack.awaitQuiet();

    List<JsonNode> events = events();
    assertThat(events).hasSize(2);
    assertThat(events).extracting(event -> Json.text(event, "event_id")).containsOnly(eventId());
  }

  @Test
  void aLostAcknowledgementBringsTheEventAgain() {
    slack.behave(temper(0, 100, 0));

    maya.say("cloud-certs", "@Cert Advisor hello");
    slack.awaitQuiet();

    assertThat(retries()).containsExactly("", "1 http_timeout");
  }

  @Test
  void aBusySlackAsksTheAppToComeBackLater() {
    slack.behave(temper(0, 0, 100));

    JsonNode answer = app.call("auth.test", Json.object());

    assertThat(Json.text(answer, "error")).isEqualTo("ratelimited");
    assertThat(slack.exchanges().getLast().status()).isEqualTo(429);
  }

  private static Temper temper(int duplicated, int unacknowledged, int rateLimited) {
    return new Temper(
        duplicated, unacknowledged, 0, Duration.ZERO, rateLimited, 0, 0, 0, Duration.ZERO);
  }

  @Test
  void aTranscriptIsPlayedAgainAndComparedWithWhatTheAppSaysNow() {
    Message asked = maya.say("cloud-certs", "@Cert Advisor compare a < b");
    slack.as("tomas").reply(maya.awaitReply(asked), "thanks, see #general");
    maya.command("general", "/advisor help");
    maya.awaitEphemeral();
    slack.awaitQuiet();
    JsonNode saved = slack.transcript();
    slack.reset();

    assertThat(slack.replay(saved.path("transcript"))).isEmpty();

    assertThat(slack.transcript()).isEqualTo(saved);
    assertThat(saved.at("/transcript/0/text").asString()).isEqualTo("@Cert Advisor compare a < b");
    assertThat(saved.toString()).contains("\"does\":\"commands\"");
  }

  @Test
  void aReplayTellsWhatCameOutOtherwise() {
    maya.awaitReply(maya.say("cloud-certs", "@Cert Advisor hello"));
    slack.awaitQuiet();
    ObjectNode saved = slack.transcript().deepCopy().asObject();
    String said = saved.at("/transcript/1/text").asString();
    ((ObjectNode) saved.at("/transcript/1")).put("text", "something else");
    slack.reset();

    assertThat(slack.replay(saved.path("transcript")))
        .containsExactly(new Replay.Difference(2, "something else", said));
  }

  @Test
  void aReplayEndsAtAButtonThatIsNotThere() {
    String lines =
        """
        [{"who": "maya", "where": "@maya", "text": "hello"},
         {"who": "maya", "where": "@maya", "does": "presses", "to": 1, "text": "Nowhere"}]
        """;

    assertThat(slack.replay(Json.parse(lines)))
        .containsExactly(
            new Replay.Difference(2, "Nowhere", "nothing is called Nowhere; there are []"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "zoe  | general | 0 | is by nobody here: \"zoe\"",
        "maya | kitchen | 0 | is in no conversation here: \"kitchen\"",
        "maya | general | 3 | refers to line 3; allowed: 0 to 0"
      })
  void aWrongTranscriptIsRefusedInWords(String who, String where, int to, String why) {
    ArrayNode lines = Json.array();
    lines.addObject().put("who", who).put("where", where).put("to", to).put("text", "hello");

    assertThatThrownBy(() -> slack.replay(lines))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("line 1 of the transcript " + why);
  }

  private List<JsonNode> events() {
    return app.requests().stream()
        .filter(request ->
            request.headers().getOrDefault("Content-Type", "").startsWith("application/json"))
        .map(request -> Json.parse(request.body()))
        .toList();
  }

  private List<JsonNode> payloads() {
    return app.requests().stream()
        .map(Request::body)
        .filter(body -> body.startsWith("payload="))
        .map(body -> Json.parse(Wire.readForm(body).getOrDefault("payload", "")))
        .toList();
  }

  private List<String> retries() {
    return app.requests().stream()
        .map(Request::headers)
        .map(headers ->
            (headers.get("X-Slack-Retry-Num") + " " + headers.get("X-Slack-Retry-Reason")).strip())
        .toList();
  }
}
