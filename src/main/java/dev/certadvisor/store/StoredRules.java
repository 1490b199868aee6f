package dev.certadvisor.store;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.certadvisor.conversation.ChannelRule;
import dev.certadvisor.conversation.ChannelRules;
import dev.certadvisor.conversation.Effect;
import dev.certadvisor.delivery.Envelope;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * What admins have settled for channels, remembered for some seconds: so long may another instance
 * go by what held before. Where it was settled it holds with the next message.
 */
public final class StoredRules implements ChannelRules {

  private static final Duration REMEMBERED = Duration.ofSeconds(5);
  private static final int MOST_REMEMBERED = 1_000;

  private final Database database;
  private final Cache<String, Map<String, ChannelRule>> rememberedByWorkspace =
      Caffeine.newBuilder().expireAfterWrite(REMEMBERED).maximumSize(MOST_REMEMBERED).build();

  /** The rules in an open database. */
  public StoredRules(Database database) {
    this.database = database;
  }

  @Override
  public ChannelRule of(String workspace, String channel) {
    return rememberedByWorkspace
        .get(workspace, this::read)
        .getOrDefault(channel, ChannelRule.USUAL);
  }

  /** All of a workspace at once: there are few, and one is asked for with every message. */
  private Map<String, ChannelRule> read(String workspace) {
    try {
      return database.inTransaction(connection ->
          Sql.all(
                  connection,
                  "select channel, speaking, outsiders from channel_rule where workspace = ?",
                  row ->
                      Map.entry(
                          row.getString(1),
                          new ChannelRule(
                              ChannelRule.Speaking.valueOf(row.getString(2)), row.getBoolean(3))),
                  workspace)
              .stream()
              .collect(Collectors.toUnmodifiableMap(Map.Entry::getKey, Map.Entry::getValue)));
    } catch (SQLException e) {
      throw new Unavailable(Database.reason(e), e);
    }
  }

  /** What an answer has settled is stored now. */
  void settled(Envelope envelope, List<Effect> effects) {
    if (effects.stream().anyMatch(Effect.Ruled.class::isInstance)) {
      rememberedByWorkspace.invalidate(envelope.incoming().person().workspace());
    }
  }

  /** Keeps those among the effects; the newest holds. */
  static void keep(Connection connection, Envelope envelope, List<Effect> effects)
      throws SQLException {
    for (Effect effect : effects) {
      if (effect instanceof Effect.Ruled ruled) {
        String workspace = envelope.incoming().person().workspace();
        Sql.update(
            connection,
            "delete from channel_rule where workspace = ? and channel = ?",
            workspace,
            ruled.channel());
        Sql.update(
            connection,
            "insert into channel_rule (workspace, channel, speaking, outsiders)"
                + " values (?, ?, ?, ?)",
            workspace,
            ruled.channel(),
            ruled.rule().speaking().name(),
            ruled.rule().outsiders());
      }
    }
  }
}
