package dev.certadvisor.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import dev.certadvisor.delivery.Carrier.Outcome;
import dev.certadvisor.delivery.Carrier.Trace;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

/** How a parcel leaves: when, in which order, and what is done where it does not arrive. */
class ParcelDispatchTest {

  private final DispatchStage stage = new DispatchStage();
  private final SteppingLanes lanes = stage.lanes;
  private final ScriptedCarrier carrier = stage.carrier;
  private final RecordingLog log = stage.log;
  private final Dispatcher dispatcher = stage.started(stage.ledger());

  @Test
  void theMessagesOfAChannelKeepTheirOrderThroughTroubles() {
    carrier.outcomes.add(new Outcome.Failed("connection refused"));
    carrier.outcomes.add(new Outcome.Limited(Duration.ofSeconds(30)));

    dispatcher.take(stage.said("e1", "ann", "one"));
    dispatcher.take(stage.said("e2", "ann", "two"));
    Instant begin = lanes.now();
    lanes.runAll();

    assertThat(carrier.arrived).containsExactly("e1#0 one", "e2#0 two");
    assertThat(Duration.between(begin, lanes.now())).isGreaterThanOrEqualTo(Duration.ofSeconds(30));
  }

  @Test
  void aBurstLeavesAtOnceAndTheRestAtOneASecond() {
    for (int i = 0; i < 7; i++) {
      dispatcher.take(stage.said("e" + i, "ann", "m"));
    }
    Instant begin = lanes.now();
    lanes.runAll();

    assertThat(carrier.times)
        .extracting(time -> Duration.between(begin, time).toMillis())
        .containsExactly(0L, 0L, 0L, 0L, 1_000L, 2_000L, 3_000L);
  }

  @Test
  void channelsDoNotWaitForEachOther() {
    carrier.outcomes.add(new Outcome.Limited(Duration.ofHours(1)));
    dispatcher.take(stage.said("e1", "ann", "slow"));
    dispatcher.take(stage.said("e2", "bob", "quick"));

    lanes.runUntilAllWait();

    assertThat(carrier.arrived).containsExactly("e2#0 quick");
  }

  @Test
  void aRefusedMessageIsGivenUpAndTheNextGoesOn() {
    carrier.outcomes.add(new Outcome.Refused("channel_not_found"));
    dispatcher.take(stage.said("e1", "ann", "one"));
    dispatcher.take(stage.said("e2", "ann", "two"));

    lanes.runAll();

    assertThat(carrier.arrived).containsExactly("e2#0 two");
    assertThat(log.lines).containsExactly("given up e1#0: channel_not_found");
  }

  @Test
  void aMessageThatFailsForEverIsGivenUp() {
    for (int i = 0; i < Dispatcher.SEND_ATTEMPTS; i++) {
      carrier.outcomes.add(new Outcome.Failed("down"));
    }
    dispatcher.take(stage.said("e1", "ann", "one"));

    lanes.runAll();

    assertThat(carrier.arrived).isEmpty();
    assertThat(log.lines).contains("given up e1#0: down");
  }

  @Test
  void aMessageOfUnknownFateIsLookedUpBeforeItIsSentAgain() {
    carrier.outcomes.add(new Outcome.Unknown("time-out"));
    carrier.traces.add(Trace.UNREACHABLE);
    carrier.traces.add(Trace.SENDABLE);
    dispatcher.take(stage.said("e1", "ann", "one"));

    lanes.runAll();

    assertThat(carrier.sent).containsExactly("e1#0 one", "e1#0 one");
    assertThat(carrier.traces).isEmpty();
  }

  @Test
  void aMessageThatIsFoundIsNotSentAgain() {
    carrier.outcomes.add(new Outcome.Unknown("time-out"));
    carrier.traces.add(Trace.ARRIVED);
    dispatcher.take(stage.said("e1", "ann", "one"));

    lanes.runAll();

    assertThat(carrier.sent).hasSize(1);
  }

  @Test
  void aMessageWhoseFateCannotBeKnownGoesToTheAskerAlone() {
    carrier.outcomes.add(new Outcome.Unknown("time-out"));
    carrier.traces.add(Trace.UNKNOWABLE);
    dispatcher.take(stage.said("e1", "ann", "one"));

    lanes.runAll();

    assertThat(carrier.sent).containsExactly("e1#0 one", "privately e1#0 one");
  }
}
