package dev.certadvisor.delivery;

import dev.certadvisor.conversation.Advisor;
import dev.certadvisor.conversation.Conversation;
import dev.certadvisor.conversation.Transition;
import dev.certadvisor.delivery.Carrier.Outcome;
import dev.certadvisor.delivery.Ledger.Answered;
import dev.certadvisor.delivery.Ledger.End;
import dev.certadvisor.delivery.Ledger.Outgoing;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Takes envelopes, has them answered and sends the replies: each envelope is answered once, each
 * parcel arrives once or is given up for a reason, and both keep their order.
 */
public final class Dispatcher implements Inbox {

  /** A failing envelope is tried this often before the person gets an apology. */
  static final int ANSWER_ATTEMPTS = 3;

  /** A parcel is sent this often before it is given up; with the waits between about 4 minutes. */
  static final int SEND_ATTEMPTS = 10;

  private static final Duration FIRST_WAIT = Duration.ofMillis(500);

  /** What was cut short may still be on its way for a moment. */
  private static final Duration UNTIL_SETTLED = Duration.ofSeconds(2);

  /** Deliveries of an event end after a day at the latest (Events API, "Delayed Events"). */
  private static final Duration KNOWN_FOR = Duration.ofDays(7);

  private static final Duration LONGEST_WAIT = Duration.ofMinutes(1);

  private final Ledger ledger;
  private final Advisor advisor;
  private final Packer packer;
  private final Carrier carrier;
  private final Lanes lanes;
  private final DeliveryLog log;
  private final InstantSource clock;
  private final Supplier<String> incidents;
  private final Pace pace;

  /**
   * A dispatcher that has not been started.
   *
   * @param ledger keeps everything
   * @param advisor works out replies
   * @param packer turns replies into messages
   * @param carrier sends messages
   * @param lanes runs the work
   * @param log hears what happens
   * @param clock tells the time
   * @param incidents gives a new id for each failure
   */
  public Dispatcher(
      Ledger ledger,
      Advisor advisor,
      Packer packer,
      Carrier carrier,
      Lanes lanes,
      DeliveryLog log,
      InstantSource clock,
      Supplier<String> incidents) {
    this.ledger = ledger;
    this.advisor = advisor;
    this.packer = packer;
    this.carrier = carrier;
    this.lanes = lanes;
    this.log = log;
    this.clock = clock;
    this.incidents = incidents;
    this.pace = new Pace(clock, Duration.ofSeconds(1), 4);
  }

  /** Begins to work, with what an earlier run has left first. */
  public void start() {
    lanes.start(this::work);
    wakeWaiting();
  }

  /** Wakes every lane in which something waits. */
  public void wakeWaiting() {
    pace.tidy();
    ledger.waiting().forEach(lanes::wake);
  }

  /**
   * Forgets conversations in which nothing was said for long.
   *
   * @param retention how long is long
   */
  public void forgetOld(Duration retention) {
    Instant now = clock.instant();
    ledger.forgetBefore(now.minus(retention), now.minus(KNOWN_FOR));
  }

  /**
   * Takes no more work and finishes what is begun.
   *
   * @param atMost how long to wait for it
   */
  public void stop(Duration atMost) {
    lanes.stop(atMost);
  }

  @Override
  public boolean take(Envelope envelope) {
    if (!ledger.take(envelope)) {
      return false;
    }
    lanes.wake(envelope.lane());
    return true;
  }

  @Override
  public boolean take(String id, List<Parcel> parcels) {
    if (!ledger.take(id, parcels)) {
      return false;
    }
    parcels.stream().map(Parcel::lane).distinct().forEach(lanes::wake);
    return true;
  }

  private Optional<Duration> work(Lane lane) {
    return switch (lane.work()) {
      case ANSWER -> answerNext(lane);
      case SEND -> sendNext(lane);
    };
  }

  private Optional<Duration> answerNext(Lane lane) {
    Optional<Envelope> next = ledger.nextEnvelope(lane);
    if (next.isEmpty()) {
      return Optional.empty();
    }
    Envelope envelope = next.get();
    try {
      ledger.answer(envelope, before -> answer(envelope, before)).forEach(lanes::wake);
      log.answered(envelope, Duration.between(envelope.takenAt(), clock.instant()));
    } catch (RuntimeException | StackOverflowError e) { // what people type may overflow a stack
      int failures = ledger.failed(envelope);
      if (failures < ANSWER_ATTEMPTS) {
        return Optional.of(waitAfter(failures));
      }
      giveUp(envelope, e);
    }
    return Optional.of(Duration.ZERO);
  }

  private Answered answer(Envelope envelope, Conversation before) {
    Transition transition = advisor.respond(before, envelope.incoming());
    return new Answered(transition.next(), packer.pack(envelope, transition), transition.effects());
  }

  private void giveUp(Envelope envelope, Throwable cause) {
    String incident = incidents.get();
    log.unanswered(envelope, incident, cause);
    String reason = "incident " + incident + ": " + cause.getClass().getName();
    ledger.giveUp(envelope, reason, apology(envelope, incident)).forEach(lanes::wake);
  }

  /** Nothing where even that fails, since the lane has to go on. */
  private List<Parcel> apology(Envelope envelope, String incident) {
    try {
      return packer.apology(envelope, incident);
    } catch (RuntimeException e) {
      log.unanswered(envelope, incident, e);
      return List.of();
    }
  }

  private Optional<Duration> sendNext(Lane lane) {
    Duration wait = pace.untilNext(lane);
    if (wait.isPositive()) {
      return Optional.of(wait);
    }
    return ledger
        .claim(lane)
        .map(outgoing -> outgoing.cutShort() ? trace(outgoing) : send(outgoing));
  }

  private Duration send(Outgoing outgoing) {
    Parcel parcel = outgoing.parcel();
    int attempts = outgoing.attempts() + 1;
    pace.sent(parcel.lane());
    return switch (carrier.send(parcel, outgoing.privately())) {
      case Outcome.Sent() -> {
        ledger.settle(parcel, new End.Arrived());
        log.arrived(parcel, attempts);
        yield Duration.ZERO;
      }
      case Outcome.Limited(Duration after) -> {
        ledger.returned(parcel);
        log.delayed(parcel, "rate limited", after);
        yield after;
      }
      case Outcome.Failed(String reason) -> {
        ledger.returned(parcel);
        yield retryOrGiveUp(parcel, attempts, reason);
      }
      case Outcome.Refused(String reason) -> giveUp(parcel, reason);
      case Outcome.Unknown(String reason) -> {
        Duration after = retryOrGiveUp(parcel, attempts, reason);
        yield after.compareTo(UNTIL_SETTLED) < 0 ? UNTIL_SETTLED : after;
      }
    };
  }

  /** Finds out what became of a parcel whose sending was cut short, before it is sent again. */
  private Duration trace(Outgoing outgoing) {
    Parcel parcel = outgoing.parcel();
    return switch (carrier.trace(parcel, outgoing.privately())) {
      case ARRIVED -> {
        ledger.settle(parcel, new End.Arrived());
        log.arrived(parcel, outgoing.attempts());
        yield Duration.ZERO;
      }
      case SENDABLE -> {
        ledger.returned(parcel);
        yield Duration.ZERO;
      }
      case UNREACHABLE -> {
        Duration after = waitAfter(outgoing.attempts());
        log.delayed(parcel, "its fate cannot be looked up now", after);
        yield after;
      }
      case UNKNOWABLE -> {
        ledger.privately(parcel);
        log.delayed(parcel, "it may have arrived, so it goes to the asker alone", Duration.ZERO);
        yield Duration.ZERO;
      }
    };
  }

  private Duration retryOrGiveUp(Parcel parcel, int attempts, String reason) {
    if (attempts >= SEND_ATTEMPTS) {
      return giveUp(parcel, reason);
    }
    Duration after = waitAfter(attempts);
    log.delayed(parcel, reason, after);
    return after;
  }

  private Duration giveUp(Parcel parcel, String reason) {
    ledger.settle(parcel, new End.GivenUp(reason));
    log.givenUp(parcel, reason);
    return Duration.ZERO;
  }

  /** Doubles from half a second to a minute. */
  private static Duration waitAfter(int failures) {
    Duration wait = FIRST_WAIT.multipliedBy(1L << Math.min(failures - 1, 10));
    return wait.compareTo(LONGEST_WAIT) < 0 ? wait : LONGEST_WAIT;
  }
}
