package dev.certadvisor.slack;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** How long Slack wants us to wait ("Rate limits", docs.slack.dev/apis/web-api/rate-limits). */
final class RetryAfter {

  /** Where a limit comes without a time to wait. */
  static final Duration WITHOUT_WORD = Duration.ofSeconds(5);

  private static final int LONGEST_SECONDS = 3_600;

  private RetryAfter() {}

  /**
   * What the header says, from a second to an hour.
   *
   * @param header whole seconds; null where it is missing
   */
  static Duration of(@Nullable String header) {
    try {
      long seconds = Long.parseLong(String.valueOf(header));
      return Duration.ofSeconds(Math.clamp(seconds, 1, LONGEST_SECONDS));
    } catch (NumberFormatException e) {
      return WITHOUT_WORD;
    }
  }
}
