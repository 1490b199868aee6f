package dev.certadvisor.delivery;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Does one step of each awake lane in turn; where all wait, time moves on to the first. */
final class SteppingLanes implements Lanes {

  private record Awake(Lane lane, Instant due) {}

  private final List<Awake> awake = new ArrayList<>();
  private @Nullable Function<Lane, Optional<Duration>> step;
  private Instant now = Instant.parse("2026-11-23T12:00:00Z");

  /** The time for all parts of the test. */
  Instant now() {
    return now;
  }

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
      work.apply(one.lane()).ifPresent(after -> awake.add(new Awake(one.lane(), now.plus(after))));
    }
  }
}
