package dev.certadvisor.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Forgets the old rows of a table. They are looked up by their time, of which tables that grow have
 * an index, and deleted by their keys: H2 would go through all old rows again for each portion of a
 * {@code delete} that chooses by itself.
 */
final class Expiry {

  private final String find;
  private final String delete;
  private final int columns;

  /**
   * @param table the table
   * @param time the column by which a row is old
   * @param key the columns of its primary key
   */
  Expiry(String table, String time, String... key) {
    columns = key.length;
    find =
        "select %s from %s where %s < ? order by %s limit ?"
            .formatted(String.join(", ", key), table, time, time);
    // The time is asked for again: the row may have been changed since it was found.
    delete =
        "delete from %s where %s and %s < ?"
            .formatted(
                table,
                Arrays.stream(key)
                    .map(column -> column + " = ?")
                    .collect(Collectors.joining(" and ")),
                time);
  }

  /**
   * Forgets the oldest.
   *
   * @param atMost so many
   * @return how many were found
   */
  int forget(Connection connection, OffsetDateTime before, int atMost) throws SQLException {
    List<Object[]> old = Sql.all(connection, find, this::key, before, atMost);
    if (old.isEmpty()) {
      return 0;
    }
    try (PreparedStatement statement = connection.prepareStatement(delete)) {
      for (Object[] key : old) {
        for (int i = 0; i < columns; i++) {
          statement.setObject(i + 1, key[i]);
        }
        statement.setObject(columns + 1, before);
        statement.addBatch();
      }
      statement.executeBatch();
    }
    return old.size();
  }

  private Object[] key(ResultSet row) throws SQLException {
    Object[] key = new Object[columns];
    for (int i = 0; i < columns; i++) {
      key[i] = row.getObject(i + 1);
    }
    return key;
  }
}
