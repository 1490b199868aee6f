package dev.certadvisor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonParser;
import dev.certadvisor.slack.Payloads;
import dev.certadvisor.slack.SignedSender;
import dev.certadvisor.slack.StubWebApi;
import dev.certadvisor.slack.StubWebApi.Answer;
import dev.certadvisor.slack.StubWebApi.Call;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.context.ConfigurableApplicationContext;

/** The whole server over real HTTP, with signatures like Slack's and a stub of its Web API. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SlackServerTest {

  private static final String SECRET = "8f742231b10e8888abcd99yyyzzz85a5";
  private static final String MESSAGE = "1763900000.000100";

  private final StubWebApi api = new StubWebApi();
  private final AtomicInteger events = new AtomicInteger();
  private String channel = "C0";
  private final ConfigurableApplicationContext server;
  private final URI address;
  private final SignedSender slack;

  SlackServerTest(@TempDir Path folder) {
    server = new SlackServer(settings(folder, 0), new EchoingAdvisor(), Optional.empty()).start();
    address = server.getBean(ServerAddress.class).get();
    slack = new SignedSender(address.resolve("/slack/events"), SECRET);
  }

  @BeforeAll
  void settle() {
    assertThat(api.calls()).as("nothing is asked of Slack at the start").isEmpty();
  }

  /** Each test talks in a channel of its own, since a channel's messages are spaced. */
  @BeforeEach
  void forget() {
    channel = "C" + events.incrementAndGet();
    api.forget();
  }

  @AfterAll
  void stop() {
    server.close();
    api.close();
    assertThat(api.violations()).isEmpty();
  }

  @Test
  void aMentionIsAnsweredInItsThread() {
    assertThat(slack.json(mention("<@U0BOT> how long is AI-102?")).statusCode()).isEqualTo(200);

    Call reply = api.await(1).getFirst();
    assertThat(reply.method()).isEqualTo("chat.postMessage");
    assertThat(reply.authorization()).isEqualTo("Bearer xoxb-test");
    assertThat(reply.parameter("channel")).isEqualTo(channel);
    assertThat(reply.parameter("thread_ts")).isEqualTo(MESSAGE);
    assertThat(reply.parameter("text")).isEqualTo("You said: how long is AI-102?");
    assertThat(blocks(reply)).hasSize(2);
    assertThat(reply.parameter("unfurl_links")).isEqualTo("0");
  }

  @Test
  void aMentionInAThreadIsAnsweredInThatThread() {
    String inThread =
        mention("<@U0BOT> and AWS?").replace("\"ts\":", "\"thread_ts\":\"1.5\",\"ts\":");

    slack.json(inThread);

    assertThat(api.await(1).getFirst().parameter("thread_ts")).isEqualTo("1.5");
  }

  @Test
  void aDirectMessageIsAnsweredThere() {
    slack.json(directMessage("hello"));

    Call reply = api.await(1).getFirst();
    assertThat(reply.parameter("channel")).isEqualTo("D" + channel);
    assertThat(reply.parameter("thread_ts")).isEqualTo(MESSAGE);
    assertThat(reply.parameter("text")).isEqualTo("You said: hello");
  }

  @Test
  void aCommandIsAcknowledgedWithoutWordsAndAnsweredPrivately() {
    HttpResponse<String> acknowledgement =
        slack.form(command("recommend I use SageMaker & Python", api.responseUrl("c1")));

    assertThat(acknowledgement.statusCode()).isEqualTo(200);
    assertThat(acknowledgement.body()).isEmpty();
    Call reply = api.await(1).getFirst();
    assertThat(reply.method()).isEqualTo("respond/c1");
    assertThat(reply.parameter("response_type")).isEqualTo("ephemeral");
    assertThat(reply.parameter("text"))
        .isEqualTo("You commanded: recommend I use SageMaker &amp; Python");
  }

  @Test
  void aClickIsAnsweredInTheThreadOfItsButton() {
    slack.json(mention("<@U0BOT> hello"));
    String value =
        blocks(api.await(1).getFirst())
            .get(1)
            .getAsJsonObject()
            .getAsJsonArray("elements")
            .get(0)
            .getAsJsonObject()
            .get("value")
            .getAsString();

    assertThat(slack.interaction(click(value)).statusCode()).isEqualTo(200);

    Call reply = api.await(2).get(1);
    assertThat(reply.parameter("channel")).isEqualTo(channel);
    assertThat(reply.parameter("thread_ts")).isEqualTo(MESSAGE);
    assertThat(reply.parameter("text")).isEqualTo("You chose: Say[text=more]");
  }

  @Test
  void aPersonalClickInAChannelIsAnsweredToThatPersonAlone() {
    slack.interaction(click("1.do.QkFDSw"));

    Call reply = api.await(1).getFirst();
    assertThat(reply.method()).isEqualTo("chat.postEphemeral");
    assertThat(reply.parameter("user")).isEqualTo("U0ANN");
    assertThat(reply.parameter("thread_ts")).isEqualTo(MESSAGE);
  }

  @Test
  void whatAPersonSharesIsSeenByAll() {
    slack.interaction(click("1.do.U0hBUkU"));
    String ephemeral =
        click("1.do.U0hBUkU").replace("\"is_ephemeral\":false", "\"is_ephemeral\":true");
    slack.interaction(ephemeral);

    assertThat(api.await(2))
        .extracting(Call::method)
        .containsExactlyInAnyOrder("chat.postMessage", "respond/click");
    assertThat(api.calls())
        .filteredOn(call -> call.method().equals("respond/click"))
        .allMatch(call -> call.parameter("response_type").equals("in_channel"));
  }

  @Test
  void aClickInAnEphemeralMessageIsAnsweredByItsReturnAddress() {
    String ephemeral =
        click("1.say.bW9yZQ").replace("\"is_ephemeral\":false", "\"is_ephemeral\":true");

    slack.interaction(ephemeral);

    Call reply = api.await(1).getFirst();
    assertThat(reply.method()).isEqualTo("respond/click");
    assertThat(reply.parameter("response_type")).isEqualTo("ephemeral");
    assertThat(reply.parameter("replace_original")).isEqualTo("false");
  }

  @Test
  void anOutdatedButtonIsAnsweredKindlyToWhoeverPressedIt() {
    assertThat(slack.interaction(click("0.from-long-ago")).statusCode()).isEqualTo(200);

    Call reply = api.await(1).getFirst();
    assertThat(reply.method()).isEqualTo("chat.postEphemeral");
    assertThat(reply.parameter("user")).isEqualTo("U0ANN");
    assertThat(reply.parameter("text")).contains("older version");
  }

  @Test
  void openingTheHomeShowsAPage() {
    slack.json(Payloads.of("home-opened", Map.of("event", nextEvent(), "tab", "home")));

    Call reply = api.await(1).getFirst();
    assertThat(reply.method()).isEqualTo("views.publish");
    assertThat(reply.parameter("user_id")).isEqualTo("U0ANN");
    assertThat(reply.parameter("view")).contains("\"type\":\"home\"", "Your home");
  }

  @Test
  void openingTheMessagesIsGreeted() {
    slack.json(Payloads.of("home-opened", Map.of("event", nextEvent(), "tab", "messages")));

    Call reply = api.await(1).getFirst();
    assertThat(reply.method()).isEqualTo("chat.postMessage");
    assertThat(reply.parameter("channel")).isEqualTo("D0ANN");
    assertThat(reply.parameters()).doesNotContainKey("thread_ts");
  }

  @Test
  void anEventDeliveredAgainIsAcknowledgedAndNotAnsweredAgain() {
    String event = mention("<@U0BOT> once");

    slack.json(event);
    assertThat(slack.json(event).statusCode()).isEqualTo(200);
    slack.json(mention("<@U0BOT> twice"));

    assertThat(api.await(2))
        .extracting(call -> call.parameter("text"))
        .containsExactly("You said: once", "You said: twice");
  }

  @Test
  void aMentionThatAlsoArrivesAsAMessageIsAnsweredOnce() {
    slack.json(mention("<@U0BOT> hello"));
    slack.json(
        Payloads.of("channel-message", Map.of("event", nextEvent(), "text", "<@U0BOT> hello")));
    slack.json(directMessage("last"));

    assertThat(api.await(2))
        .extracting(call -> call.parameter("text"))
        .containsExactlyInAnyOrder("You said: hello", "You said: last");
  }

  @Test
  void whatAPersonTypedIsNeverALiveMentionInTheReply() {
    slack.json(mention("<@U0BOT> tell &lt;!channel&gt; <!here> &amp; <https://a.example|all>"));

    Call reply = api.await(1).getFirst();
    assertThat(reply.parameter("text")).isEqualTo("You said: tell &lt;!channel&gt; &amp; all");
    assertThat(reply.parameter("blocks")).doesNotContain("<!");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "<@U0BOT>", ":wave:", "\u0000\u0007\u200b", "a\r\nb\r\n"})
  void anyTextGetsAnAnswer(String text) {
    slack.json(mention(text));

    assertThat(api.await(1).getFirst().parameter("text")).startsWith("You said:");
  }

  @Test
  void aVeryLongTextGetsAnAnswer() {
    slack.json(mention("<@U0BOT> " + "words & more ".repeat(3_200)));

    Call reply = api.await(1).getFirst();
    assertThat(reply.parameter("text").length()).isLessThanOrEqualTo(4_000);
    assertThat(blocks(reply).size()).isBetween(10, 50);
  }

  @Test
  void oneFailureLeadsToOneApologyWithAnIncident() {
    slack.json(mention("<@U0BOT> " + EchoingAdvisor.FAIL));

    Call reply = api.await(1).getFirst();
    assertThat(reply.method()).isEqualTo("chat.postEphemeral");
    assertThat(reply.parameter("text")).containsPattern("noted as [0-9a-f]{8,}");
  }

  @Test
  void aLimitIsObeyed() {
    api.answers("chat.postMessage", Answer.limited(1));
    Instant before = Instant.now();

    slack.json(mention("<@U0BOT> patience"));

    assertThat(api.await(2))
        .extracting(call -> call.parameter("text"))
        .containsOnly("You said: patience");
    assertThat(Duration.between(before, Instant.now())).isGreaterThan(Duration.ofSeconds(1));
  }

  @Test
  void whereBlocksAreNotLikedTheTextAloneIsSent() {
    api.answers("chat.postMessage", Answer.error("invalid_blocks"));

    slack.json(mention("<@U0BOT> plainly"));

    Call second = api.await(2).get(1);
    assertThat(second.parameters()).doesNotContainKey("blocks");
    assertThat(second.parameter("text")).isEqualTo("You said: plainly");
  }

  @Test
  void theChallengeIsGivenBack() {
    HttpResponse<String> response =
        slack.json("{\"type\":\"url_verification\",\"token\":\"x\",\"challenge\":\"3eZbrw\"}");

    assertThat(response.statusCode()).isEqualTo(200);
    assertThat(response.body()).isEqualTo("3eZbrw");
  }

  @Test
  void theCertificateCheckIsAnswered() {
    byte[] body = "ssl_check=1&token=x".getBytes(StandardCharsets.UTF_8);

    assertThat(slack.post("application/x-www-form-urlencoded", body, "0", "v0=").statusCode())
        .isEqualTo(200);
  }

  @Test
  void aBodyThatEndsInALineBreakKeepsItsSignature() {
    slack.json(mention("<@U0BOT> line\r\nbreaks") + "\r\n\n");

    assertThat(api.await(1).getFirst().parameter("text")).isEqualTo("You said: line\nbreaks");
  }

  @Test
  void aWrongSignatureIsRefused() {
    byte[] body = mention("<@U0BOT> forged").getBytes(StandardCharsets.UTF_8);
    String now = String.valueOf(Instant.now().getEpochSecond());

    assertThat(slack.post("application/json", body, now, "v0=" + "0".repeat(64)).statusCode())
        .isEqualTo(401);
    assertThat(slack.post("application/json", body, "soon", "").statusCode()).isEqualTo(401);
    nothingWasAnswered();
  }

  @ParameterizedTest
  @ValueSource(longs = {-302, 302, 86_400, 9_000_000_000_000_000L})
  void aStaleOrFutureTimestampIsRefused(long seconds) {
    Instant at =
        Instant.ofEpochSecond(Instant.now().getEpochSecond() + Math.min(seconds, 1L << 33));

    assertThat(slack.json(mention("<@U0BOT> late"), at).statusCode()).isEqualTo(401);
    nothingWasAnswered();
  }

  @ParameterizedTest
  @ValueSource(strings = {"{", "[]", "null", "", "{\"type\":", "x=y", "payload=%7B", "payload=%zz"})
  void whatIsNeitherJsonNorAFormOfSlacksIsRefused(String body) {
    assertThat(slack.json(body).statusCode()).isEqualTo(400);
    nothingWasAnswered();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{}",
        "{\"type\":\"something_new\"}",
        "{\"type\":\"event_callback\"}",
        "{\"type\":\"event_callback\",\"event\":{\"type\":\"star_added\"},\"event_id\":\"Ev9\"}",
        "{\"type\":\"app_rate_limited\",\"team_id\":\"T0A1\",\"minute_rate_limited\":1}"
      })
  void whatIsUnknownIsAcknowledged(String body) {
    assertThat(slack.json(body).statusCode()).isEqualTo(200);
    nothingWasAnswered();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "bot-message",
        "message-changed",
        "message-deleted",
        "own-message",
        "channel-joined",
        "edited-message"
      })
  void whatNobodyWaitsForIsAcknowledgedAndIgnored(String payload) {
    assertThat(slack.json(Payloads.of(payload, Map.of("event", nextEvent()))).statusCode())
        .isEqualTo(200);
    nothingWasAnswered();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "org-install-mention",
        "shared-channel-mention",
        "thread-broadcast",
        "files-only",
        "unknown-blocks",
        "smart-quotes"
      })
  void everyShapeOfAMessageIsAnswered(String payload) {
    assertThat(slack.json(Payloads.of(payload, Map.of("event", nextEvent()))).statusCode())
        .isEqualTo(200);

    assertThat(api.await(1).getFirst().parameter("text")).startsWith("You said:");
  }

  @Test
  void healthAndMetricsAreThere() {
    assertThat(get("/actuator/health/liveness").body()).contains("UP");
    assertThat(get("/actuator/health/readiness").body()).contains("UP");
    assertThat(get("/actuator/prometheus").body()).contains("advisor_messages_total");
    assertThat(get("/actuator/env").statusCode()).isEqualTo(404);
    assertThat(get("/slack/events").statusCode()).isEqualTo(405);
  }

  @Test
  void aTakenPortIsSaidInOneLine(@TempDir Path other) {
    SlackServer second =
        new SlackServer(settings(other, address.getPort()), new EchoingAdvisor(), Optional.empty());

    assertThatThrownBy(second::start)
        .isInstanceOf(UnusableException.class)
        .hasMessage(
            "SERVER_PORT: port %d is taken; set SERVER_PORT to a free one", address.getPort());
  }

  /** Whatever is asked afterwards is the first to be answered. */
  private void nothingWasAnswered() {
    slack.json(directMessage("after"));
    assertThat(api.await(1))
        .extracting(call -> call.parameter("text"))
        .containsExactly("You said: after");
  }

  private HttpResponse<String> get(String path) {
    try {
      return HttpClient.newHttpClient()
          .send(HttpRequest.newBuilder(address.resolve(path)).build(), BodyHandlers.ofString());
    } catch (Exception e) {
      throw new AssertionError(e);
    }
  }

  private String nextEvent() {
    return "Ev" + events.incrementAndGet();
  }

  private String mention(String text) {
    return Payloads.of(
        "app-mention",
        Map.of("event", nextEvent(), "text", text, "ts", MESSAGE, "channel", channel));
  }

  private String directMessage(String text) {
    return Payloads.of(
        "direct-message",
        Map.of("event", nextEvent(), "text", text, "ts", MESSAGE, "channel", "D" + channel));
  }

  private String click(String value) {
    return Payloads.of(
        "click",
        Map.of(
            "value",
            value,
            "channel",
            channel,
            "click",
            nextEvent(),
            "responseUrl",
            api.responseUrl("click")));
  }

  private Map<String, String> command(String text, String responseUrl) {
    Map<String, String> fields = new HashMap<>();
    fields.put("token", "redacted");
    fields.put("team_id", "T0A1");
    fields.put("channel_id", "C0GEN");
    fields.put("channel_name", "general");
    fields.put("user_id", "U0ANN");
    fields.put("command", "/advisor");
    fields.put("text", text);
    fields.put("api_app_id", "A0APP");
    fields.put("is_enterprise_install", "false");
    fields.put("response_url", responseUrl);
    fields.put("trigger_id", "1.2." + nextEvent());
    return fields;
  }

  private static List<JsonElement> blocks(Call call) {
    JsonArray blocks = JsonParser.parseString(call.parameter("blocks")).getAsJsonArray();
    return blocks.asList();
  }

  private Settings settings(Path folder, int port) {
    return Settings.from(
        Map.of(
            "SLACK_BOT_TOKEN",
            "xoxb-test",
            "SLACK_SIGNING_SECRET",
            SECRET,
            "SLACK_API_URL",
            api.api().toString(),
            "SERVER_PORT",
            String.valueOf(port),
            "ADVISOR_LIMIT_PERSON",
            "0",
            "ADVISOR_DATA",
            folder.toString()));
  }
}
