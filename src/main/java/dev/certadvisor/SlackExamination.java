package dev.certadvisor;

import dev.certadvisor.Settings.SlackAccess;
import dev.certadvisor.slack.Checkup;
import dev.certadvisor.slack.Checkup.Heard;
import dev.certadvisor.slack.SlackEdge;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** Whether Slack can be reached, keeps our time, takes our credentials and lets us do our work. */
final class SlackExamination {

  /** Slack's own window for signatures ("Verifying requests from Slack"); beyond it none fits. */
  private static final Duration WINDOW = Duration.ofMinutes(5);

  private final Settings settings;
  private final InstantSource clock;
  private final URI api;
  private final List<Finding> findings = new ArrayList<>();

  /**
   * Nothing is asked yet.
   *
   * @param clock the time on this machine
   */
  SlackExamination(Settings settings, InstantSource clock) {
    this.settings = settings;
    this.clock = clock;
    this.api = settings.slackApi().orElse(SlackEdge.SLACK_API);
  }

  /** Asks Slack; nothing where there are no credentials, since the local workspace needs none. */
  List<Finding> findings() {
    try (Checkup checkup = new Checkup(api, !ServerConfiguration.isLoopback(api))) {
      switch (settings.slack()) {
        case SlackAccess.LocalWorkspace local -> {}
        case SlackAccess.OneWorkspace one -> workspace(checkup, one.botToken());
        case SlackAccess.SocketMode socket -> {
          if (workspace(checkup, socket.botToken())) {
            findings.add(appToken(checkup.appToken(socket.appToken())));
          }
        }
        case SlackAccess.ManyWorkspaces many -> {
          if (reached(checkup.reach()).isPresent()) {
            findings.add(client(checkup.client(many.clientId(), many.clientSecret())));
          }
        }
      }
    }
    return List.copyOf(findings);
  }

  /** Whether Slack was reached, so that asking more makes sense. */
  private boolean workspace(Checkup checkup, String botToken) {
    Optional<Heard.Answered> answer = reached(checkup.botToken(botToken));
    answer.ifPresent(heard -> {
      findings.add(
          heard
              .error()
              .map(error -> Finding.wrong("token", "SLACK_BOT_TOKEN: " + refusal(error)))
              .orElseGet(() ->
                  Finding.fine(
                      "token",
                      "Slack takes it" + heard.workspace().map(" for "::concat).orElse(""))));
      if (heard.error().isEmpty()) {
        findings.add(scopes(heard.scopes()));
      }
    });
    return answer.isPresent();
  }

  /** Notes network and clock. */
  private Optional<Heard.Answered> reached(Heard heard) {
    return switch (heard) {
      case Heard.Answered answered -> {
        findings.add(Finding.fine("network", api + " answers"));
        findings.add(clock(answered.date()));
        yield Optional.of(answered);
      }
      case Heard.Strange(int status) -> {
        findings.add(
            Finding.wrong(
                "network",
                "%s answers with status %d and not as Slack's Web API does; %s"
                    .formatted(
                        api,
                        status,
                        status >= 500
                            ? "wait, and see slack-status.com"
                            : "correct SLACK_API_URL, or see what a proxy puts in between")));
        yield Optional.empty();
      }
      case Heard.Unreachable(Checkup.Obstacle obstacle) -> {
        findings.add(Finding.wrong("network", api + " cannot be reached: " + advice(obstacle)));
        yield Optional.empty();
      }
    };
  }

  private static String advice(Checkup.Obstacle obstacle) {
    return switch (obstacle) {
      case NAME -> "its name is not known here; look at DNS, or at HTTPS_PROXY";
      case CONNECTION ->
          "nothing takes the connection; let outgoing HTTPS through, or set HTTPS_PROXY";
      case SILENCE -> "no answer within 10 seconds; a firewall may swallow it, or set HTTPS_PROXY";
      case CERTIFICATE ->
          "its certificate is not trusted; a proxy that opens TLS needs its certificate in the JDK's trust store";
      case BROKEN -> "the connection broke off; try again, then look at what is in between";
    };
  }

  private Finding clock(Optional<Instant> slack) {
    if (slack.isEmpty()) {
      return Finding.fine("clock", "not compared: the answer had no Date header");
    }
    Duration ahead = Duration.between(slack.get(), clock.instant());
    String off =
        "%d s %s Slack's"
            .formatted(ahead.abs().toSeconds(), ahead.isNegative() ? "behind" : "ahead of");
    return ahead.abs().compareTo(WINDOW) > 0
        ? Finding.wrong(
            "clock",
            "it is %s; beyond %d s every request of Slack is refused, so set it, and run NTP"
                .formatted(off, WINDOW.toSeconds()))
        : Finding.fine("clock", off);
  }

  private static String refusal(String error) {
    return switch (error) {
      case "account_inactive", "token_revoked" ->
          "Slack has withdrawn this token (%s); install the app again and take the new token"
              .formatted(error);
      case "token_expired" ->
          "this token has ended (token_expired); turn token rotation off and install again";
      case "not_allowed_token_type" ->
          "not_allowed_token_type; take the Bot User OAuth Token, which begins with xoxb-";
      case "ratelimited" -> "Slack limits us (ratelimited); try again in a minute";
      default ->
          "Slack does not accept this token (%s); take it from OAuth & Permissions"
              .formatted(error);
    };
  }

  private static Finding scopes(Optional<Set<String>> granted) {
    Set<String> needed = new TreeSet<>(Playground.ownManifest().scopes());
    if (granted.isEmpty()) {
      return Finding.fine("scopes", "not compared: the answer had no X-OAuth-Scopes header");
    }
    Set<String> missing = new TreeSet<>(needed);
    missing.removeAll(granted.get());
    return missing.isEmpty()
        ? Finding.fine("scopes", "all " + needed.size() + " of manifest.yml")
        : Finding.wrong(
            "scopes",
            "the token lacks %s; add them under OAuth & Permissions and install the app again"
                .formatted(String.join(", ", missing)));
  }

  private static Finding appToken(Heard heard) {
    return switch (heard) {
      case Heard.Answered answered ->
          answered
              .error()
              .map(error ->
                  Finding.wrong(
                      "socket",
                      "SLACK_APP_TOKEN: Slack opens no connection for it (%s); take an app-level token with the scope connections:write from Basic Information, and turn Socket Mode on"
                          .formatted(error)))
              .orElseGet(() -> Finding.fine("socket", "Slack opens connections for this app"));
      case Heard.Strange(int status) -> silent("socket", "status " + status);
      case Heard.Unreachable(Checkup.Obstacle obstacle) -> silent("socket", advice(obstacle));
    };
  }

  private static Finding client(Heard heard) {
    return switch (heard) {
      case Heard.Answered answered ->
          switch (answered.error().orElse("")) {
            case "invalid_client_id" ->
                Finding.wrong(
                    "client",
                    "SLACK_CLIENT_ID: Slack does not know it; take it from Basic Information");
            case "bad_client_secret" ->
                Finding.wrong(
                    "client",
                    "SLACK_CLIENT_SECRET: it does not belong to SLACK_CLIENT_ID; take it from Basic Information");
            default -> Finding.fine("client", "Slack takes client id and secret");
          };
      case Heard.Strange(int status) -> silent("client", "status " + status);
      case Heard.Unreachable(Checkup.Obstacle obstacle) -> silent("client", advice(obstacle));
    };
  }

  /** Slack was there a moment ago. */
  private static Finding silent(String part, String why) {
    return Finding.wrong(part, "Slack did not answer (" + why + "); try again");
  }
}
