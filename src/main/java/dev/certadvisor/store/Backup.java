package dev.certadvisor.store;

import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/**
 * Writes all that a database holds to one file and reads it back, into the same kind of database or
 * the other. The file is JSON, one row a line, compressed (ADR 37).
 */
public final class Backup {

  private static final String FORMAT = "cert-advisor-backup";
  private static final JsonMapper JSON = JsonMapper.builder().build();

  private final Database database;

  /** Backups of an open database, which is at the newest version of its schema. */
  public Backup(Database database) {
    this.database = database;
  }

  /**
   * Writes everything as it is at one moment, also while others go on writing.
   *
   * @return how many rows were written
   * @throws IOException if the file cannot be written
   * @throws SQLException if the database does not answer
   */
  public int write(OutputStream file) throws IOException, SQLException {
    try (BufferedWriter out =
        new BufferedWriter(
            new OutputStreamWriter(new GZIPOutputStream(file), StandardCharsets.UTF_8))) {
      return unwrapped(() ->
          database.inTransaction(connection -> {
            connection.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
            line(out, Map.of("format", FORMAT, "schema", version(connection)));
            int rows = 0;
            for (String table : tables(connection)) {
              rows += write(connection, table, out);
            }
            return rows;
          }));
    }
  }

  private static int write(Connection connection, String table, BufferedWriter out)
      throws SQLException {
    int count = 0;
    try (PreparedStatement query = connection.prepareStatement("select * from " + table);
        ResultSet rows = query.executeQuery()) {
      while (rows.next()) {
        Map<String, @Nullable Object> row = new LinkedHashMap<>();
        for (int i = 1; i <= rows.getMetaData().getColumnCount(); i++) {
          Kind kind = Kind.of(rows.getMetaData().getColumnTypeName(i));
          row.put(rows.getMetaData().getColumnName(i).toLowerCase(Locale.ROOT), kind.read(rows, i));
        }
        line(out, Map.of("table", table, "row", row));
        count++;
      }
    }
    return count;
  }

  private static void line(BufferedWriter out, Map<String, ?> content) {
    try {
      out.write(JSON.writeValueAsString(content));
      out.newLine();
    } catch (IOException e) {
      throw new Broken(e);
    }
  }

  /**
   * Replaces everything by what a backup holds, or changes nothing.
   *
   * @param force whether what is there may be lost
   * @return how many rows were read
   * @throws Unfit if the file is no backup, damaged or of a later version, or if the database is
   *     not empty and may not be overwritten
   * @throws IOException if the file cannot be read
   * @throws SQLException if the database does not answer
   */
  public int read(InputStream file, boolean force) throws IOException, SQLException {
    try (BufferedReader in =
        new BufferedReader(
            new InputStreamReader(new GZIPInputStream(file), StandardCharsets.UTF_8))) {
      return unwrapped(() -> database.inTransaction(connection -> read(connection, in, force)));
    } catch (java.util.zip.ZipException | java.io.EOFException e) {
      throw new Unfit("it is no backup, or it is cut short");
    }
  }

  private static int read(Connection connection, BufferedReader in, boolean force)
      throws SQLException {
    Map<String, Object> head = next(in).orElseThrow(() -> new Unfit("it is empty"));
    if (!FORMAT.equals(head.get("format"))) {
      throw new Unfit("it is no backup of this program");
    }
    int schema = Integer.parseInt(String.valueOf(head.get("schema")));
    int ours = Integer.parseInt(version(connection));
    if (schema > ours) {
      throw new Unfit(
          "it is of a later version of this program (schema %d, here %d)".formatted(schema, ours));
    }
    List<String> tables = tables(connection);
    for (String table : tables) {
      if (!force && Sql.first(connection, "select 1 from " + table, row -> 1).isPresent()) {
        throw new Unfit("the database is not empty; --force replaces what is in it");
      }
      Sql.update(connection, "delete from " + table);
    }
    int rows = 0;
    for (Optional<Map<String, Object>> line = next(in); line.isPresent(); line = next(in)) {
      insert(connection, tables, line.get());
      rows++;
    }
    tables.forEach(table -> restart(connection, table));
    return rows;
  }

  private static Optional<Map<String, Object>> next(BufferedReader in) {
    try {
      String line = in.readLine();
      return line == null
          ? Optional.empty()
          : Optional.of(JSON.readValue(line, new TypeReference<Map<String, Object>>() {}));
    } catch (IOException e) {
      throw new Broken(e);
    } catch (JacksonException e) {
      throw new Unfit("a line of it cannot be read");
    }
  }

  private static void insert(Connection connection, List<String> tables, Map<String, Object> line)
      throws SQLException {
    String table = String.valueOf(line.get("table"));
    if (!tables.contains(table) || !(line.get("row") instanceof Map<?, ?> row)) {
      throw new Unfit("it holds a table that is unknown here: " + table);
    }
    Map<String, Kind> kinds = kinds(connection, table);
    StringBuilder names = new StringBuilder();
    StringBuilder places = new StringBuilder();
    @Nullable Object[] values = new @Nullable Object[row.size()];
    int i = 0;
    for (Map.Entry<?, ?> cell : row.entrySet()) {
      Kind kind = kinds.get(String.valueOf(cell.getKey()));
      if (kind == null) {
        throw new Unfit("it holds a column that is unknown here: " + table + "." + cell.getKey());
      }
      names.append(i == 0 ? "" : ", ").append(cell.getKey());
      places.append(i == 0 ? "?" : ", ?");
      values[i++] = kind.write(cell.getValue());
    }
    Sql.update(
        connection, "insert into %s (%s) values (%s)".formatted(table, names, places), values);
  }

  /** Numbers that the database gives out go on behind the highest that was restored. */
  private static void restart(Connection connection, String table) {
    try {
      if (kinds(connection, table).containsKey("seq")) {
        long next =
            Sql.first(
                    connection,
                    "select coalesce(max(seq), 0) + 1 from " + table,
                    row -> row.getLong(1))
                .orElse(1L);
        Sql.update(connection, "alter table " + table + " alter column seq restart with " + next);
      }
    } catch (SQLException e) {
      throw new Broken(e);
    }
  }

  private static Map<String, Kind> kinds(Connection connection, String table) throws SQLException {
    Map<String, Kind> kinds = new LinkedHashMap<>();
    try (PreparedStatement query =
            connection.prepareStatement("select * from " + table + " where 1 = 0");
        ResultSet none = query.executeQuery()) {
      for (int i = 1; i <= none.getMetaData().getColumnCount(); i++) {
        kinds.put(
            none.getMetaData().getColumnName(i).toLowerCase(Locale.ROOT),
            Kind.of(none.getMetaData().getColumnTypeName(i)));
      }
    }
    return kinds;
  }

  /** All tables but the two that belong to the installation and not to its contents. */
  private static List<String> tables(Connection connection) throws SQLException {
    return Sql.all(
        connection,
        "select lower(table_name) from information_schema.tables"
            + " where table_schema = current_schema and lower(table_name)"
            + " not in ('flyway_schema_history', 'scheduled_tasks') order by 1",
        row -> row.getString(1));
  }

  private static String version(Connection connection) throws SQLException {
    return Sql.first(
            connection,
            "select \"version\" from \"flyway_schema_history\" where \"version\" is not null"
                + " order by \"installed_rank\" desc",
            row -> row.getString(1))
        .orElse("0");
  }

  private static int unwrapped(Step step) throws IOException, SQLException {
    try {
      return step.run();
    } catch (Broken e) {
      if (e.getCause() instanceof IOException io) {
        throw io;
      }
      throw (SQLException) e.getCause();
    }
  }

  /** The kinds of columns, by what the databases call their types. */
  private enum Kind {
    TIME,
    BYTES,
    PLAIN;

    static Kind of(String type) {
      String name = type.toLowerCase(Locale.ROOT);
      if (name.startsWith("timestamp")) {
        return TIME;
      }
      return name.equals("bytea") || name.startsWith("binary") ? BYTES : PLAIN;
    }

    @Nullable Object read(ResultSet row, int column) throws SQLException {
      return switch (this) {
        case TIME -> text(row.getObject(column, OffsetDateTime.class));
        case BYTES -> {
          byte[] bytes = row.getBytes(column);
          yield bytes == null ? null : Base64.getEncoder().encodeToString(bytes);
        }
        case PLAIN ->
            row.getObject(column) instanceof Number || row.getObject(column) instanceof Boolean
                ? row.getObject(column)
                : row.getString(column);
      };
    }

    private static @Nullable String text(@Nullable OffsetDateTime time) {
      return time == null ? null : time.toInstant().toString();
    }

    @Nullable Object write(@Nullable Object value) {
      return value == null
          ? null
          : switch (this) {
            case TIME -> OffsetDateTime.parse(String.valueOf(value));
            case BYTES -> Base64.getDecoder().decode(String.valueOf(value));
            case PLAIN -> value;
          };
    }
  }

  /** Work that may break. */
  private interface Step {
    int run() throws SQLException;
  }

  /** Carries a failure out of a transaction, so that everything is taken back. */
  private static final class Broken extends RuntimeException {

    private static final long serialVersionUID = 1L;

    Broken(Exception cause) {
      super(cause);
    }
  }

  /** Thrown where a backup cannot be restored; the message says why in one line. */
  public static final class Unfit extends RuntimeException {

    private static final long serialVersionUID = 1L;

    Unfit(String message) {
      super(message);
    }
  }
}
