package dev.certadvisor.slack;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.Expiry;
import com.github.benmanes.caffeine.cache.Ticker;
import com.google.gson.JsonObject;
import com.slack.api.Slack;
import com.slack.api.methods.SlackApiException;
import dev.certadvisor.conversation.PersonId;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;

/**
 * Who is an admin and who a guest ({@code users.info}), remembered for a while. Where that cannot
 * be told in time, or the scope for it is missing, a person is neither.
 */
final class People {

  private static final Duration REMEMBERED = Duration.ofMinutes(30);

  /**
   * Soon asked again, but not for every message while Slack has trouble or the scope is missing.
   */
  private static final Duration UNKNOWN_REMEMBERED = Duration.ofSeconds(30);

  private static final int MOST_REMEMBERED = 50_000;

  /** An event has to be acknowledged within 3 seconds. */
  private static final Duration PATIENCE = Duration.ofSeconds(1);

  private final WebApiMethods methods;
  private final Tokens tokens;
  private final Executor threads;
  private final Cache<PersonId, Optional<Standing>> remembered;

  /**
   * Asks over this connection, on threads of its own.
   *
   * @param ticker by which what is known gets old
   */
  People(Slack slack, Supplier<URI> api, Tokens tokens, Executor threads, Ticker ticker) {
    this.methods = new WebApiMethods(slack, api);
    this.tokens = tokens;
    this.threads = threads;
    this.remembered =
        Caffeine.newBuilder()
            .<PersonId, Optional<Standing>>expireAfter(
                Expiry.writing(
                    (person, standing) -> standing.isPresent() ? REMEMBERED : UNKNOWN_REMEMBERED))
            .maximumSize(MOST_REMEMBERED)
            .ticker(ticker)
            .build();
  }

  /**
   * What a person is in the workspace.
   *
   * @param admin whether they may settle things for all
   * @param guest whether they are invited to some channels only
   */
  record Standing(boolean admin, boolean guest) {

    private static final Standing UNKNOWN = new Standing(false, false);
  }

  /** What a person is; waits a second at most. */
  Standing of(PersonId person) {
    Optional<Standing> known = remembered.getIfPresent(person);
    if (known != null) {
      return known.orElse(Standing.UNKNOWN);
    }
    CompletableFuture<Optional<Standing>> asking =
        CompletableFuture.supplyAsync(() -> remembered.get(person, this::ask), threads);
    try {
      return asking.get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS).orElse(Standing.UNKNOWN);
    } catch (TimeoutException | ExecutionException e) {
      return Standing.UNKNOWN;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return Standing.UNKNOWN;
    }
  }

  /** Empty where it cannot be told. */
  private Optional<Standing> ask(PersonId person) {
    Optional<String> token = tokens.of(person.workspace());
    if (token.isEmpty()) {
      return Optional.empty();
    }
    try {
      JsonObject answer = methods.call("users.info", token.get(), Map.of("user", person.user()));
      return WebApiMethods.isOk(answer)
          ? Json.object(answer, "user")
              .map(user ->
                  new Standing(
                      is(user, "is_admin"),
                      is(user, "is_restricted") || is(user, "is_ultra_restricted")))
          : Optional.empty();
    } catch (IOException | SlackApiException e) {
      return Optional.empty();
    }
  }

  private static boolean is(JsonObject user, String key) {
    return user.has(key) && user.get(key).isJsonPrimitive() && user.get(key).getAsBoolean();
  }
}
