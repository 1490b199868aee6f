package dev.certadvisor.store;

import dev.certadvisor.conversation.Conversation;
import dev.certadvisor.conversation.PersonId;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;

/** The rows of {@code conversation}. One in which nothing is left has no row. */
final class ConversationTable {

  private static final Stored NOTHING = new Stored(0, Conversation.NEW);

  private ConversationTable() {}

  /**
   * Reads a conversation and keeps others from changing it until the transaction ends.
   *
   * @throws UnreadableRow if it holds what this version cannot read
   */
  static Stored locked(Connection connection, String id) throws SQLException {
    return Sql.first(
            connection,
            "select version, body from conversation where id = ? for update",
            row ->
                new Stored(
                    row.getLong(1),
                    UnreadableRow.read(id, () -> StoredJson.conversation(row.getString(2)))),
            id)
        .orElse(NOTHING);
  }

  /**
   * Stores what a conversation has become.
   *
   * @param before what {@link #locked} gave
   * @param person who brought it there, and whose the words are that it newly remembers
   * @throws SQLException of a unique key where another transaction has just made the same row
   */
  static void save(
      Connection connection,
      String id,
      Stored before,
      Conversation next,
      PersonId person,
      OffsetDateTime now)
      throws SQLException {
    if (next.equals(before.conversation())) {
      return;
    }
    if (next.equals(Conversation.NEW)) {
      var unused = removed(connection, id);
      return;
    }
    String sql =
        before.version() == 0
            ? "insert into conversation (body, changed_at, version, person, words_at, id)"
                + " values (?, ?, ?, ?, ?, ?)"
            : "update conversation set body = ?, changed_at = ?, version = ?,"
                + " person = coalesce(?, person), words_at = ? where id = ?";
    boolean theirs = before.version() == 0 || !next.focus().equals(before.conversation().focus());
    Sql.update(
        connection,
        sql,
        StoredJson.write(next),
        now,
        before.version() + 1,
        theirs ? Custody.name(person) : null,
        next.focus().map(focus -> focus.at().atOffset(ZoneOffset.UTC)).orElse(null),
        id);
  }

  /** Forgets a conversation; what is left of it. */
  static Stored removed(Connection connection, String id) throws SQLException {
    Sql.update(connection, "delete from conversation where id = ?", id);
    return NOTHING;
  }

  /**
   * A conversation as it is kept.
   *
   * @param version counts its changes from 1; 0 where it is not kept yet
   * @param conversation its state
   */
  record Stored(long version, Conversation conversation) {}
}
