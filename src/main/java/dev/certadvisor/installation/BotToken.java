package dev.certadvisor.installation;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * What the app shows to speak in a workspace. Secret; never logged.
 *
 * @param value begins with {@code xoxb-}, or {@code xoxe.xoxb-} where tokens are rotated
 * @param refresh good for one new token; empty where tokens are not rotated
 * @param expiresAt when it ends; empty where it does not
 */
public record BotToken(String value, Optional<String> refresh, Optional<Instant> expiresAt) {

  /** Whether it ends within this time, or has ended. */
  public boolean endsWithin(Duration time, Instant now) {
    return expiresAt.filter(end -> !end.isAfter(now.plus(time))).isPresent();
  }

  @Override
  public String toString() {
    return "BotToken";
  }
}
