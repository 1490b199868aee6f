package dev.certadvisor.slack;

import com.slack.api.Slack;
import com.slack.api.methods.MethodsClient;
import com.slack.api.methods.SlackApiException;
import com.slack.api.methods.response.apps.connections.AppsConnectionsOpenResponse;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.function.Supplier;

/** Asks Slack for the address of a new WebSocket ("apps.connections.open"). */
final class SocketDoor {

  private final Slack slack;
  private final Supplier<URI> api;
  private final String appToken;

  /** A door that this app-level token opens. */
  SocketDoor(Slack slack, Supplier<URI> api, String appToken) {
    this.slack = slack;
    this.api = api;
    this.appToken = appToken;
  }

  /** Asks once. */
  Answer knock() {
    MethodsClient methods = slack.methods(appToken);
    methods.setEndpointUrlPrefix(api.get().toString());
    try {
      AppsConnectionsOpenResponse response = methods.appsConnectionsOpen(request -> request);
      if (!response.isOk()) {
        return refusal(String.valueOf(response.getError()));
      }
      String url = response.getUrl();
      return url == null ? new Answer.Unreachable("Slack gave no address") : new Answer.Open(url);
    } catch (SlackApiException e) {
      return e.getResponse().code() == 429
          ? new Answer.Limited(RetryAfter.of(e.getResponse().header("Retry-After")))
          : new Answer.Unreachable("Slack answered " + e.getResponse().code());
    } catch (IOException e) {
      return new Answer.Unreachable(e.getClass().getSimpleName());
    }
  }

  private static Answer refusal(String error) {
    return switch (error) {
      case "ratelimited", "rate_limited" -> new Answer.Limited(RetryAfter.WITHOUT_WORD);
      case "internal_error", "fatal_error", "service_unavailable", "request_timeout" ->
          new Answer.Unreachable("Slack answered " + error);
      case "invalid_auth", "not_authed", "account_inactive", "token_revoked", "token_expired" ->
          new Answer.Refused(
              "SLACK_APP_TOKEN: Slack does not accept this token ("
                  + error
                  + "); take it from Basic Information, App-Level Tokens");
      case "not_allowed_token_type", "missing_scope", "no_permission" ->
          new Answer.Refused(
              "SLACK_APP_TOKEN: this token may not open connections ("
                  + error
                  + "); it has to be an app-level token with the scope connections:write");
      default ->
          new Answer.Refused(
              "Slack opens no connection ("
                  + error
                  + "); is Socket Mode on in the app's settings?");
    };
  }

  /** What Slack says. */
  sealed interface Answer {

    /**
     * A socket may be opened.
     *
     * @param url begins with {@code wss:}; holds a ticket for one use, so never logged
     */
    record Open(String url) implements Answer {}

    /**
     * Not as things are; somebody has to change something.
     *
     * @param reason names what
     */
    record Refused(String reason) implements Answer {}

    /**
     * Not so often.
     *
     * @param after how long to wait
     */
    record Limited(Duration after) implements Answer {}

    /**
     * Slack is not there or has troubles of its own.
     *
     * @param reason for the log
     */
    record Unreachable(String reason) implements Answer {}
  }
}
