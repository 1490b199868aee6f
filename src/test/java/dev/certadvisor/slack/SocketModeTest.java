package dev.certadvisor.slack;

import static org.assertj.core.api.Assertions.assertThat;

import dev.certadvisor.conversation.ChannelRule;
import dev.certadvisor.conversation.Incoming;
import dev.certadvisor.conversation.Wording;
import dev.certadvisor.delivery.Envelope;
import dev.certadvisor.delivery.Inbox;
import dev.certadvisor.delivery.Parcel;
import dev.certadvisor.slack.SocketMode.Trouble;
import dev.certadvisor.slack.StubMethods.Answer;
import java.net.URI;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Lines over real WebSockets, against Slack's end on loopback. */
class SocketModeTest {

  private final StubMethods api = new StubMethods();
  private final StubSocketMode slack = new StubSocketMode();
  private final AtomicReference<URI> address = new AtomicReference<>(api.api());
  private final RecordingInbox inbox = new RecordingInbox();
  private final SlackEdge edge =
      new SlackEdge(
          address::get,
          false,
          new Access.OneWorkspace("xoxb-1"),
          Wording.load(),
          InstantSource.system(),
          (workspace, channel) -> ChannelRule.USUAL,
          workspace -> {},
          lane -> false);
  private final List<SocketMode> started = new ArrayList<>();
  private final BlockingQueue<Integer> pauses = new LinkedBlockingQueue<>();

  @AfterEach
  void stop() {
    started.forEach(SocketMode::close);
    slack.close();
    api.close();
    edge.close();
  }

  @Test
  void asManyLinesAreOpenedAsAreWanted() {
    api.always("apps.connections.open", slack.ticket());

    SocketMode lines = lines(3);
    lines.start();

    slack.awaitOpen(3);
    lines.close();
    slack.awaitOpen(0);
  }

  @Test
  void anEventIsTakenAndAcknowledged() throws Exception {
    api.always("apps.connections.open", slack.ticket());

    open(1);
    slack.send("e1", "events_api", mention("Ev1"));

    assertThat(slack.awaitAcknowledgement("e1").has("payload")).isFalse();
    assertThat(inbox.next().id()).isEqualTo("event:Ev1");
  }

  @Test
  void aCommandAndAClickAreTakenTheSameWay() throws Exception {
    api.always("apps.connections.open", slack.ticket());

    open(1);
    slack.send(
        "e1",
        "slash_commands",
        "{\"command\":\"/advisor\",\"text\":\"status & more\",\"team_id\":\"T0A1\","
            + "\"channel_id\":\"C1\",\"user_id\":\"U1\",\"response_url\":\"http://x/\","
            + "\"trigger_id\":\"1\",\"is_enterprise_install\":\"false\"}");
    slack.awaitAcknowledgement("e1");
    assertThat(inbox.next().incoming())
        .isInstanceOfSatisfying(
            Incoming.Commanded.class, said -> assertThat(said.text()).isEqualTo("status & more"));

    slack.send(
        "e2",
        "interactive",
        Payloads.of(
            "click",
            Map.of("value", "1.say.bW9yZQ", "channel", "C1", "click", "9", "responseUrl", "x")));
    slack.awaitAcknowledgement("e2");
    assertThat(inbox.next().incoming()).isInstanceOf(Incoming.Chose.class);
  }

  @Test
  void whatCannotBeStoredIsNotAcknowledgedAndIsWhenItComesAgain() throws Exception {
    api.always("apps.connections.open", slack.ticket());
    inbox.refuse = envelope -> envelope.id().equals("event:Ev1");

    open(1);
    slack.send("e1", "events_api", mention("Ev1"));
    slack.send("e2", "events_api", mention("Ev2"));
    slack.awaitAcknowledgement("e2");
    inbox.refused.await();
    assertThat(slack.isAcknowledged("e1")).isFalse();

    inbox.refuse = envelope -> false;
    slack.send("e3", "events_api", mention("Ev1"));
    slack.awaitAcknowledgement("e3");
  }

  @Test
  void aSlowEnvelopeHoldsUpNoOther() throws Exception {
    api.always("apps.connections.open", slack.ticket());
    CountDownLatch release = new CountDownLatch(1);
    inbox.before =
        envelope -> {
          if (envelope.id().equals("event:Ev1")) {
            awaitQuietly(release);
          }
        };

    open(1);
    slack.send("e1", "events_api", mention("Ev1"));
    slack.send("e2", "events_api", mention("Ev2"));

    slack.awaitAcknowledgement("e2");
    assertThat(slack.isAcknowledged("e1")).isFalse();
    release.countDown();
    slack.awaitAcknowledgement("e1");
  }

  @Test
  void anAnnouncedEndIsBridged() throws Exception {
    api.always("apps.connections.open", slack.ticket());

    SocketMode lines = open(1);
    slack.say("{\"type\":\"disconnect\",\"reason\":\"refresh_requested\"}");
    slack.awaitOpened(2);
    slack.awaitOpen(1);

    slack.send("e1", "events_api", mention("Ev1"));
    slack.awaitAcknowledgement("e1");
    assertThat(lines.trouble()).isEmpty();
  }

  @Test
  void aLineThatBreaksIsOpenedAgain() throws Exception {
    api.always("apps.connections.open", slack.ticket());

    open(1);
    slack.cut();
    slack.awaitOpened(2);
    slack.awaitOpen(1);
    slack.hangUp();
    slack.awaitOpened(3);
    slack.awaitOpen(1);

    slack.send("e1", "events_api", mention("Ev1"));
    slack.awaitAcknowledgement("e1");
  }

  @Test
  void linesThatEndAtOnceAreOpenedMoreAndMoreSlowly() throws Exception {
    api.always("apps.connections.open", slack.ticket());

    open(1);
    for (int opened = 2; opened <= 4; opened++) {
      slack.cut();
      slack.awaitOpened(opened);
      slack.awaitOpen(1);
    }

    assertThat(List.of(pauses.take(), pauses.take(), pauses.take())).containsExactly(1, 2, 3);
  }

  @Test
  void itStartsWithoutSlackAndFindsItLater() throws Exception {
    address.set(URI.create("http://127.0.0.1:1/api/"));
    api.always("apps.connections.open", slack.ticket());

    SocketMode lines = lines(1);
    lines.start();
    assertThat(trouble(lines).reason()).contains("be reached");
    assertThat(trouble(lines).needsAPerson()).isFalse();

    address.set(api.api());
    slack.awaitOpen(1);
  }

  @ParameterizedTest
  @CsvSource({
    "invalid_auth, SLACK_APP_TOKEN",
    "token_revoked, SLACK_APP_TOKEN",
    "not_allowed_token_type, connections:write",
    "missing_scope, connections:write",
    "something_new, something_new"
  })
  void aRefusalIsSaidPlainly(String error, String said) throws Exception {
    api.always("apps.connections.open", Answer.error(error));

    SocketMode lines = lines(1);
    lines.start();

    assertThat(trouble(lines).needsAPerson()).isTrue();
    assertThat(trouble(lines).reason()).contains(said).contains(error);
  }

  @ParameterizedTest
  @CsvSource({"too_many_websockets, ADVISOR_SOCKET_CONNECTIONS", "link_disabled, switched off"})
  void aLineThatIsTakenAwayIsSaidPlainly(String reason, String said) throws Exception {
    api.always("apps.connections.open", slack.ticket());

    SocketMode lines = open(1);
    slack.say("{\"type\":\"disconnect\",\"reason\":\"" + reason + "\"}");

    assertThat(trouble(lines).reason()).contains(said).contains(reason);
    assertThat(trouble(lines).needsAPerson()).isTrue();
    slack.awaitOpen(0);
  }

  @Test
  void whatMakesNoSenseIsLeftAlone() throws Exception {
    api.always("apps.connections.open", slack.ticket());

    open(1);
    slack.say("nonsense");
    slack.say("{\"type\":\"events_api\"}");
    slack.say("{\"envelope_id\":\"e0\",\"type\":\"events_api\",\"payload\":{\"type\":\"new\"}}");

    slack.awaitAcknowledgement("e0");
    slack.send("e1", "events_api", mention("Ev1"));
    slack.awaitAcknowledgement("e1");
  }

  private SocketMode lines(int connections) {
    SocketMode lines =
        new SocketMode(
            new SocketDoor(WebApi.connect(false), address::get, "xapp-1"),
            WebApi.sockets(false),
            edge.intake(inbox, (workspace, at, reason) -> {}),
            connections,
            failures -> {
              pauses.add(failures);
              return Duration.ofMillis(20);
            },
            InstantSource.system());
    started.add(lines);
    return lines;
  }

  private SocketMode open(int connections) {
    SocketMode lines = lines(connections);
    lines.start();
    slack.awaitOpen(1);
    return lines;
  }

  private static Trouble trouble(SocketMode lines) throws InterruptedException {
    long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(20);
    while (lines.trouble().isEmpty() && System.nanoTime() < end) {
      Thread.onSpinWait();
    }
    return lines.trouble().orElseThrow();
  }

  private static String mention(String event) {
    return Payloads.of(
        "app-mention",
        Map.of("event", event, "text", "<@U0BOT> hello", "ts", "1.5", "channel", "C1"));
  }

  private static void awaitQuietly(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    }
  }

  /** Notes what it takes, and refuses what it is told to. */
  private static final class RecordingInbox implements Inbox {

    final CountDownLatch refused = new CountDownLatch(1);
    volatile Predicate<Envelope> refuse = envelope -> false;
    volatile Consumer<Envelope> before = envelope -> {};
    private final BlockingQueue<Envelope> taken = new LinkedBlockingQueue<>();

    @Override
    public boolean take(Envelope envelope) {
      before.accept(envelope);
      if (refuse.test(envelope)) {
        refused.countDown();
        throw new Unavailable("no room", new IllegalStateException());
      }
      return taken.add(envelope);
    }

    @Override
    public boolean take(String id, List<Parcel> parcels) {
      throw new AssertionError(id);
    }

    Envelope next() throws InterruptedException {
      Envelope next = taken.poll(20, TimeUnit.SECONDS);
      assertThat(next).isNotNull();
      return next;
    }
  }
}
