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
 * @param transport how requests reach the app
 * @param ownAddress where {@link SlackApiServlet} is mounted, without a slash at the end; response
 *     URLs begin with it
 * @param ackWithin how long an acknowledgement may take; 3 seconds at Slack
 * @param retries the pauses before an unacknowledged event is sent again; at Slack at once, after 1
 *     minute and after 5 more
 */
public record StandInSettings(
    AppManifest manifest,
    String botToken,
    Transport transport,
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
   * @throws IllegalArgumentException if the token is blank
   */
  public StandInSettings {
    if (botToken.isBlank()) {
      throw new IllegalArgumentException("the bot token must not be blank");
    }
    retries = List.copyOf(retries);
  }

  /** How events, interactivity and commands reach the app. */
  public sealed interface Transport {

    /**
     * As signed HTTP requests.
     *
     * @param requestUrl where the app takes them; asked each time, since a server's port may be
     *     known only once it runs
     * @param signingSecret what they are signed with
     */
    record Http(Supplier<URI> requestUrl, String signingSecret) implements Transport {

      /**
       * Checks the secret.
       *
       * @throws IllegalArgumentException if it is blank
       */
      public Http {
        if (signingSecret.isBlank()) {
          throw new IllegalArgumentException("the signing secret must not be blank");
        }
      }
    }

    /**
     * Over WebSockets that the app opens: Socket Mode.
     *
     * @param appToken what the app shows to {@code apps.connections.open}
     */
    record Sockets(String appToken) implements Transport {}
  }

  /** Settings for Socket Mode, with Slack's own patience and pauses. */
  public static StandInSettings overSockets(
      AppManifest manifest, String botToken, String appToken, Supplier<URI> ownAddress) {
    return new StandInSettings(
        manifest,
        botToken,
        new Transport.Sockets(appToken),
        ownAddress,
        SLACK_ACK_WITHIN,
        SLACK_RETRIES);
  }

  /** Settings for signed requests, with Slack's own patience and pauses. */
  public static StandInSettings like(
      AppManifest manifest,
      String botToken,
      String signingSecret,
      Supplier<URI> requestUrl,
      Supplier<URI> ownAddress) {
    return new StandInSettings(
        manifest,
        botToken,
        new Transport.Http(requestUrl, signingSecret),
        ownAddress,
        SLACK_ACK_WITHIN,
        SLACK_RETRIES);
  }
}
