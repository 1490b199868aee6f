package dev.certadvisor.delivery;

import java.time.Duration;

/**
 * How much is taken.
 *
 * @param perPerson messages of one person that are taken in a window; 0 for as many as come
 * @param perChannel messages of one channel that are taken in a window; 0 for as many as come
 * @param window how long a window lasts
 * @param queue how many events and messages may wait before nothing more is taken; at least 1
 */
public record Limits(int perPerson, int perChannel, Duration window, int queue) {

  /**
   * @throws IllegalArgumentException if a number is below its bound or the window is not positive
   */
  public Limits {
    if (perPerson < 0 || perChannel < 0 || queue < 1 || !window.isPositive()) {
      throw new IllegalArgumentException(
          "no limits of this kind: "
              + perPerson
              + ", "
              + perChannel
              + ", "
              + window
              + ", "
              + queue);
    }
  }
}
