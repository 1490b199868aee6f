package dev.certadvisor.store;

import java.sql.SQLException;
import java.util.function.IntSupplier;

/** Counts the events that wait for an answer and the messages that wait to be sent. */
public final class QueueLength implements IntSupplier {

  private final Database database;

  /** A counter in an open database, over all instances that share it. */
  public QueueLength(Database database) {
    this.database = database;
  }

  /**
   * @throws IllegalStateException if the database does not answer
   */
  @Override
  public int getAsInt() {
    try {
      return database.inTransaction(connection ->
          Sql.first(
                  connection,
                  "select (select count(*) from envelope) + (select count(*) from parcel)",
                  row -> row.getInt(1))
              .orElse(0));
    } catch (SQLException e) {
      throw new IllegalStateException("what waits cannot be counted", e);
    }
  }
}
