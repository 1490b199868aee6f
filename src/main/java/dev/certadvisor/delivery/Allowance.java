package dev.certadvisor.delivery;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Counts by name in windows of fixed length, which begin at the same instants on every machine. An
 * id counts once, however often it comes.
 */
final class Allowance {

  private final InstantSource clock;
  private final Duration window;
  private final int most;
  private volatile Counts counts = new Counts(Long.MIN_VALUE, new ConcurrentHashMap<>());

  /**
   * An allowance that nobody has used.
   *
   * @param most how many ids a name may bring in a window; 0 for as many as come
   */
  Allowance(InstantSource clock, Duration window, int most) {
    this.clock = clock;
    this.window = window;
    this.most = most;
  }

  /** Whether the id was let in before in this window, or may come in now and counts from now on. */
  boolean admits(String name, String id) {
    if (most == 0) {
      return true;
    }
    Set<String> ids = current().idsByName().computeIfAbsent(name, key -> new HashSet<>());
    synchronized (ids) {
      return ids.contains(id) || (ids.size() < most && ids.add(id));
    }
  }

  /** The number of the window that is open now. */
  long number() {
    return Math.floorDiv(clock.instant().toEpochMilli(), window.toMillis());
  }

  /** How long the open window still lasts. */
  Duration left() {
    Instant end = Instant.ofEpochMilli((number() + 1) * window.toMillis());
    return Duration.between(clock.instant(), end);
  }

  private Counts current() {
    long number = number();
    Counts before = counts;
    if (before.window() == number) {
      return before;
    }
    synchronized (this) {
      if (counts.window() != number) {
        counts = new Counts(number, new ConcurrentHashMap<>());
      }
      return counts;
    }
  }

  /**
   * What came in one window.
   *
   * @param window its number
   * @param idsByName what was let in
   */
  private record Counts(long window, Map<String, Set<String>> idsByName) {}
}
