package dev.certadvisor.delivery;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.BiConsumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Runs lanes in this process alone.
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
      executor.execute(() -> run(lane));
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

  private void run(Lane lane) {
    Function<Lane, Optional<Duration>> work = step;
    while (work != null && !stopping) {
      wokenAgainByLane.put(lane, false);
      Optional<Duration> pause = step(work, lane);
      if (pause.isPresent() && pause.get().isPositive()) {
        CompletableFuture.delayedExecutor(pause.get().toNanos(), TimeUnit.NANOSECONDS, executor)
            .execute(() -> run(lane));
        return;
      }
      if (pause.isEmpty() && wokenAgainByLane.remove(lane, false)) {
        return;
      }
    }
  }

  private Optional<Duration> step(Function<Lane, Optional<Duration>> work, Lane lane) {
    places.acquireUninterruptibly();
    try {
      return work.apply(lane);
    } catch (RuntimeException e) {
      stalled.accept(lane, e);
      return Optional.of(AFTER_FAILURE);
    } finally {
      places.release();
    }
  }
}
