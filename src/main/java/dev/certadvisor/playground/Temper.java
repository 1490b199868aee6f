package dev.certadvisor.playground;

import java.time.Duration;

/**
 * How badly the stand-in behaves: all that Slack or the network does to an app on a bad day. Shares
 * are percentages, 0 to 100, drawn per request.
 *
 * @param duplicated events sent twice under one event id
 * @param unacknowledged events whose acknowledgement is lost, so that they come again
 * @param reordered events held back until the next one has gone first
 * @param delay how long each event waits before it is sent
 * @param rateLimited Web API calls answered with 429 and Retry-After
 * @param failing Web API calls answered with 503
 * @param hanging Web API calls that get their answer only after {@link #hang}
 * @param cut Web API calls that are carried out but whose connection breaks before the answer
 * @param hang how long a hanging call hangs
 */
public record Temper(
    int duplicated,
    int unacknowledged,
    int reordered,
    Duration delay,
    int rateLimited,
    int failing,
    int hanging,
    int cut,
    Duration hang) {

  /** A good day. */
  public static final Temper CALM =
      new Temper(0, 0, 0, Duration.ZERO, 0, 0, 0, 0, Duration.ofSeconds(15));

  /**
   * Checks the bounds.
   *
   * @throws IllegalArgumentException if a share is not 0 to 100 or a duration is negative or longer
   *     than a minute
   */
  public Temper {
    share("duplicated", duplicated);
    share("unacknowledged", unacknowledged);
    share("reordered", reordered);
    share("rateLimited", rateLimited);
    share("failing", failing);
    share("hanging", hanging);
    share("cut", cut);
    upToAMinute("delay", delay);
    upToAMinute("hang", hang);
  }

  private static void share(String name, int percent) {
    if (percent < 0 || percent > 100) {
      throw new IllegalArgumentException(name + " is " + percent + "; allowed: 0 to 100 percent");
    }
  }

  private static void upToAMinute(String name, Duration duration) {
    if (duration.isNegative() || duration.compareTo(Duration.ofMinutes(1)) > 0) {
      throw new IllegalArgumentException(name + " is " + duration + "; allowed: 0 to 60 seconds");
    }
  }
}
