package dev.certadvisor;

import dev.certadvisor.LivePack.Edition;
import dev.certadvisor.LivePack.Outcome;
import dev.certadvisor.LivePack.Refusal;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.context.SmartLifecycle;

/**
 * Looks at the pack's folder every second, and says what came of it: in the log, and as a part of
 * readiness that never makes it fail, since the pack in use goes on.
 */
final class PackWatch implements SmartLifecycle, HealthIndicator {

  private static final Logger LOG = LoggerFactory.getLogger(PackWatch.class);
  private static final Duration PAUSE = Duration.ofSeconds(1);

  private final Optional<LivePack> pack;

  /** A thread of its own: reading a pack is seconds of work, for which nobody may wait. */
  private final ScheduledExecutorService timer =
      Executors.newSingleThreadScheduledExecutor(
          Thread.ofPlatform().name("pack-watch").daemon().factory());

  private volatile boolean running;

  /**
   * A watch that has not begun.
   *
   * @param pack empty where the advisor is made of none
   */
  PackWatch(Optional<LivePack> pack) {
    this.pack = pack;
  }

  @Override
  public void start() {
    pack.ifPresent(live -> {
      var unused =
          timer.scheduleWithFixedDelay(
              () -> look(live), PAUSE.toMillis(), PAUSE.toMillis(), TimeUnit.MILLISECONDS);
    });
    running = true;
  }

  private static void look(LivePack pack) {
    try {
      tell(pack, pack.look());
    } catch (CancellationException e) {
      LOG.debug("The server stops, so a changed pack is left to the next start");
    } catch (RuntimeException | StackOverflowError | OutOfMemoryError e) {
      LOG.error(
          "The content pack in {} could not be read anew, the one in use stays: {}",
          pack.folder(),
          e.getClass().getName());
    }
  }

  private static void tell(LivePack pack, Outcome outcome) {
    switch (outcome) {
      case Outcome.Nothing() -> {}
      case Outcome.Renewed(Edition edition) ->
          LOG.info("The content pack in {} was read anew: {}", pack.folder(), edition.name());
      case Outcome.TakenBack() ->
          LOG.info(
              "The content pack in {} is the one in use again: {}",
              pack.folder(),
              pack.current().name());
      case Outcome.Refused(Refusal refusal) -> {
        refusal.mistakes().forEach(mistake -> LOG.error("{}", mistake));
        LOG.error(
            "The content pack in {} has {} and is not used; {} stays in use. Mend it before"
                + " the next start, which would end with the same",
            pack.folder(),
            refusal.faulty().count(),
            pack.current().name());
      }
    }
  }

  @Override
  public void stop() {
    timer.shutdownNow();
    running = false;
  }

  @Override
  public boolean isRunning() {
    return running;
  }

  @Override
  public Health health() {
    Health.Builder health = Health.up();
    pack.ifPresent(live -> {
      Edition edition = live.current();
      health.withDetail("edition", edition.name()).withDetail("since", edition.since().toString());
      live.refusal()
          .ifPresent(refusal ->
              health
                  .withDetail("refused", refusal.name())
                  .withDetail("mistakes", refusal.mistakes()));
    });
    return health.build();
  }
}
