package dev.certadvisor.store;

import java.sql.SQLException;
import tools.jackson.core.JacksonException;

/** Thrown where a row holds what cannot be read, such as what a later version has stored. */
final class UnreadableRow extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final String id;

  private UnreadableRow(String id, JacksonException cause) {
    super("row " + id + " cannot be read", cause);
    this.id = id;
  }

  /** The row's id. */
  String id() {
    return id;
  }

  /**
   * Reads a column that holds JSON.
   *
   * @param id the row's
   * @throws UnreadableRow if it cannot be read
   */
  static <T> T read(String id, Column<T> column) throws SQLException {
    try {
      return column.value();
    } catch (JacksonException e) {
      throw new UnreadableRow(id, e);
    }
  }

  /** Reads one value of a row. */
  interface Column<T> {

    /** The value. */
    T value() throws SQLException;
  }
}
