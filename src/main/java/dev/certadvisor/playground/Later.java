package dev.certadvisor.playground;

import java.time.Duration;

/** Runs work aside, now or after a while: the stand-in's only way to start a thread or to wait. */
@FunctionalInterface
public interface Later {

  /**
   * Runs a task aside.
   *
   * @param delay how long to wait first; zero: at once
   * @param task what to run
   */
  void run(Duration delay, Runnable task);

  /** One virtual thread per task, waiting in real time. */
  static Later onVirtualThreads() {
    return (delay, task) ->
        Thread.ofVirtual()
            .name("slack-stand-in")
            .start(() -> {
              if (pause(delay)) {
                task.run();
              }
            });
  }

  private static boolean pause(Duration delay) {
    try {
      Thread.sleep(delay);
      return true;
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      return false;
    }
  }
}
