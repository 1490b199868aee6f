package dev.certadvisor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.certadvisor.playground.Channel;
import dev.certadvisor.playground.Exchange;
import dev.certadvisor.playground.Member;
import dev.certadvisor.playground.Message;
import dev.certadvisor.playground.Mishap;
import dev.certadvisor.playground.Person;
import dev.certadvisor.playground.View;
import dev.certadvisor.slack.Payloads;
import dev.certadvisor.slack.SignedSender;
import dev.certadvisor.testing.TestWorkspace;
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
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.context.ConfigurableApplicationContext;

/** The whole server over real HTTP, with the local workspace's Slack on the other side. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SlackServerTest {

  private static final String RECORDED = "1763900000.000100";

  private final TestWorkspace workspace = new TestWorkspace();
  private final AtomicInteger events = new AtomicInteger();
  private final ConfigurableApplicationContext server;
  private final URI address;
  private final SignedSender sender;
  private final Member maya = workspace.as("maya");
  private String channel = "general";

  SlackServerTest(@TempDir Path folder) {
    server = new SlackServer(settings(folder, 0), new EchoingAdvisor(), Optional.empty()).start();
    address = server.getBean(ServerAddress.class).get();
    workspace.serves(address);
    sender = new SignedSender(address.resolve("/slack/events"), TestWorkspace.SECRET);
  }

  /** Who and what the recorded payloads speak of. */
  @BeforeAll
  void settle() {
    assertThat(workspace.slack().exchanges())
        .as("nothing is asked at the start but whether Slack is there")
        .allMatch(each -> each.name().equals("auth.test"));
    workspace.slack().admit(new Person("U0ANN", "ann", "Ann", "Recorded", "D0ANN"));
    workspace.slack().open(new Channel("C0GEN", "recorded", "As recorded"));
    workspace.slack().open(new Channel("C0SHR", "shared", "With another company"));
  }

  /** Each test talks in a channel of its own, since a channel's messages are spaced. */
  @BeforeEach
  void moveOn() {
    workspace.slack().reset();
    channel = workspace.newChannel();
  }

  @AfterEach
  void slackRefusedNothing() {
    assertThat(workspace.refusals())
        .as("nothing but who a recorded payload's unknown people are")
        .allMatch(each -> each.name().equals("users.info"));
    assertThat(workspace.slack().answers())
        .allSatisfy(answer -> assertThat(answer.text().length()).isBetween(1, 4_000));
  }

  @AfterAll
  void stop() {
    server.close();
    workspace.close();
  }

  @Test
  void aMentionIsAnsweredInItsThread() {
    Message asked = maya.say(channel, "@Cert Advisor how long is AI-102?");

    Message reply = maya.awaitReply(asked);
    assertThat(reply.threadTs()).contains(asked.ts());
    assertThat(reply.text()).isEqualTo("You said: how long is AI-102?");
    assertThat(reply.blocks()).hasSize(2);
    assertThat(workspace.slack().calls("chat.postMessage").getFirst().request())
        .contains("\"unfurl_links\":\"0\"", "\"unfurl_media\":\"0\"");
  }

  @Test
  void aMentionInAThreadIsAnsweredInThatThread() {
    Message first = workspace.as("tomas").say(channel, "which exam?");

    Message reply = maya.awaitReply(maya.reply(first, "@Cert Advisor and AWS?"));

    assertThat(reply.threadTs()).contains(first.ts());
  }

  @Test
  void aDirectMessageIsAnsweredThere() {
    Message asked = maya.sayDirectly("hello");

    Message reply = maya.awaitReply(asked);
    assertThat(reply.threadTs()).contains(asked.ts());
    assertThat(reply.text()).isEqualTo("You said: hello");
  }

  @Test
  void aCommandIsAcknowledgedWithoutWordsAndAnsweredPrivately() {
    maya.command(channel, "/advisor recommend I use SageMaker & Python");

    Message reply = maya.awaitEphemeral();
    assertThat(reply.text()).isEqualTo("You commanded: recommend I use SageMaker &amp; Python");
    assertThat(workspace.slack().calls("response_url")).hasSize(1);
    assertThat(workspace.slack().exchanges().getFirst().response()).as("of the command").isEmpty();
  }

  @Test
  void aClickIsAnsweredInTheThreadOfItsButton() {
    Message asked = maya.say(channel, "@Cert Advisor hello");
    Message reply = maya.awaitReply(asked);

    maya.press(reply, "More");

    Message next = maya.awaitAnswer();
    assertThat(next.threadTs()).contains(asked.ts());
    assertThat(next.text()).isEqualTo("You chose: Say[text=more]");
  }

  @Test
  void aPersonalClickInAChannelIsAnsweredToThatPersonAlone() {
    maya.press(answerWithButtons(), "Undo");

    Message reply = maya.awaitAnswer();
    assertThat(reply.onlyFor()).contains(maya.person().id());
    assertThat(reply.isReply()).isTrue();
  }

  @Test
  void aClickInAnEphemeralMessageIsAnsweredByItsReturnAddress() {
    maya.command(channel, "/advisor help");
    Message ephemeral = maya.awaitEphemeral();

    maya.press(ephemeral, "More");

    Message reply = maya.awaitAnswer();
    assertThat(reply.onlyFor()).contains(maya.person().id());
    assertThat(workspace.slack().calls("response_url")).hasSize(2);
    assertThat(workspace.slack().messages()).as("nothing was replaced").contains(ephemeral);
  }

  @Test
  void anOutdatedButtonIsAnsweredKindlyToWhoeverPressedIt() {
    assertThat(sender.interaction(click("0.from-long-ago")).statusCode()).isEqualTo(200);

    Message reply = workspace.as("ann").awaitEphemeral();
    assertThat(reply.text()).contains("older version");
  }

  @Test
  void openingTheHomeShowsAPage() {
    maya.openHome();

    View home = maya.awaitHome(view -> true);
    assertThat(home.body().toString()).contains("\"type\":\"home\"", "Your home");
  }

  @Test
  void aHomeThatHasUnknownBlocksInItIsDrawnAnew() {
    sender.json(Payloads.of("home-opened", Map.of("event", nextEvent(), "tab", "home")));

    assertThat(workspace.as("ann").awaitHome(view -> true).blocks()).isNotEmpty();
  }

  @Test
  void openingTheMessagesIsGreeted() {
    maya.openMessages();

    Message greeting = maya.awaitAnswer();
    assertThat(greeting.channel()).isEqualTo(maya.person().directMessage());
    assertThat(greeting.threadTs()).isEmpty();
  }

  @Test
  void anEventDeliveredAgainIsAcknowledgedAndNotAnsweredAgain() {
    String event = recordedMention("<@U0ADVISOR01> once");

    sender.json(event);
    assertThat(sender.json(event).statusCode()).isEqualTo(200);
    sender.json(recordedMention("<@U0ADVISOR01> twice"));

    awaitAnswers("You said: once", "You said: twice");
  }

  @Test
  void aMentionThatAlsoArrivesAsAMessageIsAnsweredOnce() {
    sender.json(recordedMention("<@U0BOT> hello"));
    sender.json(
        Payloads.of("channel-message", Map.of("event", nextEvent(), "text", "<@U0BOT> hello")));
    maya.sayDirectly("last");

    awaitAnswers("You said: hello", "You said: last");
  }

  @Test
  void whatAPersonTypedIsNeverALiveMentionInTheReply() {
    sender.json(
        recordedMention("<@U0BOT> tell &lt;!channel&gt; <!here> &amp; <https://a.example|all>"));

    Message reply = awaitAnswers("You said: tell &lt;!channel&gt; &amp; all").getFirst();
    assertThat(reply.blocks().toString()).doesNotContain("<!");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "<@U0BOT>", ":wave:", "\u0000\u0007\u200b", "a\r\nb\r\n"})
  void anyTextGetsAnAnswer(String text) {
    sender.json(recordedMention(text));

    assertThat(nextAnswer().text()).startsWith("You said:");
  }

  @Test
  void aVeryLongTextGetsAnAnswer() {
    Message asked = maya.say(channel, "@Cert Advisor " + "words & more ".repeat(3_200));

    assertThat(maya.awaitReply(asked).blocks().size()).isBetween(10, 50);
  }

  @Test
  void oneFailureLeadsToOneApologyWithAnIncident() {
    maya.say(channel, "@Cert Advisor " + EchoingAdvisor.FAIL);

    assertThat(maya.awaitEphemeral().text()).containsPattern("mention [0-9a-f]{8,} to");
  }

  @Test
  void aLimitIsObeyed() {
    workspace.slack().spoil("chat.postMessage", new Mishap.Limited(Duration.ofSeconds(1)));

    Message asked = maya.say(channel, "@Cert Advisor patience");

    assertThat(maya.awaitReply(asked).text()).isEqualTo("You said: patience");
    List<Exchange> calls = workspace.slack().awaitCalls("chat.postMessage", 2);
    assertThat(calls).extracting(Exchange::status).containsExactly(429, 200);
    assertThat(Duration.between(calls.getFirst().at(), calls.getLast().at()))
        .isGreaterThanOrEqualTo(Duration.ofSeconds(1));
  }

  @Test
  void whereBlocksAreNotLikedTheTextAloneIsSent() {
    workspace.slack().spoil("chat.postMessage", new Mishap.Refused("invalid_blocks"));

    Message reply = maya.awaitReply(maya.say(channel, "@Cert Advisor plainly"));

    assertThat(reply.blocks()).isEmpty();
    assertThat(reply.text()).isEqualTo("You said: plainly");
  }

  @Test
  void theChallengeIsGivenBack() {
    HttpResponse<String> response =
        sender.json("{\"type\":\"url_verification\",\"token\":\"x\",\"challenge\":\"3eZbrw\"}");

    assertThat(response.statusCode()).isEqualTo(200);
    assertThat(response.body()).isEqualTo("3eZbrw");
  }

  @Test
  void theCertificateCheckIsAnswered() {
    byte[] body = "ssl_check=1&token=x".getBytes(StandardCharsets.UTF_8);

    assertThat(sender.post("application/x-www-form-urlencoded", body, "0", "v0=").statusCode())
        .isEqualTo(200);
  }

  @Test
  void aBodyThatEndsInALineBreakKeepsItsSignature() {
    sender.json(recordedMention("<@U0BOT> line\r\nbreaks") + "\r\n\n");

    assertThat(nextAnswer().text()).isEqualTo("You said: line\nbreaks");
  }

  @Test
  void aWrongSignatureIsRefused() {
    byte[] body = recordedMention("<@U0BOT> forged").getBytes(StandardCharsets.UTF_8);
    String now = String.valueOf(Instant.now().getEpochSecond());

    assertThat(sender.post("application/json", body, now, "v0=" + "0".repeat(64)).statusCode())
        .isEqualTo(401);
    assertThat(sender.post("application/json", body, "soon", "").statusCode()).isEqualTo(401);
    nothingWasAnswered();
  }

  @ParameterizedTest
  @ValueSource(longs = {-302, 302, 86_400, 9_000_000_000_000_000L})
  void aStaleOrFutureTimestampIsRefused(long seconds) {
    Instant at =
        Instant.ofEpochSecond(Instant.now().getEpochSecond() + Math.min(seconds, 1L << 33));

    assertThat(sender.json(recordedMention("<@U0BOT> late"), at).statusCode()).isEqualTo(401);
    nothingWasAnswered();
  }

  @ParameterizedTest
  @ValueSource(strings = {"{", "[]", "null", "", "{\"type\":", "x=y", "payload=%7B", "payload=%zz"})
  void whatIsNeitherJsonNorAFormOfSlacksIsRefused(String body) {
    assertThat(sender.json(body).statusCode()).isEqualTo(400);
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
    assertThat(sender.json(body).statusCode()).isEqualTo(200);
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
        "edited-message",
        "shared-channel-mention"
      })
  void whatNobodyWaitsForIsAcknowledgedAndIgnored(String payload) {
    assertThat(sender.json(Payloads.of(payload, Map.of("event", nextEvent()))).statusCode())
        .isEqualTo(200);
    nothingWasAnswered();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "org-install-mention",
        "thread-broadcast",
        "files-only",
        "unknown-blocks",
        "smart-quotes"
      })
  void everyShapeOfAMessageIsAnswered(String payload) {
    assertThat(sender.json(Payloads.of(payload, Map.of("event", nextEvent()))).statusCode())
        .isEqualTo(200);

    assertThat(nextAnswer().text()).startsWith("You said:");
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
    maya.say(channel, "@Cert Advisor after");
    awaitAnswers("You said: after");
  }

  private Message nextAnswer() {
    return workspace.slack().awaitAnswers(1).getFirst();
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

  /** A mention as it was recorded, in this test's channel. */
  private String recordedMention(String text) {
    return Payloads.of(
        "app-mention",
        Map.of("event", nextEvent(), "text", text, "ts", RECORDED, "channel", channelId()));
  }

  private String click(String value) {
    return Payloads.of(
        "click",
        Map.of(
            "value",
            value,
            "channel",
            channelId(),
            "click",
            nextEvent(),
            "responseUrl",
            "https://hooks.slack.example/none"));
  }

  private String channelId() {
    return workspace.slack().channels().getLast().id();
  }

  /** Waits until there are so many answers, and they are these, in whatever order. */
  private List<Message> awaitAnswers(String... texts) {
    List<Message> answers = workspace.slack().awaitAnswers(texts.length);
    assertThat(answers).extracting(Message::text).containsExactlyInAnyOrder(texts);
    return answers;
  }

  private Message answerWithButtons() {
    return maya.awaitReply(maya.say(channel, "@Cert Advisor hello"));
  }

  private Settings settings(Path folder, int port) {
    Map<String, String> environment = new HashMap<>(workspace.environment());
    environment.put("SERVER_PORT", String.valueOf(port));
    environment.put("ADVISOR_LIMIT_PERSON", "0");
    environment.put("ADVISOR_DATA", folder.toString());
    return Settings.from(environment);
  }
}
