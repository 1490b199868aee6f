package dev.certadvisor;

import dev.certadvisor.delivery.Backlog;
import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

/**
 * Looks at the queue every second. At the end, while the workers still run, it waits until the
 * queue is empty; its phase says whether the web server still serves then.
 */
final class BacklogLifecycle implements SmartLifecycle {

  /** Waits when nothing more can come in; the workers still send. */
  static final int AFTER_WEB_SERVER = 1;

  /** Waits while the web server still serves: for a Slack that is part of it. */
  static final int BEFORE_WEB_SERVER = Integer.MAX_VALUE;

  private static final Logger LOG = LoggerFactory.getLogger(BacklogLifecycle.class);
  private static final Duration PAUSE = Duration.ofSeconds(1);
  private static final Duration LAST_PAUSE = Duration.ofMillis(50);

  private final Backlog backlog;
  private final Duration atMost;
  private final int phase;
  private final ScheduledExecutorService timer =
      Executors.newSingleThreadScheduledExecutor(Thread.ofVirtual().factory());
  private volatile boolean running;
  private boolean wasFull;

  /**
   * A lifecycle.
   *
   * @param atMost how long to wait at the end; zero where others take what is left
   * @param phase {@link #AFTER_WEB_SERVER} or {@link #BEFORE_WEB_SERVER}
   */
  BacklogLifecycle(Backlog backlog, Duration atMost, int phase) {
    this.backlog = backlog;
    this.atMost = atMost;
    this.phase = phase;
  }

  @Override
  public void start() {
    var unused =
        timer.scheduleWithFixedDelay(this::look, 0, PAUSE.toMillis(), TimeUnit.MILLISECONDS);
    running = true;
  }

  @Override
  public void stop() {
    timer.shutdownNow();
    long end = System.nanoTime() + atMost.toNanos();
    try {
      while (!isEmpty() && System.nanoTime() < end) {
        Thread.sleep(LAST_PAUSE);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    running = false;
  }

  /** What cannot be counted cannot be waited for. */
  private boolean isEmpty() {
    if (atMost.isZero()) {
      return true;
    }
    try {
      backlog.look();
      return backlog.waiting() == 0;
    } catch (RuntimeException e) {
      return true;
    }
  }

  private void look() {
    try {
      backlog.look();
    } catch (RuntimeException e) {
      LOG.debug("The queue cannot be counted now", e);
    }
    boolean full = backlog.isFull();
    if (full && !wasFull) {
      LOG.warn("The queue is full with {} waiting: Slack is asked to try again", backlog.waiting());
    } else if (wasFull && !full) {
      LOG.info("The queue has room again, {} are waiting", backlog.waiting());
    }
    wasFull = full;
  }

  @Override
  public boolean isRunning() {
    return running;
  }

  @Override
  public int getPhase() {
    return phase;
  }
}
