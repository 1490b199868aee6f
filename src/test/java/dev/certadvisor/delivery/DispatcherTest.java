package dev.certadvisor.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import dev.certadvisor.conversation.Conversation;
import dev.certadvisor.conversation.ConversationId;
import dev.certadvisor.conversation.Incoming;
import dev.certadvisor.conversation.PersonId;
import dev.certadvisor.conversation.Reply;
import dev.certadvisor.conversation.Reply.Part;
import dev.certadvisor.conversation.Transition;
import dev.certadvisor.delivery.Carrier.Outcome;
import dev.certadvisor.delivery.Carrier.Trace;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * Time stands still but where a lane waits; lanes run one after the other until nothing is left.
 */
class DispatcherTest {

  private Instant now = Instant.parse("2026-11-23T12:00:00Z");
  private final SteppingLanes lanes = new SteppingLanes();
  private final ScriptedCarrier carrier = new ScriptedCarrier();
  private final RecordingLog log = new RecordingLog();
  private final InMemoryLedger ledger = new InMemoryLedger(() -> now);
  private final Dispatcher dispatcher = dispatcher(ledger);

  @BeforeEach
  void start() {
    dispatcher.start();
  }

  @Test
  void anEnvelopeIsAnsweredOnce() {
    assertThat(dispatcher.take(said("e1", "ann", "hello"))).isTrue();
    assertThat(dispatcher.take(said("e1", "ann", "hello"))).isFalse();
    lanes.runAll();
    assertThat(dispatcher.take(said("e1", "ann", "hello"))).isFalse();
    lanes.runAll();

    assertThat(carrier.sent).containsExactly("e1#0 hello");
  }

  @Test
  void theMessagesOfAChannelKeepTheirOrderThroughTroubles() {
    carrier.outcomes.add(new Outcome.Failed("connection refused"));
    carrier.outcomes.add(new Outcome.Limited(Duration.ofSeconds(30)));

    dispatcher.take(said("e1", "ann", "one"));
    dispatcher.take(said("e2", "ann", "two"));
    Instant begin = now;
    lanes.runAll();

    assertThat(carrier.arrived).containsExactly("e1#0 one", "e2#0 two");
    assertThat(Duration.between(begin, now)).isGreaterThanOrEqualTo(Duration.ofSeconds(30));
  }

  @Test
  void aBurstLeavesAtOnceAndTheRestAtOneASecond() {
    for (int i = 0; i < 7; i++) {
      dispatcher.take(said("e" + i, "ann", "m"));
    }
    Instant begin = now;
    lanes.runAll();

    assertThat(carrier.times)
        .extracting(time -> Duration.between(begin, time).toMillis())
        .containsExactly(0L, 0L, 0L, 0L, 1_000L, 2_000L, 3_000L);
  }

  @Test
  void channelsDoNotWaitForEachOther() {
    carrier.outcomes.add(new Outcome.Limited(Duration.ofHours(1)));
    dispatcher.take(said("e1", "ann", "slow"));
    dispatcher.take(said("e2", "bob", "quick"));

    lanes.runUntilAllWait();

    assertThat(carrier.arrived).containsExactly("e2#0 quick");
  }

  @Test
  void aFailingEnvelopeIsTriedThreeTimesAndThenApologisedForWithAnIncident() {
    dispatcher.take(said("e1", "ann", "poison"));
    dispatcher.take(said("e2", "ann", "hello"));

    lanes.runAll();

    assertThat(carrier.arrived).containsExactly("e1#0 sorry incident-1", "e2#0 hello");
    assertThat(log.lines).contains("unanswered e1 incident-1").hasSize(1);
  }

  @Test
  void whatOverflowsTheStackIsNoDifferent() {
    dispatcher.take(said("e1", "ann", "bottomless"));
    dispatcher.take(said("e2", "ann", "hello"));

    lanes.runAll();

    assertThat(carrier.arrived).containsExactly("e1#0 sorry incident-1", "e2#0 hello");
  }

  @Test
  void whereEvenTheApologyFailsTheNextOnesGoOn() {
    dispatcher.take(said("mute", "ann", "poison"));
    dispatcher.take(said("e2", "ann", "hello"));

    lanes.runAll();

    assertThat(carrier.arrived).containsExactly("e2#0 hello");
  }

  @Test
  void aRefusedMessageIsGivenUpAndTheNextGoesOn() {
    carrier.outcomes.add(new Outcome.Refused("channel_not_found"));
    dispatcher.take(said("e1", "ann", "one"));
    dispatcher.take(said("e2", "ann", "two"));

    lanes.runAll();

    assertThat(carrier.arrived).containsExactly("e2#0 two");
    assertThat(log.lines).containsExactly("given up e1#0: channel_not_found");
  }

  @Test
  void aMessageThatFailsForEverIsGivenUp() {
    for (int i = 0; i < Dispatcher.SEND_ATTEMPTS; i++) {
      carrier.outcomes.add(new Outcome.Failed("down"));
    }
    dispatcher.take(said("e1", "ann", "one"));

    lanes.runAll();

    assertThat(carrier.arrived).isEmpty();
    assertThat(log.lines).contains("given up e1#0: down");
  }

  @Test
  void aMessageOfUnknownFateIsLookedUpBeforeItIsSentAgain() {
    carrier.outcomes.add(new Outcome.Unknown("time-out"));
    carrier.traces.add(Trace.UNREACHABLE);
    carrier.traces.add(Trace.SENDABLE);
    dispatcher.take(said("e1", "ann", "one"));

    lanes.runAll();

    assertThat(carrier.sent).containsExactly("e1#0 one", "e1#0 one");
    assertThat(carrier.traces).isEmpty();
  }

  @Test
  void aMessageThatIsFoundIsNotSentAgain() {
    carrier.outcomes.add(new Outcome.Unknown("time-out"));
    carrier.traces.add(Trace.ARRIVED);
    dispatcher.take(said("e1", "ann", "one"));

    lanes.runAll();

    assertThat(carrier.sent).hasSize(1);
  }

  @Test
  void aMessageWhoseFateCannotBeKnownGoesToTheAskerAlone() {
    carrier.outcomes.add(new Outcome.Unknown("time-out"));
    carrier.traces.add(Trace.UNKNOWABLE);
    dispatcher.take(said("e1", "ann", "one"));

    lanes.runAll();

    assertThat(carrier.sent).containsExactly("e1#0 one", "privately e1#0 one");
  }

  @Test
  void whatAnEarlierRunLeftIsDoneFirst() {
    InMemoryLedger left = new InMemoryLedger(() -> now);
    left.take(said("e1", "ann", "left over"));

    dispatcher(left).start();
    lanes.runAll();

    assertThat(carrier.arrived).containsExactly("e1#0 left over");
  }

  @Test
  void aCourtesyIsSentOnceWithoutTheAdvisor() {
    Parcel courtesy = new Parcel("c#0", at("ann"), "kindly");

    assertThat(dispatcher.take("c", List.of(courtesy))).isTrue();
    assertThat(dispatcher.take("c", List.of(courtesy))).isFalse();
    lanes.runAll();

    assertThat(carrier.arrived).containsExactly("c#0 kindly");
  }

  private Dispatcher dispatcher(Ledger kept) {
    return new Dispatcher(
        kept,
        DispatcherTest::echo,
        new PlainPacker(),
        carrier,
        lanes,
        log,
        () -> now,
        log::incident);
  }

  private static Transition echo(Conversation before, Incoming incoming) {
    String text = ((Incoming.Said) incoming).text();
    if (text.equals("poison")) {
      throw new IllegalStateException();
    } else if (text.equals("bottomless")) {
      throw new StackOverflowError();
    }
    Reply reply =
        new Reply(
            Reply.Kind.SMALLTALK,
            Reply.Audience.CONVERSATION,
            List.of(new Part.Prose(text)),
            1,
            List.of(),
            Optional.empty());
    return new Transition(before, reply);
  }

  private Envelope said(String id, String user, String text) {
    PersonId person = new PersonId("T1", user);
    return new Envelope(
        id, new Incoming.Said(new ConversationId.Private(person), person, text), at(user), now);
  }

  private static Address at(String user) {
    return new Address.InChannel("T1", "D" + user, Optional.empty());
  }

  private static final class PlainPacker implements Packer {
    @Override
    public List<Parcel> pack(Envelope envelope, Transition transition) {
      String text = ((Part.Prose) transition.reply().parts().getFirst()).text();
      return List.of(new Parcel(envelope.id() + "#0", envelope.replyTo(), text));
    }

    @Override
    public List<Parcel> apology(Envelope envelope, String incident) {
      if (envelope.id().equals("mute")) {
        throw new IllegalStateException("no words");
      }
      return List.of(new Parcel(envelope.id() + "#0", envelope.replyTo(), "sorry " + incident));
    }

    @Override
    public List<Parcel> refusal(
        Envelope envelope, String id, LimitedInbox.Over over, Duration left) {
      return List.of(new Parcel(id + "#0", envelope.replyTo(), over + " for " + left));
    }
  }

  /** Answers as it was told to, with success otherwise. */
  private final class ScriptedCarrier implements Carrier {
    private final Queue<Outcome> outcomes = new ArrayDeque<>();
    private final Queue<Trace> traces = new ArrayDeque<>();
    private final List<String> sent = new ArrayList<>();
    private final List<String> arrived = new ArrayList<>();
    private final List<Instant> times = new ArrayList<>();

    @Override
    public Outcome send(Parcel parcel, boolean privately) {
      String line = (privately ? "privately " : "") + parcel.id() + " " + parcel.payload();
      sent.add(line);
      times.add(now);
      Outcome told = outcomes.poll();
      if (told == null) {
        arrived.add(line);
        return new Outcome.Sent();
      }
      return told;
    }

    @Override
    public Trace trace(Parcel parcel, boolean privately) {
      return traces.remove();
    }
  }

  private static final class RecordingLog implements DeliveryLog {

    @Override
    public void dropped(String workspace, Workspaces.Dropped dropped, String reason) {}

    private final List<String> lines = new ArrayList<>();
    private int incidents;

    String incident() {
      return "incident-" + ++incidents;
    }

    @Override
    public void answered(Envelope envelope, Duration since) {}

    @Override
    public void unanswered(Envelope envelope, String incident, Throwable cause) {
      lines.add("unanswered " + envelope.id() + " " + incident);
    }

    @Override
    public void arrived(Parcel parcel, int attempts) {}

    @Override
    public void delayed(Parcel parcel, String reason, Duration after) {}

    @Override
    public void givenUp(Parcel parcel, String reason) {
      lines.add("given up " + parcel.id() + ": " + reason);
    }

    @Override
    public void stalled(Lane lane, Throwable cause) {}
  }

  /** Does one step of each awake lane in turn; where all wait, time moves on to the first. */
  private final class SteppingLanes implements Lanes {
    private record Awake(Lane lane, Instant due) {}

    private final List<Awake> awake = new ArrayList<>();
    private @Nullable Function<Lane, Optional<Duration>> step;

    @Override
    public void start(Function<Lane, Optional<Duration>> step) {
      this.step = step;
    }

    @Override
    public void wake(Lane lane) {
      if (awake.stream().noneMatch(other -> other.lane().equals(lane))) {
        awake.add(new Awake(lane, now));
      }
    }

    @Override
    public void stop(Duration atMost) {}

    void runAll() {
      while (!awake.isEmpty()) {
        runUntilAllWait();
        awake.stream().map(Awake::due).min(Instant::compareTo).ifPresent(first -> now = first);
      }
    }

    void runUntilAllWait() {
      while (awake.stream().anyMatch(one -> !one.due().isAfter(now))) {
        for (Awake one : List.copyOf(awake)) {
          if (!one.due().isAfter(now)) {
            step(one);
          }
        }
      }
    }

    private void step(Awake one) {
      awake.remove(one);
      Function<Lane, Optional<Duration>> work = step;
      if (work != null) {
        work.apply(one.lane())
            .ifPresent(after -> awake.add(new Awake(one.lane(), now.plus(after))));
      }
    }
  }
}
