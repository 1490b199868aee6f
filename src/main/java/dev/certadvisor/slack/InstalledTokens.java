package dev.certadvisor.slack;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.certadvisor.delivery.LogFields;
import dev.certadvisor.installation.BotToken;
import dev.certadvisor.installation.Installation;
import dev.certadvisor.installation.Installations;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The tokens of many workspaces, each as it was got when the app was installed there. Tokens that
 * end are renewed before; of several instances one does that, and the others go on with the old
 * token, which still holds.
 */
final class InstalledTokens implements Tokens {

  private static final Logger LOG = LoggerFactory.getLogger(InstalledTokens.class);

  /** Tokens live for 12 hours. */
  private static final Duration BEFORE_THE_END = Duration.ofHours(1);

  /** A renewal that takes longer is taken for dead. */
  private static final Duration CLAIM = Duration.ofSeconds(30);

  /** So long another instance may go on with what has changed. */
  private static final Duration REMEMBERED = Duration.ofSeconds(5);

  private static final int MOST_REMEMBERED = 10_000;

  private final Installations installations;
  private final TokenExchange exchange;
  private final InstantSource clock;
  private final Cache<String, Installation> cache =
      Caffeine.newBuilder().expireAfterWrite(REMEMBERED).maximumSize(MOST_REMEMBERED).build();

  /** The tokens of these installations. */
  InstalledTokens(Installations installations, TokenExchange exchange, InstantSource clock) {
    this.installations = installations;
    this.exchange = exchange;
    this.clock = clock;
  }

  @Override
  public boolean isInstalled(String workspace) {
    return find(workspace).isPresent();
  }

  @Override
  public Optional<String> of(String workspace) {
    return find(workspace).map(found -> current(workspace, found.token()).value());
  }

  @Override
  public boolean isReplaced(String workspace, String refused) {
    cache.invalidate(workspace);
    Optional<BotToken> kept = find(workspace).map(Installation::token);
    if (kept.isEmpty()) {
      return false;
    }
    return !kept.get().value().equals(refused)
        || (kept.get().endsWithin(Duration.ZERO, clock.instant())
            && !current(workspace, kept.get()).value().equals(refused));
  }

  /** Keeps an installation. */
  void install(Installation installation) {
    reached(() -> {
      installations.save(installation);
      return true;
    });
    cache.invalidate(installation.workspace());
  }

  /**
   * Removes an installation with its token.
   *
   * @return false if the app was installed again since
   */
  boolean uninstall(String workspace, Instant at) {
    boolean removed = reached(() -> installations.remove(workspace, at.plusSeconds(1)));
    cache.invalidate(workspace);
    return removed;
  }

  /** Not remembered where there is none, so that a new installation works at once. */
  private Optional<Installation> find(String workspace) {
    Installation known = cache.getIfPresent(workspace);
    if (known != null) {
      return Optional.of(known);
    }
    Optional<Installation> found = reached(() -> installations.find(workspace));
    found.ifPresent(installation -> cache.put(workspace, installation));
    return found;
  }

  private BotToken current(String workspace, BotToken token) {
    Instant now = clock.instant();
    if (token.refresh().isEmpty() || !token.endsWithin(BEFORE_THE_END, now)) {
      return token;
    }
    if (reached(() -> installations.claimRenewal(workspace, token, now, now.plus(CLAIM)))) {
      return renewed(workspace, token, token.refresh().get());
    }
    cache.invalidate(workspace);
    return holding(token, "another instance renews the token");
  }

  private BotToken renewed(String workspace, BotToken token, String refresh) {
    try {
      BotToken next = exchange.renew(refresh);
      reached(() -> {
        installations.renewed(workspace, next);
        return true;
      });
      LOG.atInfo()
          .addKeyValue(LogFields.TEAM, workspace)
          .log("The token of workspace {} was renewed", workspace);
      return next;
    } catch (TokenExchange.Refused e) {
      LOG.atError()
          .addKeyValue(LogFields.TEAM, workspace)
          .log(
              "The token of workspace {} cannot be renewed ({}); the app has to be installed there"
                  + " again",
              workspace,
              e.getMessage());
      return token; // Slack says of it what there is to say
    } catch (IOException e) {
      return holding(token, "Slack cannot be reached to renew the token");
    } finally {
      cache.invalidate(workspace);
    }
  }

  /** The old token as long as it holds. */
  private BotToken holding(BotToken token, String otherwise) {
    if (token.endsWithin(Duration.ZERO, clock.instant())) {
      throw new Unavailable(otherwise);
    }
    return token;
  }

  private static <T> T reached(Supplier<T> question) {
    try {
      return question.get();
    } catch (Installations.Unavailable e) {
      throw new Unavailable(String.valueOf(e.getMessage()));
    }
  }
}
