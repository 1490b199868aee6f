package dev.certadvisor.store;

import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.exceptions.TaskInstanceException;
import com.github.kagkarlsson.scheduler.task.CompletionHandler;
import com.github.kagkarlsson.scheduler.task.ExecutionComplete;
import com.github.kagkarlsson.scheduler.task.ExecutionOperations;
import com.github.kagkarlsson.scheduler.task.TaskInstance;
import com.github.kagkarlsson.scheduler.task.helper.CustomTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import dev.certadvisor.delivery.Lane;
import dev.certadvisor.delivery.Lanes;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.function.BiConsumer;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Runs lanes on whichever instance is free, by leases in the database that db-scheduler keeps. An
 * instance that dies stops to renew its leases, and others take its lanes after a few seconds.
 *
 * <p>A lane has a row while there is work in it. What waits is stored before the row is made, and
 * looked for once more after the row is gone: so either the worker sees it or the row is made anew.
 */
public final class LeasedLanes implements Lanes {

  private static final Logger LOG = LoggerFactory.getLogger(LeasedLanes.class);
  private static final Duration AFTER_FAILURE = Duration.ofSeconds(1);
  private static final Duration POLL = Duration.ofMillis(500);
  private static final Duration HEARTBEAT = Duration.ofSeconds(1);

  /** db-scheduler takes an instance for dead after so many missing heartbeats, at least 4. */
  private static final int MISSED = 4;

  private final Database database;
  private final Predicate<Lane> isWaiting;
  private final InstantSource clock;
  private final int atOnce;
  private final BiConsumer<Lane, Throwable> stalled;
  private final Map<Lane.Work, CustomTask<Void>> tasks;
  private @Nullable Function<Lane, Optional<Duration>> step;
  private volatile @Nullable Scheduler scheduler;

  /**
   * Lanes that have not been started.
   *
   * @param database shared by all instances
   * @param isWaiting whether work is stored for a lane
   * @param clock tells the time
   * @param atOnce how many lanes are worked on at the same time
   * @param stalled hears of a step that threw; it is taken again a second later
   */
  public LeasedLanes(
      Database database,
      Predicate<Lane> isWaiting,
      InstantSource clock,
      int atOnce,
      BiConsumer<Lane, Throwable> stalled) {
    this.database = database;
    this.isWaiting = isWaiting;
    this.clock = clock;
    this.atOnce = atOnce;
    this.stalled = stalled;
    this.tasks = Stream.of(Lane.Work.values()).collect(Collectors.toMap(work -> work, this::task));
  }

  private CustomTask<Void> task(Lane.Work work) {
    return Tasks.custom(work.name().toLowerCase(Locale.ROOT), Void.class)
        .onFailure((complete, operations) -> again(complete, operations, AFTER_FAILURE))
        .execute((instance, context) -> run(new Lane(work, instance.getId())));
  }

  @Override
  public void start(Function<Lane, Optional<Duration>> step) {
    this.step = step;
    Scheduler started =
        Scheduler.create(database.source(), List.copyOf(tasks.values()))
            .threads(atOnce)
            .executorService(Executors.newVirtualThreadPerTaskExecutor())
            .pollingInterval(POLL)
            .heartbeatInterval(HEARTBEAT)
            .missedHeartbeatsLimit(MISSED)
            .enableImmediateExecution()
            .commitWhenAutocommitDisabled(true)
            .build();
    started.start();
    scheduler = started;
  }

  /**
   * Makes the lane's row. Where that fails nothing is lost: if another worker has just removed the
   * row, it looks for what is stored once more; if the database is away, the sweep finds it.
   */
  @Override
  public void wake(Lane lane) {
    Scheduler running = scheduler;
    CustomTask<Void> task = tasks.get(lane.work());
    if (running == null || task == null) {
      return;
    }
    try {
      running.scheduleIfNotExists(new TaskInstance<>(task.getName(), lane.name()), clock.instant());
    } catch (TaskInstanceException e) {
      LOG.debug("The row of {} came and went", lane);
    } catch (RuntimeException e) {
      stalled.accept(lane, e);
    }
  }

  @Override
  public void stop(Duration atMost) {
    Scheduler running = scheduler;
    scheduler = null;
    if (running != null) {
      running.stop();
    }
  }

  /** Works until nothing is left or the lane has to wait. */
  private CompletionHandler<Void> run(Lane lane) {
    Optional<Duration> pause = Optional.of(Duration.ZERO);
    while (scheduler != null && pause.filter(Duration::isZero).isPresent()) {
      pause = step(lane);
    }
    Optional<Duration> wait = pause;
    return (complete, operations) ->
        wait.ifPresentOrElse(
            after -> again(complete, operations, after), () -> rest(lane, operations));
  }

  private Optional<Duration> step(Lane lane) {
    Function<Lane, Optional<Duration>> work = step;
    try {
      return work == null ? Optional.empty() : work.apply(lane);
    } catch (RuntimeException e) {
      stalled.accept(lane, e);
      return Optional.of(AFTER_FAILURE);
    }
  }

  private void again(
      ExecutionComplete complete, ExecutionOperations<Void> operations, Duration after) {
    Instant next = clock.instant().plus(after);
    operations.reschedule(complete, next);
  }

  private void rest(Lane lane, ExecutionOperations<Void> operations) {
    operations.remove();
    if (isWaiting.test(lane)) {
      wake(lane);
    }
  }
}
