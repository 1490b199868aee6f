package dev.certadvisor.delivery;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executor;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.BiConsumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Runs lanes in this process alone. Those that wait for a worker are no threads: under load there
 * are thousands of them.
 *
 * <p>A lane is in the map while it is awake. What is stored before {@link #wake} is seen by the
 * lane's worker: either the worker has not asked for the last time yet, or the mark that waking
 * leaves makes it ask once more.
 */
public final class VirtualThreadLanes implements Lanes {

  private static final Duration AFTER_FAILURE = Duration.ofSeconds(1);

  private final Executor executor;
  private final BiConsumer<Lane, Throwable> stalled;
  private final int atOnce;
  private final Semaphore places;
  private final Queue<Lane> ready = new ConcurrentLinkedQueue<>();
  private final Map<Lane, Boolean> wokenAgainByLane = new ConcurrentHashMap<>();
  private volatile @Nullable Function<Lane, Optional<Duration>> step;
  private volatile boolean stopping;

  /**
   * Lanes that have not been started.
   *
   * @param executor a new thread for each task
   * @param atOnce how many lanes are worked on at the same time
   * @param stalled hears of a step that threw; it is taken again a second later
   */
  public VirtualThreadLanes(Executor executor, int atOnce, BiConsumer<Lane, Throwable> stalled) {
    this.executor = executor;
    this.atOnce = atOnce;
    this.places = new Semaphore(atOnce);
    this.stalled = stalled;
  }

  @Override
  public void start(Function<Lane, Optional<Duration>> step) {
    this.step = step;
  }

  @Override
  public void wake(Lane lane) {
    if (step != null && !stopping && wokenAgainByLane.put(lane, true) == null) {
      queue(lane);
    }
  }

  @Override
  public void stop(Duration atMost) {
    stopping = true;
    try {
      if (places.tryAcquire(atOnce, atMost.toNanos(), TimeUnit.NANOSECONDS)) {
        places.release(atOnce);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void queue(Lane lane) {
    ready.add(lane);
    employ();
  }

  /** One worker more, if there may be one. */
  private void employ() {
    if (places.tryAcquire()) {
      executor.execute(this::work);
    }
  }

  private void work() {
    try {
      Function<Lane, Optional<Duration>> work = step;
      for (Lane lane = ready.poll(); lane != null && work != null && !stopping; ) {
        turn(work, lane);
        lane = ready.poll();
      }
    } finally {
      places.release();
      if (!stopping && !ready.isEmpty()) {
        employ(); // it came after the last look, and found no place free
      }
    }
  }

  /** One step of a lane; what is left of it comes after the others that are ready. */
  private void turn(Function<Lane, Optional<Duration>> work, Lane lane) {
    wokenAgainByLane.put(lane, false);
    Optional<Duration> pause = step(work, lane);
    if (pause.isPresent() && pause.get().isPositive()) {
      CompletableFuture.delayedExecutor(pause.get().toNanos(), TimeUnit.NANOSECONDS, executor)
          .execute(() -> queue(lane));
    } else if (pause.isPresent() || !wokenAgainByLane.remove(lane, false)) {
      ready.add(lane);
    }
  }

  private Optional<Duration> step(Function<Lane, Optional<Duration>> work, Lane lane) {
    try {
      return work.apply(lane);
    } catch (RuntimeException | Error e) {
      // an error, too: whoever ended here would leave the lane asleep for good
      stalled.accept(lane, e);
      return Optional.of(AFTER_FAILURE);
    }
  }
}
