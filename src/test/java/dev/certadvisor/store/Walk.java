package dev.certadvisor.store;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/** Looks through all that a database holds, whatever tables it has. */
public final class Walk {

  private static final String FLYWAY = "flyway_schema_history";

  private Walk() {}

  /** All tables with the rows in which one of the words stands, in whatever column. */
  public static Map<String, List<String>> rowsWith(Database database, String... words) {
    Map<String, List<String>> found = new TreeMap<>();
    try {
      database.inTransaction(connection -> {
        for (String table :
            column(
                connection,
                "select table_name from information_schema.tables where table_schema = current_schema")) {
          List<String> rows =
              rows(connection, table).stream()
                  .filter(row -> Stream.of(words).anyMatch(row::contains))
                  .toList();
          if (!rows.isEmpty()) {
            found.put(table, rows);
          }
        }
        return found;
      });
    } catch (SQLException e) {
      throw new AssertionError(e);
    }
    return found;
  }

  /** Columns that by their name tell of a person, but are not the one that is looked after. */
  static List<String> otherPersonColumns(Database database) throws SQLException {
    return database.inTransaction(connection ->
        column(
            connection,
            "select lower(table_name) || '.' || lower(column_name) from information_schema.columns"
                + " where table_schema = current_schema and lower(table_name) <> '"
                + FLYWAY
                + "'"
                + " and (lower(column_name) like '%user%' or lower(column_name) like '%asker%'"
                + " or lower(column_name) like '%author%' or lower(column_name) like '%member%'"
                + " or lower(column_name) like '%person_%' or lower(column_name) like '%_person%')"));
  }

  /** Tables that name a person. */
  static List<String> personTables(Database database) throws SQLException {
    return database.inTransaction(connection ->
        column(
            connection,
            "select lower(table_name) from information_schema.columns"
                + " where table_schema = current_schema and lower(column_name) = 'person'"));
  }

  private static List<String> rows(Connection connection, String table) throws SQLException {
    List<String> rows = new ArrayList<>();
    try (Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery("select * from " + table)) {
      while (row.next()) {
        StringBuilder text = new StringBuilder();
        for (int i = 1; i <= row.getMetaData().getColumnCount(); i++) {
          text.append(row.getString(i)).append(" | ");
        }
        rows.add(text.toString());
      }
    }
    return rows;
  }

  private static List<String> column(Connection connection, String sql) throws SQLException {
    List<String> values = new ArrayList<>();
    try (Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery(sql)) {
      while (row.next()) {
        String name = row.getString(1);
        if (!name.toLowerCase(Locale.ROOT).equals(FLYWAY)) {
          values.add(name.toLowerCase(Locale.ROOT));
        }
      }
    }
    return values;
  }
}
