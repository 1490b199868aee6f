package dev.certadvisor.delivery;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Spaces the messages of a channel: short bursts are let through, a steady stream is held to one
 * message in each interval (a token bucket, kept as the time at which it will be full). Slack
 * allows about one message a second in a channel ("Rate limits",
 * https://docs.slack.dev/apis/web-api/rate-limits).
 */
final class Pace {

  private final InstantSource clock;
  private final Duration interval;
  private final Duration slack;
  private final Map<Lane, Instant> dueByLane = new ConcurrentHashMap<>();

  /**
   * A pace.
   *
   * @param interval mean distance of messages
   * @param burst how many may leave at once after a pause, at least 1
   */
  Pace(InstantSource clock, Duration interval, int burst) {
    this.clock = clock;
    this.interval = interval;
    this.slack = interval.multipliedBy(burst - 1L);
  }

  /** How long the lane's next message has to wait; zero where it may leave now. */
  Duration untilNext(Lane lane) {
    Instant due = dueByLane.get(lane);
    if (due == null) {
      return Duration.ZERO;
    }
    Duration wait = Duration.between(clock.instant(), due.minus(slack));
    return wait.isNegative() ? Duration.ZERO : wait;
  }

  /** Notes that a message left: one more interval is used up. */
  void sent(Lane lane) {
    Instant now = clock.instant();
    dueByLane.merge(
        lane, now.plus(interval), (due, fresh) -> due.isAfter(now) ? due.plus(interval) : fresh);
  }

  /** Forgets lanes in which nothing was sent of late. */
  void tidy() {
    Instant now = clock.instant();
    dueByLane.values().removeIf(due -> !due.isAfter(now));
  }
}
