package dev.certadvisor.store;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Optional;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.jspecify.annotations.Nullable;

/** An open database at the newest version of its schema. */
public final class Database implements AutoCloseable {

  /** SQLSTATE 23505 of the SQL standard: a unique key is there already. */
  private static final String UNIQUE_VIOLATION = "23505";

  /** SQLSTATE 40001 of the SQL standard: another transaction was faster. */
  static final String OVERTAKEN = "40001";

  /**
   * H2's own state where it gave the file up: when it cannot be written, as on a full disk, or its
   * content is not what was written.
   */
  private static final String CLOSED = "90098";

  /** H2's own state where another process has the file open. */
  private static final String IN_USE = "90020";

  private static final String FILE = "advisor.mv.db";
  private static final int CONNECTIONS = 16;
  private static final Duration PATIENCE = Duration.ofSeconds(3);

  private final HikariDataSource source;

  /**
   * Does the work on an embedded database, one transaction at a time; empty on a server. H2 writes
   * its maps to the file one after the other: a transaction that changes a table meanwhile can
   * leave its change in the file without the note by which it would be taken back, and where the
   * process is killed then, the row stays locked for ever (ADR 32).
   */
  private final Optional<GroupCommit> commits;

  private Database(HikariConfig config, boolean embedded) {
    try {
      source = new HikariDataSource(config);
    } catch (RuntimeException e) {
      throw new UnusableDatabase(lastMessage(e), e);
    }
    try {
      Flyway.configure()
          .dataSource(source)
          .locations("classpath:db/migration")
          .loggers("slf4j")
          .load()
          .migrate();
    } catch (FlywayException e) {
      source.close();
      throw new UnusableDatabase(lastMessage(e), e);
    }
    commits = embedded ? Optional.of(new GroupCommit(source, PATIENCE)) : Optional.empty();
  }

  /**
   * A file for one process. Every commit is written before it returns, so that killing the process
   * loses nothing.
   *
   * @param folder made where it is missing
   * @throws UnusableDatabase if it cannot be opened: in use by another process, damaged, no room
   */
  public static Database embedded(Path folder) {
    return embedded("file", folder);
  }

  /** Whether there is an embedded database in a folder. */
  public static boolean isIn(Path folder) {
    return Files.exists(folder.resolve(FILE));
  }

  /**
   * The same on a file system of H2's.
   *
   * @param fileSystem scheme under which H2 knows it; {@code file} is the machine's own
   */
  static Database embedded(String fileSystem, Path folder) {
    HikariConfig config = new HikariConfig();
    config.setJdbcUrl(
        "jdbc:h2:"
            + fileSystem
            + ":"
            + folder.toAbsolutePath().normalize().resolve("advisor")
            // No file of its own for errors: they are thrown, and their text may hold values.
            // Few pages in memory, in KB: each commit makes new ones, and the system keeps the
            // file.
            + ";WRITE_DELAY=0;QUERY_CACHE_SIZE=64;CACHE_SIZE=1024;DB_CLOSE_ON_EXIT=FALSE;TRACE_LEVEL_FILE=0");
    try {
      OwnersOnly.makeFolder(folder);
      Database database = new Database(pool(config), true);
      try {
        OwnersOnly.keep(folder.resolve(FILE));
      } catch (IOException e) {
        database.close();
        throw e;
      }
      return database;
    } catch (IOException e) {
      throw new UnusableDatabase(lastMessage(e), e);
    }
  }

  /**
   * A PostgreSQL server, for one instance or several.
   *
   * @param url begins with {@code jdbc:postgresql:}
   * @throws UnusableDatabase if it cannot be reached or does not let us in
   */
  public static Database postgresql(String url, Optional<String> user, Optional<String> password) {
    HikariConfig config = new HikariConfig();
    config.setJdbcUrl(url);
    user.ifPresent(config::setUsername);
    password.ifPresent(config::setPassword);
    return new Database(pool(config), false);
  }

  private static HikariConfig pool(HikariConfig config) {
    config.setMaximumPoolSize(CONNECTIONS);
    config.setConnectionTimeout(PATIENCE.toMillis());
    config.setInitializationFailTimeout(PATIENCE.toMillis());
    config.setAutoCommit(false);
    return config;
  }

  DataSource source() {
    return source;
  }

  /** Whether it answers now. */
  public boolean isUp() {
    try (Connection connection = source.getConnection();
        PreparedStatement query = connection.prepareStatement("select 1")) {
      query.execute();
      connection.rollback();
      return true;
    } catch (SQLException e) {
      reopenIfClosed(e);
      return false;
    }
  }

  /**
   * Does all of the work or nothing. Whatever changes an embedded database has to come through
   * here.
   *
   * @throws SQLException what the work threw, after everything was taken back
   */
  <T extends @Nullable Object> T inTransaction(Work<T> work) throws SQLException {
    try {
      return commits.isPresent() ? commits.get().run(work) : transact(work);
    } catch (SQLException e) {
      reopenIfClosed(e);
      throw e;
    }
  }

  private <T extends @Nullable Object> T transact(Work<T> work) throws SQLException {
    try (Connection connection = source.getConnection()) {
      try {
        T result = work.in(connection);
        connection.commit();
        return result;
      } catch (SQLException | RuntimeException e) {
        takeBack(connection, e);
        throw e;
      }
    }
  }

  /**
   * A file that H2 gave up is opened anew by the next connection, once nobody holds an old one; an
   * old one would be of no use for ever, though it says that it is valid.
   */
  private void reopenIfClosed(SQLException e) {
    if (CLOSED.equals(e.getSQLState())) {
      source.getHikariPoolMXBean().softEvictConnections();
    }
  }

  /**
   * Why the database failed, fit for the log: its state, and the file system's own words where that
   * is the cause. The messages of a database may hold values.
   */
  static String reason(SQLException failure) {
    String state = "the database failed with state " + failure.getSQLState();
    for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
      if (cause instanceof IOException io) {
        return state + ": " + io.getMessage();
      }
    }
    return state;
  }

  static boolean isUniqueViolation(SQLException e) {
    return UNIQUE_VIOLATION.equals(e.getSQLState());
  }

  /** Whether somebody else was faster, so that it may be tried again. */
  static boolean isConflict(SQLException e) {
    return isUniqueViolation(e) || OVERTAKEN.equals(e.getSQLState());
  }

  @Override
  public void close() {
    commits.ifPresent(GroupCommit::close);
    source.close();
  }

  static void takeBack(Connection connection, Throwable cause) {
    try {
      connection.rollback();
    } catch (SQLException e) {
      cause.addSuppressed(e);
    }
  }

  private static String lastMessage(Throwable failure) {
    Throwable last = failure;
    while (last.getCause() != null) {
      last = last.getCause();
    }
    return String.valueOf(last.getMessage()).lines().findFirst().orElse("no reason given");
  }

  /** Something done on a connection. */
  interface Work<T extends @Nullable Object> {

    /** Does it. */
    T in(Connection connection) throws SQLException;
  }

  /** Thrown where a database cannot be opened; the message says why in one line. */
  public static final class UnusableDatabase extends RuntimeException {

    private static final long serialVersionUID = 1L;

    UnusableDatabase(String message, Throwable cause) {
      super(message, cause);
    }

    /** Whether another process has the embedded database open. */
    public boolean isInUse() {
      for (Throwable cause = getCause(); cause != null; cause = cause.getCause()) {
        if (cause instanceof SQLException failure && IN_USE.equals(failure.getSQLState())) {
          return true;
        }
      }
      return false;
    }
  }
}
