package dev.certadvisor.store;

import dev.certadvisor.conversation.Effect;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Whether answers helped, without names; for the report of whoever looks after the guide. */
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

  /** Keeps one; a later word under the same ticket takes the place of the earlier. */
  static void keep(Connection connection, String ticket, Effect.Rated rated, Instant at)
      throws SQLException {
    try (PreparedStatement delete =
        connection.prepareStatement("delete from rating where ticket = ?")) {
      delete.setString(1, ticket);
      delete.executeUpdate();
    }
    try (PreparedStatement insert =
        connection.prepareStatement(
            "insert into rating (ticket, helpful, about, reason, words, at)"
                + " values (?, ?, ?, ?, ?, ?)")) {
      insert.setString(1, ticket);
      insert.setBoolean(2, rated.helpful());
      insert.setString(3, cut(rated.about(), ABOUT));
      insert.setString(4, nullable(rated.reason()));
      insert.setString(5, nullable(rated.words().map(words -> cut(words, WORDS))));
      insert.setObject(6, at.atOffset(ZoneOffset.UTC));
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
