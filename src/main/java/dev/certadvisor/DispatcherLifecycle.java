package dev.certadvisor;

import dev.certadvisor.delivery.Dispatcher;
import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

/**
 * Starts the work before the server takes requests and stops it after the last of them: the web
 * server's own phases are higher.
 */
final class DispatcherLifecycle implements SmartLifecycle {

  private static final Logger LOG = LoggerFactory.getLogger(DispatcherLifecycle.class);

  /** Finds what an instance stored and did not live to wake a lane for. */
  private static final Duration SWEEP = Duration.ofSeconds(5);

  private static final Duration TIDY = Duration.ofHours(1);

  private final Dispatcher dispatcher;
  private final Duration retention;
  private final Duration lastWork;
  private final ScheduledExecutorService timer =
      Executors.newSingleThreadScheduledExecutor(Thread.ofVirtual().factory());
  private volatile boolean running;

  /**
   * A lifecycle.
   *
   * @param retention how long conversations are kept after their last message
   * @param lastWork how long to wait at the end for what is begun
   */
  DispatcherLifecycle(Dispatcher dispatcher, Duration retention, Duration lastWork) {
    this.dispatcher = dispatcher;
    this.retention = retention;
    this.lastWork = lastWork;
  }

  @Override
  public void start() {
    dispatcher.start();
    every(SWEEP, dispatcher::wakeWaiting);
    every(TIDY, () -> dispatcher.forgetOld(retention));
    running = true;
  }

  @Override
  public void stop() {
    timer.shutdownNow();
    dispatcher.stop(lastWork);
    running = false;
  }

  private void every(Duration pause, Runnable task) {
    var unused =
        timer.scheduleWithFixedDelay(
            () -> {
              try {
                task.run();
              } catch (RuntimeException e) {
                LOG.warn("A regular task failed and will run again: {}", e.getClass().getName());
              }
            },
            pause.toMillis(),
            pause.toMillis(),
            TimeUnit.MILLISECONDS);
  }

  @Override
  public boolean isRunning() {
    return running;
  }

  @Override
  public int getPhase() {
    return 0;
  }
}
