package dev.certadvisor.store;

import dev.certadvisor.conversation.Conversation;
import dev.certadvisor.conversation.PersonId;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.SQLTransactionRollbackException;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;

/** The rows of {@code conversation}. One in which nothing is left has no row. */
final class ConversationTable {

  private static final Stored NOTHING = new Stored(0, Conversation.NEW);

  private ConversationTable() {}

  /**
   * Reads a conversation.
   *
   * @throws UnreadableRow if it holds what this version cannot read
   */
  static Stored read(Connection connection, String id) throws SQLException {
    return Sql.first(
            connection,
            "select version, body from conversation where id = ?",
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
   * @param before what {@link #read} gave
   * @param person who brought it there, and whose the words are that it newly remembers
   * @throws SQLException a conflict where the conversation is no longer what it was before
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
      overtakenUnless(
          Sql.update(
              connection,
              "delete from conversation where id = ? and version = ?",
              id,
              before.version()));
      return;
    }
    String body = StoredJson.write(next);
    OffsetDateTime wordsAt =
        next.focus().map(focus -> focus.at().atOffset(ZoneOffset.UTC)).orElse(null);
    if (before.version() == 0) {
      Sql.update(
          connection,
          "insert into conversation (id, version, body, changed_at, person, words_at)"
              + " values (?, 1, ?, ?, ?, ?)",
          id,
          body,
          now,
          Custody.name(person),
          wordsAt);
      return;
    }
    boolean theirs = !next.focus().equals(before.conversation().focus());
    overtakenUnless(
        Sql.update(
            connection,
            "update conversation set body = ?, changed_at = ?, version = version + 1,"
                + " person = coalesce(?, person), words_at = ? where id = ? and version = ?",
            body,
            now,
            theirs ? Custody.name(person) : null,
            wordsAt,
            id,
            before.version()));
  }

  private static void overtakenUnless(int changed) throws SQLException {
    if (changed == 0) {
      throw new SQLTransactionRollbackException(
          "the conversation has changed meanwhile", Database.OVERTAKEN);
    }
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
