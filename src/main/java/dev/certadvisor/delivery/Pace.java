package dev.certadvisor.delivery;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Spaces the messages of a channel: short bursts are let through, a steady stream is held to one
 * message in each interval. Slack allows about one message a second in a channel ("Rate limits",
 * https://docs.slack.dev/apis/web-api/rate-limits).
 */
final class Pace {

  private final InstantSource clock;
  private final Duration interval;
  private final int burst;
  private final Map<Lane, Deque<Instant>> recentByLane = new ConcurrentHashMap<>();

  /**
   * A pace.
   *
   * @param interval mean distance of messages
   * @param burst how many may leave at once after a pause, at least 1
   */
  Pace(InstantSource clock, Duration interval, int burst) {
    this.clock = clock;
    this.interval = interval;
    this.burst = burst;
  }

  /** How long the lane's next message has to wait; zero where it may leave now. */
  Duration untilNext(Lane lane) {
    Deque<Instant> recent = recentByLane.get(lane);
    if (recent == null) {
      return Duration.ZERO;
    }
    Instant now = clock.instant();
    synchronized (recent) {
      dropOld(recent, now);
      if (recent.size() < burst) {
        return Duration.ZERO;
      }
      return Duration.between(now, recent.getFirst().plus(window()));
    }
  }

  /** Notes that a message left. */
  void sent(Lane lane) {
    Deque<Instant> recent = recentByLane.computeIfAbsent(lane, key -> new ArrayDeque<>());
    synchronized (recent) {
      recent.addLast(clock.instant());
    }
  }

  /** Forgets lanes in which nothing was sent of late. */
  void tidy() {
    Instant now = clock.instant();
    recentByLane
        .entrySet()
        .removeIf(entry -> {
          synchronized (entry.getValue()) {
            dropOld(entry.getValue(), now);
            return entry.getValue().isEmpty();
          }
        });
  }

  private Duration window() {
    return interval.multipliedBy(burst);
  }

  private void dropOld(Deque<Instant> recent, Instant now) {
    while (!recent.isEmpty() && !recent.getFirst().plus(window()).isAfter(now)) {
      recent.removeFirst();
    }
  }
}
