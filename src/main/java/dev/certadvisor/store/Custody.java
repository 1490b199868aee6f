package dev.certadvisor.store;

import dev.certadvisor.conversation.Conversation;
import dev.certadvisor.conversation.Held;
import dev.certadvisor.conversation.Holdings;
import dev.certadvisor.conversation.PersonId;
import dev.certadvisor.delivery.Envelope;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;

/**
 * Shows and deletes what is kept of a person, in every table that has a column {@code person}:
 * which those are is read from the database's own catalogue, so that none can be forgotten (ADR
 * 36).
 */
public final class Custody implements Holdings {

  private static final int AT_ONCE = 500;

  private final Database database;

  /** The custody of what an open database holds. */
  public Custody(Database database) {
    this.database = database;
  }

  /**
   * All that is kept of a person, over all tables.
   *
   * @throws IllegalStateException if the database does not answer
   */
  @Override
  public List<Held> of(PersonId person) {
    try {
      return database.inTransaction(connection -> held(connection, person));
    } catch (SQLException e) {
      throw new IllegalStateException("what is kept cannot be read", e);
    }
  }

  private static List<Held> held(Connection connection, PersonId person) throws SQLException {
    List<Held> held = new ArrayList<>();
    for (String table : tables(connection)) {
      switch (table) {
        case "conversation" -> held.addAll(talks(connection, person));
        case "envelope" -> held.addAll(waiting(connection, person));
        default -> {
          int count = count(connection, table, person);
          if (count > 0) {
            held.add(new Held.Entries(table, count));
          }
        }
      }
    }
    return held;
  }

  private static List<Held> talks(Connection connection, PersonId person) throws SQLException {
    return rows(
        connection,
        "select id, body from conversation where person = ? order by changed_at",
        person,
        row ->
            new Held.Talk(
                row.getString(1).startsWith("thread:"), StoredJson.conversation(row.getString(2))));
  }

  private static List<Held> waiting(Connection connection, PersonId person) throws SQLException {
    return rows(
        connection,
        "select body from envelope where person = ? order by seq",
        person,
        row -> {
          Envelope envelope = StoredJson.envelope(row.getString(1));
          return new Held.Waiting(envelope.incoming(), envelope.takenAt());
        });
  }

  /**
   * Deletes all rows of a person.
   *
   * @param until what the person did later stays in the queue: it is not yet known
   */
  static void forget(Connection connection, PersonId person, Instant until) throws SQLException {
    for (String table : tables(connection)) {
      boolean queue = table.equals("envelope");
      try (PreparedStatement delete =
          connection.prepareStatement(
              "delete from " + table + " where person = ?" + (queue ? " and at <= ?" : ""))) {
        delete.setString(1, name(person));
        if (queue) {
          delete.setObject(2, until.atOffset(ZoneOffset.UTC));
        }
        delete.executeUpdate();
      }
    }
  }

  /** Takes the words of people out of conversations in which nobody can refer to them any more. */
  static void forgetWords(Connection connection, Instant before) throws SQLException {
    OffsetDateTime at = before.atOffset(ZoneOffset.UTC);
    try (PreparedStatement query =
            connection.prepareStatement(
                "select id, body from conversation where words_at < ? order by words_at limit "
                    + AT_ONCE
                    + " for update");
        PreparedStatement update =
            connection.prepareStatement(
                "update conversation set body = ?, words_at = null, version = version + 1"
                    + " where id = ?")) {
      query.setObject(1, at);
      try (ResultSet row = query.executeQuery()) {
        while (row.next()) {
          Conversation left = StoredJson.conversation(row.getString(2)).withoutFocus();
          update.setString(1, StoredJson.write(left));
          update.setString(2, row.getString(1));
          update.addBatch();
        }
      }
      update.executeBatch();
    }
  }

  /** The form in which a person stands in the column. */
  static String name(PersonId person) {
    return person.workspace() + "/" + person.user();
  }

  private static List<String> tables(Connection connection) throws SQLException {
    List<String> tables = new ArrayList<>();
    try (PreparedStatement query =
            connection.prepareStatement(
                "select lower(table_name) from information_schema.columns"
                    + " where lower(column_name) = 'person' and table_schema = current_schema"
                    + " order by 1");
        ResultSet row = query.executeQuery()) {
      while (row.next()) {
        tables.add(row.getString(1));
      }
    }
    return tables;
  }

  private static int count(Connection connection, String table, PersonId person)
      throws SQLException {
    try (PreparedStatement query =
        connection.prepareStatement("select count(*) from " + table + " where person = ?")) {
      query.setString(1, name(person));
      try (ResultSet row = query.executeQuery()) {
        row.next();
        return row.getInt(1);
      }
    }
  }

  private static List<Held> rows(Connection connection, String sql, PersonId person, Read read)
      throws SQLException {
    List<Held> held = new ArrayList<>();
    try (PreparedStatement query = connection.prepareStatement(sql)) {
      query.setString(1, name(person));
      try (ResultSet row = query.executeQuery()) {
        while (row.next()) {
          held.add(read.of(row));
        }
      }
    }
    return held;
  }

  /** Reads one row. */
  private interface Read {
    Held of(ResultSet row) throws SQLException;
  }
}
