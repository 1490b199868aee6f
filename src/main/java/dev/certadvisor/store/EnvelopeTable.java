package dev.certadvisor.store;

import dev.certadvisor.delivery.Envelope;
import dev.certadvisor.delivery.Lane;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;

/** The rows of {@code envelope}: what waits for its answer, oldest first within a lane. */
final class EnvelopeTable {

  private EnvelopeTable() {}

  static void put(Connection connection, Envelope envelope) throws SQLException {
    Sql.update(
        connection,
        "insert into envelope (id, conversation, body, person, at) values (?, ?, ?, ?, ?)",
        envelope.id(),
        envelope.lane().name(),
        StoredJson.write(envelope),
        Custody.name(envelope.incoming().person()),
        envelope.takenAt().atOffset(ZoneOffset.UTC));
  }

  /**
   * The first of a lane.
   *
   * @throws UnreadableRow if it holds what this version cannot read
   */
  static Optional<Envelope> next(Connection connection, Lane lane) throws SQLException {
    return Sql.first(
        connection,
        "select id, body from envelope where conversation = ? order by seq limit 1",
        row -> UnreadableRow.read(row.getString(1), () -> StoredJson.envelope(row.getString(2))),
        lane.name());
  }

  /** Whether something waits in a lane. */
  static boolean isWaiting(Connection connection, Lane lane) throws SQLException {
    return Sql.first(
            connection,
            "select 1 from envelope where conversation = ? limit 1",
            row -> row.getInt(1),
            lane.name())
        .isPresent();
  }

  /** Removes one; false if it was not there. Of several who try, one succeeds. */
  static boolean remove(Connection connection, String id) throws SQLException {
    return Sql.update(connection, "delete from envelope where id = ?", id) > 0;
  }

  /** Counts a failure; how many there were, at least 1. */
  static int failed(Connection connection, String id) throws SQLException {
    Sql.update(connection, "update envelope set failures = failures + 1 where id = ?", id);
    return Sql.first(
            connection, "select failures from envelope where id = ?", row -> row.getInt(1), id)
        .orElse(1);
  }

  /** The lanes in which something waits. */
  static List<Lane> lanes(Connection connection) throws SQLException {
    return Sql.all(
        connection,
        "select distinct conversation from envelope",
        row -> new Lane(Lane.Work.ANSWER, row.getString(1)));
  }
}
