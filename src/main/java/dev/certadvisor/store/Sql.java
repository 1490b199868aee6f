package dev.certadvisor.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Statements in one line each. */
final class Sql {

  private Sql() {}

  /**
   * Changes rows.
   *
   * @param values for the places of the statement, in their order
   * @return how many rows it changed
   */
  static int update(Connection connection, String sql, @Nullable Object... values)
      throws SQLException {
    try (PreparedStatement statement = prepared(connection, sql, values)) {
      return statement.executeUpdate();
    }
  }

  /** Reads the first row; empty where there is none. */
  static <T> Optional<T> first(
      Connection connection, String sql, Row<T> read, @Nullable Object... values)
      throws SQLException {
    try (PreparedStatement query = prepared(connection, sql, values);
        ResultSet row = query.executeQuery()) {
      return row.next() ? Optional.of(read.of(row)) : Optional.empty();
    }
  }

  /** Reads all rows. */
  static <T> List<T> all(Connection connection, String sql, Row<T> read, @Nullable Object... values)
      throws SQLException {
    List<T> all = new ArrayList<>();
    try (PreparedStatement query = prepared(connection, sql, values);
        ResultSet row = query.executeQuery()) {
      while (row.next()) {
        all.add(read.of(row));
      }
    }
    return all;
  }

  private static PreparedStatement prepared(
      Connection connection, String sql, @Nullable Object... values) throws SQLException {
    PreparedStatement statement = connection.prepareStatement(sql);
    try {
      for (int i = 0; i < values.length; i++) {
        statement.setObject(i + 1, values[i]);
      }
      return statement;
    } catch (SQLException e) {
      statement.close();
      throw e;
    }
  }

  /** Reads one row. */
  interface Row<T> {

    /** What the row holds. */
    T of(ResultSet row) throws SQLException;
  }
}
