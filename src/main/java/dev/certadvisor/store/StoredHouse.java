package dev.certadvisor.store;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.Ticker;
import dev.certadvisor.conversation.Advisor;
import dev.certadvisor.conversation.ChannelRules;
import dev.certadvisor.conversation.Effect;
import dev.certadvisor.conversation.HouseRules;
import dev.certadvisor.conversation.Transition;
import dev.certadvisor.delivery.Envelope;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * Where workspaces have settled that people answer. It is asked within the transaction of an
 * answer, and a second connection for each of those could use all there are up; so what is
 * remembered does not run out, and is looked up anew where a request comes in.
 */
public final class StoredHouse implements HouseRules {

  private static final Duration FRESH = Duration.ofSeconds(1);
  private static final int MOST_REMEMBERED = 10_000;

  private final Database database;
  private final Cache<String, Optional<String>> remembered =
      Caffeine.newBuilder().maximumSize(MOST_REMEMBERED).build();
  private final Cache<String, Boolean> fresh;

  /**
   * What an open database holds.
   *
   * @param ticker by which what is remembered gets old
   */
  public StoredHouse(Database database, Ticker ticker) {
    this.database = database;
    this.fresh =
        Caffeine.newBuilder()
            .expireAfterWrite(FRESH)
            .maximumSize(MOST_REMEMBERED)
            .ticker(ticker)
            .build();
  }

  /** Empty where the workspace has settled nothing. */
  @Override
  public Optional<String> peopleToAsk(String workspace) {
    return remembered.get(workspace, this::read);
  }

  /**
   * Looks up what holds now, unless that was done a moment ago. Not for use in a transaction.
   *
   * @throws ChannelRules.Unavailable if that cannot be told now
   */
  public void lookAgain(String workspace) {
    var unused =
        fresh.get(
            workspace,
            key -> {
              remembered.put(key, read(key));
              return true;
            });
  }

  /** An advisor whose own changes are looked up with the next request. */
  public Advisor watching(Advisor advisor) {
    return (before, incoming) -> {
      Transition transition = advisor.respond(before, incoming);
      if (transition.effects().stream().anyMatch(Effect.PeopleChosen.class::isInstance)) {
        fresh.invalidate(incoming.person().workspace());
      }
      return transition;
    };
  }

  private Optional<String> read(String workspace) {
    try {
      return database.inTransaction(connection ->
          Sql.first(
              connection,
              "select channel from people_to_ask where workspace = ?",
              row -> row.getString(1),
              workspace));
    } catch (SQLException e) {
      throw new ChannelRules.Unavailable(Database.reason(e), e);
    }
  }

  /** Keeps those among the effects; the newest holds. */
  static void keep(Connection connection, Envelope envelope, List<Effect> effects)
      throws SQLException {
    for (Effect effect : effects) {
      if (effect instanceof Effect.PeopleChosen chosen) {
        String workspace = envelope.incoming().person().workspace();
        Sql.update(connection, "delete from people_to_ask where workspace = ?", workspace);
        if (chosen.channel().isPresent()) {
          Sql.update(
              connection,
              "insert into people_to_ask (workspace, channel) values (?, ?)",
              workspace,
              chosen.channel().get());
        }
      }
    }
  }
}
