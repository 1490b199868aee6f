package dev.certadvisor.slack;

import com.google.gson.JsonObject;
import com.slack.api.Slack;
import com.slack.api.methods.SlackApiException;
import dev.certadvisor.conversation.PersonId;
import dev.certadvisor.conversation.Wording;
import dev.certadvisor.delivery.Address;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;

/**
 * Tries whether the app may post in a channel, in the one way that needs no further scope: it tells
 * those who are there what will come from now on.
 */
final class Foothold {

  /** A form has to be acknowledged within 3 seconds, and who fills it in may be asked for too. */
  private static final Duration PATIENCE = Duration.ofMillis(1_500);

  private static final String UNKNOWN = "slack.people.unknown";

  /** What the person is told instead of the table's words, which are about a message of theirs. */
  private static final Map<String, String> OBJECTIONS =
      Map.of(
          "slack.error.not-in-channel", "slack.people.not-in-channel",
          "slack.error.archived", "slack.people.archived",
          "slack.error.not-allowed", "slack.people.not-allowed");

  private final WebApiMethods methods;
  private final Tokens tokens;
  private final Wording wording;
  private final Executor threads;

  Foothold(Slack slack, Supplier<URI> api, Tokens tokens, Wording wording, Executor threads) {
    this.methods = new WebApiMethods(slack, api);
    this.tokens = tokens;
    this.wording = wording;
    this.threads = threads;
  }

  /**
   * Why a channel will not do, in words for the admin who chose it; empty where it will. It takes
   * at most {@link #PATIENCE}.
   */
  Optional<String> objection(PersonId admin, String channel) {
    CompletableFuture<Optional<String>> trying =
        CompletableFuture.supplyAsync(() -> objectionTo(admin, channel), threads);
    Optional<String> key;
    try {
      key = trying.get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
    } catch (TimeoutException | ExecutionException e) {
      key = Optional.of(UNKNOWN);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      key = Optional.of(UNKNOWN);
    }
    return key.map(wording::say);
  }

  private Optional<String> objectionTo(PersonId admin, String channel) {
    Optional<String> token = tokens.of(admin.workspace());
    if (token.isEmpty()) {
      return Optional.of(UNKNOWN);
    }
    Address place = new Address.InChannel(admin.workspace(), channel, Optional.empty());
    WebApiCall call = WebApiCall.of("foothold:" + channel, place, notice(admin));
    try {
      JsonObject answer = methods.call(call.method(), token.get(), call.form());
      return WebApiMethods.isOk(answer)
          ? Optional.empty()
          : Optional.of(key(Json.text(answer, "error").orElse("")));
    } catch (IOException | SlackApiException e) {
      return Optional.of(UNKNOWN);
    }
  }

  private static String key(String error) {
    return SlackError.of(error).explanation().map(OBJECTIONS::get).orElse(UNKNOWN);
  }

  private JsonObject notice(PersonId admin) {
    String words =
        Mrkdwn.escape(wording.say("slack.people.here")) + " " + Mrkdwn.mention(admin.user()) + ".";
    return Json.object(Json.write(Map.of("text", words, "blocks", List.of(Blocks.section(words)))))
        .orElseThrow();
  }
}
