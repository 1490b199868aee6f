package dev.certadvisor.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

/** How an envelope gets its answer, or at least an apology. */
class EnvelopeDispatchTest {

  private final DispatchStage stage = new DispatchStage();
  private final SteppingLanes lanes = stage.lanes;
  private final ScriptedCarrier carrier = stage.carrier;
  private final RecordingLog log = stage.log;
  private final Dispatcher dispatcher = stage.started(stage.ledger());

  @Test
  void anEnvelopeIsAnsweredOnce() {
    assertThat(dispatcher.take(stage.said("e1", "ann", "hello"))).isTrue();
    assertThat(dispatcher.take(stage.said("e1", "ann", "hello"))).isFalse();
    lanes.runAll();
    assertThat(dispatcher.take(stage.said("e1", "ann", "hello"))).isFalse();
    lanes.runAll();

    assertThat(carrier.sent).containsExactly("e1#0 hello");
  }

  @Test
  void aFailingEnvelopeIsTriedThreeTimesAndThenApologisedForWithAnIncident() {
    dispatcher.take(stage.said("e1", "ann", "poison"));
    dispatcher.take(stage.said("e2", "ann", "hello"));

    lanes.runAll();

    assertThat(carrier.arrived).containsExactly("e1#0 sorry incident-1", "e2#0 hello");
    assertThat(log.lines).contains("unanswered e1 incident-1").hasSize(1);
  }

  @Test
  void whatOverflowsTheStackIsNoDifferent() {
    dispatcher.take(stage.said("e1", "ann", "bottomless"));
    dispatcher.take(stage.said("e2", "ann", "hello"));

    lanes.runAll();

    assertThat(carrier.arrived).containsExactly("e1#0 sorry incident-1", "e2#0 hello");
  }

  @Test
  void whereEvenTheApologyFailsTheNextOnesGoOn() {
    dispatcher.take(stage.said("mute", "ann", "poison"));
    dispatcher.take(stage.said("e2", "ann", "hello"));

    lanes.runAll();

    assertThat(carrier.arrived).containsExactly("e2#0 hello");
  }

  @Test
  void whatAnEarlierRunLeftIsDoneFirst() {
    InMemoryLedger left = stage.ledger();
    left.take(stage.said("e1", "ann", "left over"));

    stage.started(left);
    lanes.runAll();

    assertThat(carrier.arrived).containsExactly("e1#0 left over");
  }

  @Test
  void aCourtesyIsSentOnceWithoutTheAdvisor() {
    Parcel courtesy = new Parcel("c#0", DispatchStage.at("ann"), "kindly");

    assertThat(dispatcher.take("c", List.of(courtesy))).isTrue();
    assertThat(dispatcher.take("c", List.of(courtesy))).isFalse();
    lanes.runAll();

    assertThat(carrier.arrived).containsExactly("c#0 kindly");
  }
}
