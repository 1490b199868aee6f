package dev.certadvisor.playground;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.function.Supplier;

/**
 * How a {@link SlackStandIn} and the app know each other.
 *
 * @param manifest the app's manifest
 * @param botToken what the app shows as {@code Authorization: Bearer …}
 * @param signingSecret what requests to the app are signed with
 * @param requestUrl where the app takes events, interactivity and commands; asked each time, since
 *     a server's port may be known only once it runs
 * @param ownAddress where {@link SlackApiServlet} is mounted, without a slash at the end; response
 *     URLs begin with it
 * @param ackWithin how long an acknowledgement may take; 3 seconds at Slack
 * @param retries the pauses before an unacknowledged event is sent again; at Slack at once, after 1
 *     minute and after 5 more
 */
public record StandInSettings(
    AppManifest manifest,
    String botToken,
    String signingSecret,
    Supplier<URI> requestUrl,
    Supplier<URI> ownAddress,
    Duration ackWithin,
    List<Duration> retries) {

  /** Slack's own patience (docs.slack.dev, "Events API", "Responding to events"). */
  public static final Duration SLACK_ACK_WITHIN = Duration.ofSeconds(3);

  /** Slack's own pauses (docs.slack.dev, "Events API", "Retries"). */
  public static final List<Duration> SLACK_RETRIES =
      List.of(Duration.ZERO, Duration.ofMinutes(1), Duration.ofMinutes(5));

  /**
   * Checks what is not left to Slack.
   *
   * @throws IllegalArgumentException if token or secret is blank
   */
  public StandInSettings {
    if (botToken.isBlank() || signingSecret.isBlank()) {
      throw new IllegalArgumentException("bot token and signing secret must not be blank");
    }
    retries = List.copyOf(retries);
  }

  /** Settings with Slack's own patience and pauses. */
  public static StandInSettings like(
      AppManifest manifest,
      String botToken,
      String signingSecret,
      Supplier<URI> requestUrl,
      Supplier<URI> ownAddress) {
    return new StandInSettings(
        manifest, botToken, signingSecret, requestUrl, ownAddress, SLACK_ACK_WITHIN, SLACK_RETRIES);
  }
}
