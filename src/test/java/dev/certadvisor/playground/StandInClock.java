package dev.certadvisor.playground;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;

/**
 * A clock that stands still, and work that waits for it: at once without a delay, else on demand.
 */
final class StandInClock implements InstantSource, Later {

  private final AtomicReference<Instant> now =
      new AtomicReference<>(Instant.parse("2026-11-23T10:00:00Z"));
  private final List<Waiting> waiting = new ArrayList<>();

  /** A task and the pause that it asked for. */
  private record Waiting(Duration delay, Runnable task) {}

  @Override
  public Instant instant() {
    return now.get();
  }

  void advance(Duration step) {
    now.updateAndGet(instant -> instant.plus(step));
  }

  @Override
  public void run(Duration delay, Runnable task) {
    if (delay.isZero()) {
      Thread.ofVirtual().start(task);
      return;
    }
    synchronized (waiting) {
      waiting.add(new Waiting(delay, task));
    }
  }

  /** The pauses that tasks are waiting for, in the order in which they asked. */
  List<Duration> pauses() {
    synchronized (waiting) {
      return waiting.stream().map(Waiting::delay).toList();
    }
  }

  /** Runs whatever waits. */
  void runWaiting() {
    List<Waiting> due;
    synchronized (waiting) {
      due = List.copyOf(waiting);
      waiting.clear();
    }
    due.forEach(each -> each.task().run());
  }
}
