package dev.certadvisor.playground;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** What the Web API answers, and what it refuses. */
class WebApiTest {

  private static final String SAMPLE = "Bearer " + StandInServer.TOKEN;

  private final StandInClock clock = new StandInClock();
  private final SlackStandIn slack =
      new SlackStandIn(
          StandInSettings.like(
              AppManifest.of(StandInServer.MANIFEST),
              StandInServer.TOKEN,
              StandInServer.SECRET,
              () -> java.net.URI.create("http://127.0.0.1:1/nobody"),
              () -> java.net.URI.create("http://127.0.0.1:1/slack-stand-in")),
          clock,
          new Random(1),
          (delay, task) -> {});

  @ParameterizedTest(name = "{0} {1}: {2}")
  @CsvSource(
      delimiterString = " => ",
      textBlock =
          """
          chat.dance => {} => unknown_method
          chat.postMessage => {"channel":"C0NOWHERE","text":"x"} => channel_not_found
          chat.postMessage => {"channel":"C0STUDY0001","text":"x"} => not_in_channel
          chat.postMessage => {"channel":"C0GENERAL01"} => no_text
          chat.postMessage => {"channel":"C0GENERAL01","text":"x","thread_ts":"0"} => invalid_thread_ts
          chat.postMessage => {"channel":"C0GENERAL01","text":"x","blocks":{}} => invalid_blocks_format
          chat.postMessage => {"channel":"C0GENERAL01","text":"x","blocks":"oops"} => invalid_blocks_format
          chat.postMessage => {"channel":"C0GENERAL01","blocks":[{"type":"nonsense"}]} => invalid_blocks
          chat.postMessage => {"channel":"C0GENERAL01","text":"x","markdown_text":"y"} => markdown_text_conflict
          chat.postEphemeral => {"channel":"C0GENERAL01","text":"x","user":"U0NOBODY"} => user_not_in_channel
          chat.update => {"channel":"C0GENERAL01","ts":"1.2","text":"x"} => message_not_found
          chat.delete => {"channel":"C0NOWHERE","ts":"1.2"} => channel_not_found
          views.open => {"trigger_id":"1.2.3","view":{"type":"modal","title":{"type":"plain_text","text":"x"},"blocks":[]}} => invalid_trigger_id
          views.open => {"trigger_id":"1.2.3"} => invalid_arguments
          views.publish => {"user_id":"U0NOBODY","view":{"type":"home","blocks":[]}} => user_not_found
          views.publish => {"user_id":"U0MAYA00001","view":{"type":"modal","title":{"type":"plain_text","text":"x"},"blocks":[]}} => invalid_arguments
          views.update => {"view_id":"V0","view":{"type":"home","blocks":[]}} => not_found
          conversations.replies => {"channel":"D0MAYA00001","ts":"1.2"} => thread_not_found
          conversations.history => {"channel":"C0GENERAL01"} => missing_scope
          reactions.add => {"channel":"C0GENERAL01","timestamp":"1.2","name":"eyes"} => missing_scope
          users.info => {"user":"U0MAYA00001"} => missing_scope
          assistant.threads.setSuggestedPrompts => {"channel_id":"D0MAYA00001","prompts":[]} => missing_scope
          assistant.threads.setStatus => {"channel_id":"C0NOWHERE","thread_ts":"1.2","status":"x"} => channel_not_found
          assistant.threads.setStatus => {"channel_id":"C0GENERAL01","status":"x"} => invalid_arguments
          api.test => {"error":"my_error"} => my_error
          """)
  void whatSlackRefusesIsRefused(String method, String arguments, String error) {
    JsonNode answer = call(method, SAMPLE, arguments);

    assertThat(answer.path("ok").asBoolean(true)).isFalse();
    assertThat(Json.text(answer, "error")).isEqualTo(error);
  }

  @ParameterizedTest
  @CsvSource({"'', not_authed", "Bearer xoxb-wrong, invalid_auth"})
  void theTokenHasToBeTheApps(String authorization, String error) {
    assertThat(Json.text(call("auth.test", authorization, "{}"), "error")).isEqualTo(error);
  }

  @Test
  void theTokenMayComeInTheForm() {
    String form = "token=" + StandInServer.TOKEN;

    assertThat(
            slack
                .apiDoor()
                .call("auth.test", "", Courier.FORM, form)
                .body()
                .path("user_id")
                .asString())
        .isEqualTo("U0ADVISOR01");
  }

  @Test
  void blocksMayComeAsTextInAForm() {
    String form =
        Wire.form(
            java.util.Map.of(
                "channel", "C0GENERAL01", "text", "x", "blocks", "[{\"type\":\"divider\"}]"));

    slack.apiDoor().call("chat.postMessage", SAMPLE, Courier.FORM, form);

    assertThat(slack.messages().getFirst().blocks().at("/0/type").asString()).isEqualTo("divider");
  }

  @Test
  void refusedBlocksAreRefusedWithThePlace() {
    JsonNode answer =
        call(
            "chat.postMessage",
            SAMPLE,
            "{\"channel\":\"C0GENERAL01\",\"text\":\"x\",\"blocks\":[{\"type\":\"section\"}]}");

    assertThat(answer.at("/response_metadata/messages/0").asString())
        .isEqualTo("[ERROR] missing required field: text [json-pointer:/blocks/0]");
    assertThat(slack.messages()).isEmpty();
  }

  @Test
  void aLongTextIsCutAndALongUpdateIsRefused() {
    ObjectNode longer = Json.object().put("channel", "C0GENERAL01").put("text", "x".repeat(40_001));
    JsonNode posted = call("chat.postMessage", SAMPLE, Json.write(longer));
    assertThat(slack.messages().getFirst().text()).hasSize(40_000);

    longer.put("ts", Json.text(posted, "ts")).put("text", "x".repeat(4001));

    assertThat(Json.text(call("chat.update", SAMPLE, Json.write(longer)), "error"))
        .isEqualTo("msg_too_long");
  }

  @Test
  void metadataIsShownWhereItIsAskedFor() {
    Message asked = slack.as("maya").sayDirectly("hello");
    ObjectNode reply = Json.object().put("channel", asked.channel()).put("text", "x");
    reply.put("thread_ts", asked.ts());
    reply
        .putObject("metadata")
        .put("event_type", "answer")
        .putObject("event_payload")
        .put("id", "7");
    call("chat.postMessage", SAMPLE, Json.write(reply));
    ObjectNode ask = Json.object().put("channel", asked.channel()).put("ts", asked.ts());

    JsonNode replies =
        call("conversations.replies", SAMPLE, Json.write(ask.put("include_all_metadata", true)));

    assertThat(replies.at("/messages/1/metadata/event_payload/id").asString()).isEqualTo("7");
  }

  @Test
  void aStatusGoesWhenTheAppReplies() {
    Message asked = slack.as("maya").sayDirectly("hello");
    ObjectNode status = Json.object().put("channel_id", asked.channel());
    status.put("thread_ts", asked.ts()).put("status", "is thinking");
    call("assistant.threads.setStatus", SAMPLE, Json.write(status));
    assertThat(slack.workspace().busy()).hasSize(1);

    ObjectNode reply = Json.object().put("channel", asked.channel());
    reply.put("thread_ts", asked.ts()).put("text", "done");
    call("chat.postMessage", SAMPLE, Json.write(reply));

    assertThat(slack.workspace().busy()).isEmpty();
  }

  @Test
  void aResponseUrlIsGoneAfterHalfAnHour() {
    Tickets tickets = new Tickets(clock, new Random(1));
    String ticket =
        tickets.response(
            new Tickets.Place(
                "U0MAYA00001",
                "C0GENERAL01",
                java.util.Optional.empty(),
                java.util.Optional.empty()));
    clock.advance(Duration.ofMinutes(31));

    assertThat(tickets.use(ticket)).isEmpty();
    assertThat(slack.apiDoor().respond(ticket, "{\"text\":\"x\"}").status()).isEqualTo(404);
  }

  @Test
  void everyMethodThatNeedsNoScopeWorksWithNone() {
    assertThat(Set.of("auth.test", "api.test"))
        .allSatisfy(
            method -> assertThat(call(method, SAMPLE, "{}").path("ok").asBoolean()).isTrue());
  }

  private JsonNode call(String method, String authorization, String arguments) {
    return slack
        .apiDoor()
        .call(method, authorization, "application/json; charset=utf-8", arguments)
        .body();
  }
}
