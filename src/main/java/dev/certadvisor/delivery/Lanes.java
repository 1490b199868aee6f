package dev.certadvisor.delivery;

import java.time.Duration;
import java.util.Optional;
import java.util.function.Function;

/**
 * Runs lanes: each by one worker at a time, over all instances that share the work, and again
 * elsewhere where a worker dies.
 */
public interface Lanes {

  /**
   * Begins to run lanes that are woken.
   *
   * @param step does one piece of a lane's work; tells how long to wait before the next, or empty
   *     where nothing is left in the lane
   */
  void start(Function<Lane, Optional<Duration>> step);

  /** Wakes a lane in which work waits, once what waits is stored. Cheap if it is awake. */
  void wake(Lane lane);

  /** Takes no more work and waits for what is being done. */
  void stop(Duration atMost);
}
