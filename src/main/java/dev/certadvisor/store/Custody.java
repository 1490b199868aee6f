package dev.certadvisor.store;

import dev.certadvisor.conversation.Conversation;
import dev.certadvisor.conversation.Effect;
import dev.certadvisor.conversation.Held;
import dev.certadvisor.conversation.Holdings;
import dev.certadvisor.conversation.PersonId;
import dev.certadvisor.delivery.Envelope;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Shows and deletes what is kept of a person, in every table that has a column {@code person}:
 * which those are is read from the database's own catalogue, so that none can be forgotten (ADR
 * 36).
 */
public final class Custody implements Holdings {

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
        case "rating" -> held.addAll(ratings(connection, person));
        case "unheld" -> held.addAll(unheld(connection, person));
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
    return Sql.all(
        connection,
        "select id, body from conversation where person = ? order by changed_at",
        row ->
            new Held.Talk(
                row.getString(1).startsWith("thread:"), StoredJson.conversation(row.getString(2))),
        name(person));
  }

  private static List<Held> waiting(Connection connection, PersonId person) throws SQLException {
    return Sql.all(
        connection,
        "select body from envelope where person = ? order by seq",
        row -> {
          Envelope envelope = StoredJson.envelope(row.getString(1));
          return new Held.Waiting(envelope.incoming(), envelope.takenAt());
        },
        name(person));
  }

  private static List<Held> ratings(Connection connection, PersonId person) throws SQLException {
    return Sql.all(
        connection,
        "select helpful, about, reason, words, at from rating where person = ? order by at",
        row ->
            new Held.Rating(
                new Effect.Rated(
                    row.getBoolean(1),
                    row.getString(2),
                    Optional.ofNullable(row.getString(3)),
                    Optional.ofNullable(row.getString(4))),
                row.getObject(5, OffsetDateTime.class).toInstant()),
        name(person));
  }

  private static List<Held> unheld(Connection connection, PersonId person) throws SQLException {
    return Sql.all(
        connection,
        "select question, times, at from unheld where person = ? order by at, question",
        row ->
            new Held.Unheld(
                row.getString(1),
                row.getInt(2),
                row.getObject(3, OffsetDateTime.class)
                    .withOffsetSameInstant(ZoneOffset.UTC)
                    .toLocalDate()),
        name(person));
  }

  /**
   * Deletes all rows of a person.
   *
   * @param until what the person did later stays in the queue: it is not yet known
   */
  static void forget(Connection connection, PersonId person, Instant until) throws SQLException {
    for (String table : tables(connection)) {
      String all = "delete from " + table + " where person = ?";
      if (table.equals("envelope")) {
        Sql.update(connection, all + " and at <= ?", name(person), until.atOffset(ZoneOffset.UTC));
      } else {
        Sql.update(connection, all, name(person));
      }
    }
  }

  /**
   * Takes the words of people out of conversations in which nobody can refer to them any more.
   *
   * @param atMost of so many conversations
   * @return of how many
   */
  static int forgetWords(Connection connection, OffsetDateTime before, int atMost)
      throws SQLException {
    List<Wordy> wordy =
        Sql.all(
            connection,
            "select id, body from conversation where words_at < ? order by words_at limit "
                + atMost
                + " for update",
            row -> new Wordy(row.getString(1), row.getString(2)),
            before);
    for (Wordy one : wordy) {
      Conversation left = StoredJson.conversation(one.body()).withoutFocus();
      if (left.equals(Conversation.NEW)) {
        var unused = ConversationTable.removed(connection, one.id());
      } else {
        Sql.update(
            connection,
            "update conversation set body = ?, words_at = null, version = version + 1 where id = ?",
            StoredJson.write(left),
            one.id());
      }
    }
    return wordy.size();
  }

  /** Whom a row is about, in the form of the column; empty where it says nothing. */
  static Optional<String> person(Connection connection, String table, String id)
      throws SQLException {
    return Sql.first(
            connection,
            "select person from " + table + " where id = ?",
            row -> Optional.ofNullable(row.getString(1)),
            id)
        .flatMap(whose -> whose);
  }

  /** The form in which a person stands in the column. */
  static String name(PersonId person) {
    return person.workspace() + "/" + person.user();
  }

  private static List<String> tables(Connection connection) throws SQLException {
    return Sql.all(
        connection,
        "select lower(table_name) from information_schema.columns"
            + " where lower(column_name) = 'person' and table_schema = current_schema order by 1",
        row -> row.getString(1));
  }

  private static int count(Connection connection, String table, PersonId person)
      throws SQLException {
    return Sql.first(
            connection,
            "select count(*) from " + table + " where person = ?",
            row -> row.getInt(1),
            name(person))
        .orElse(0);
  }

  /**
   * A conversation that remembers words.
   *
   * @param id which
   * @param body its state
   */
  private record Wordy(String id, String body) {}
}
