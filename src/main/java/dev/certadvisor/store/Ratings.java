package dev.certadvisor.store;

import dev.certadvisor.conversation.Effect;
import dev.certadvisor.conversation.PersonId;
import dev.certadvisor.delivery.Envelope;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Whether answers helped; shown without names, for the report of whoever looks after the guide. */
public final class Ratings {

  private static final int ABOUT = 1_000;
  private static final int WORDS = 500;

  private final Database database;

  /** The ratings in an open database. */
  public Ratings(Database database) {
    this.database = database;
  }

  /**
   * All of them, newest first.
   *
   * @param most at most so many
   */
  public List<Effect.Rated> newest(int most) {
    try {
      return database.inTransaction(connection -> {
        try (PreparedStatement query =
            connection.prepareStatement(
                "select helpful, about, reason, words from rating order by at desc limit ?")) {
          query.setInt(1, most);
          try (ResultSet rows = query.executeQuery()) {
            List<Effect.Rated> ratings = new ArrayList<>();
            while (rows.next()) {
              ratings.add(
                  new Effect.Rated(
                      rows.getBoolean(1),
                      rows.getString(2),
                      Optional.ofNullable(rows.getString(3)),
                      Optional.ofNullable(rows.getString(4))));
            }
            return ratings;
          }
        }
      });
    } catch (SQLException e) {
      throw new JdbcLedger.LedgerException(e);
    }
  }

  /** Keeps those among the effects; a later word of a person takes the place of an earlier. */
  static void keep(
      Connection connection, Envelope envelope, List<Effect> effects, OffsetDateTime at)
      throws SQLException {
    for (Effect effect : effects) {
      if (effect instanceof Effect.Rated rated) {
        String ticket = envelope.circumstances().ticket().orElseGet(envelope::id);
        keep(connection, ticket, envelope.incoming().person(), rated, at);
      }
    }
  }

  private static void keep(
      Connection connection, String ticket, PersonId person, Effect.Rated rated, OffsetDateTime at)
      throws SQLException {
    Sql.update(connection, "delete from rating where ticket = ?", ticket);
    try (PreparedStatement insert =
        connection.prepareStatement(
            "insert into rating (ticket, helpful, about, reason, words, at, person)"
                + " values (?, ?, ?, ?, ?, ?, ?)")) {
      insert.setString(1, ticket);
      insert.setBoolean(2, rated.helpful());
      insert.setString(3, cut(rated.about(), ABOUT));
      insert.setString(4, nullable(rated.reason()));
      insert.setString(5, nullable(rated.words().map(words -> cut(words, WORDS))));
      insert.setObject(6, at);
      insert.setString(7, Custody.name(person));
      insert.executeUpdate();
    }
  }

  private static @Nullable String nullable(Optional<String> text) {
    return text.orElse(null);
  }

  private static String cut(String text, int most) {
    return text.length() <= most ? text : text.substring(0, most);
  }
}
