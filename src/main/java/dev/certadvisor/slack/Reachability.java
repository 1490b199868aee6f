package dev.certadvisor.slack;

import com.slack.api.Slack;
import com.slack.api.methods.MethodsClient;
import com.slack.api.methods.SlackApiException;
import com.slack.api.methods.response.auth.AuthTestResponse;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.IntFunction;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Knows whether Slack can be reached and accepts our token. It asks in the background, so that the
 * app starts without Slack, and goes on asking: seldom while all is well, soon while it is not.
 */
public final class Reachability implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(Reachability.class);
  private static final Duration WHILE_WELL = Duration.ofMinutes(5);

  /** What Slack says of a token that it will never take; anything else may pass. */
  private static final Set<String> REFUSALS =
      Set.of(
          "invalid_auth",
          "not_authed",
          "account_inactive",
          "token_revoked",
          "token_expired",
          "not_allowed_token_type");

  private final Slack slack;
  private final Supplier<URI> api;
  private final Optional<String> botToken;
  private final IntFunction<Duration> pauses;
  private final AtomicReference<State> state = new AtomicReference<>(new State.Unasked());
  private final CompletableFuture<@Nullable Void> stopped = new CompletableFuture<>();

  /**
   * Nothing is asked before the start.
   *
   * @param botToken the one workspace's; empty where there are many, and Slack alone is asked for
   * @param pauses how long to wait after so many failures in a row, at least 1
   */
  Reachability(
      Slack slack, Supplier<URI> api, Optional<String> botToken, IntFunction<Duration> pauses) {
    this.slack = slack;
    this.api = api;
    this.botToken = botToken;
    this.pauses = pauses;
  }

  /** Begins to ask, and returns at once. */
  public void start() {
    Thread.ofVirtual().name("slack-reachability").start(this::watch);
  }

  /** What was found out last. */
  public State state() {
    return state.get();
  }

  @Override
  public void close() {
    stopped.complete(null);
  }

  private void watch() {
    int failures = 0;
    while (!stopped.isDone()) {
      State now = ask();
      tell(state.getAndSet(now), now);
      failures = now instanceof State.Reached ? 0 : failures + 1;
      pause(failures == 0 ? WHILE_WELL : pauses.apply(failures));
    }
  }

  private State ask() {
    MethodsClient methods = slack.methods(botToken.orElse(null));
    methods.setEndpointUrlPrefix(api.get().toString());
    try {
      if (botToken.isEmpty()) {
        methods.apiTest(request -> request);
        return new State.Reached(Optional.empty());
      }
      AuthTestResponse response = methods.authTest(request -> request);
      String error = String.valueOf(response.getError());
      if (response.isOk()) {
        return new State.Reached(Optional.ofNullable(response.getTeam()));
      }
      return REFUSALS.contains(error)
          ? new State.Refused("SLACK_BOT_TOKEN: Slack does not accept this token (" + error + ")")
          : new State.Unreachable("Slack answered " + error);
    } catch (SlackApiException e) {
      return new State.Unreachable("Slack answered " + e.getResponse().code());
    } catch (IOException e) {
      return new State.Unreachable("Slack cannot be reached: " + e.getClass().getSimpleName());
    } catch (RuntimeException e) {
      // What is in its place may answer anything; whoever watches may not stop at it.
      return new State.Unreachable("Slack's answer is not understood");
    }
  }

  /** Once for each change, or an hour without Slack would fill the log. */
  private static void tell(State before, State now) {
    if (before.equals(now)) {
      return;
    }
    switch (now) {
      case State.Unasked() -> {}
      case State.Reached(Optional<String> team) ->
          LOG.info("Slack is reached{}", team.map(name -> ", workspace " + name).orElse(""));
      case State.Refused(String reason) -> LOG.error("{}", reason);
      case State.Unreachable(String reason) -> LOG.warn("{}; asking again", reason);
    }
  }

  private void pause(Duration wait) {
    try {
      stopped.get(wait.toMillis(), TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (ExecutionException e) {
      throw new IllegalStateException("stopping never fails", e);
    } catch (TimeoutException e) {
      // the pause is over
    }
  }

  /** What is known of Slack. */
  public sealed interface State {

    /** Not asked yet. */
    record Unasked() implements State {}

    /**
     * It answers and knows us.
     *
     * @param workspace the one workspace's name; empty where there are many
     */
    record Reached(Optional<String> workspace) implements State {}

    /**
     * It does not accept the token; somebody has to change it.
     *
     * @param reason names the variable
     */
    record Refused(String reason) implements State {}

    /**
     * It cannot be reached, or has troubles of its own.
     *
     * @param reason one sentence
     */
    record Unreachable(String reason) implements State {}
  }
}
