package dev.certadvisor;

import dev.certadvisor.delivery.Dispatcher;
import java.time.Duration;
import org.springframework.context.SmartLifecycle;

/**
 * Starts the work before the server takes requests and stops it after the last of them: the web
 * server's own phases are higher.
 */
final class DispatcherLifecycle implements SmartLifecycle {

  private final Dispatcher dispatcher;
  private final Duration lastWork;
  private volatile boolean running;

  /**
   * A lifecycle.
   *
   * @param lastWork how long to wait at the end for what is begun
   */
  DispatcherLifecycle(Dispatcher dispatcher, Duration lastWork) {
    this.dispatcher = dispatcher;
    this.lastWork = lastWork;
  }

  @Override
  public void start() {
    dispatcher.start();
    running = true;
  }

  @Override
  public void stop() {
    dispatcher.stop(lastWork);
    running = false;
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
