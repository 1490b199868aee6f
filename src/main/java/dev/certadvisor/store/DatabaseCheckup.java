package dev.certadvisor.store;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.Optional;
import java.util.Properties;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.flywaydb.core.api.MigrationInfo;
import org.flywaydb.core.api.MigrationState;
import org.jspecify.annotations.Nullable;

/**
 * Looks at a database without changing it: what is missing is not made, what is old is not brought
 * up to date, and what is written to see whether it can be is taken back.
 */
public final class DatabaseCheckup {

  /** Error code of H2, DATABASE_ALREADY_OPEN_1: another process has the file. */
  private static final int H2_IN_USE = 90_020;

  private static final String CONNECT_SECONDS = "5";

  private DatabaseCheckup() {}

  /** The embedded database of a folder. */
  public static Condition embedded(Path folder) {
    Path file = folder.toAbsolutePath().normalize().resolve("advisor");
    if (!Files.exists(file.resolveSibling("advisor.mv.db"))) {
      return new Condition.Absent();
    }
    return look("jdbc:h2:file:" + file + ";IFEXISTS=TRUE;DB_CLOSE_ON_EXIT=FALSE", new Properties());
  }

  /**
   * A PostgreSQL server.
   *
   * @param url begins with {@code jdbc:postgresql:}
   */
  public static Condition postgresql(String url, Optional<String> user, Optional<String> password) {
    Properties access = new Properties();
    user.ifPresent(name -> access.setProperty("user", name));
    password.ifPresent(word -> access.setProperty("password", word));
    access.setProperty("connectTimeout", CONNECT_SECONDS);
    access.setProperty("loginTimeout", CONNECT_SECONDS);
    return look(url, access);
  }

  private static Condition look(String url, Properties access) {
    try (Connection connection = DriverManager.getConnection(url, access)) {
      Condition.Found found = versions(url, access);
      if (found.waiting() > 0 || found.failed() || found.later()) {
        return found;
      }
      return new Condition.Found(0, false, false, refusal(connection));
    } catch (SQLException e) {
      return e.getErrorCode() == H2_IN_USE
          ? new Condition.InUse()
          : new Condition.Unusable(fault(e.getSQLState()), firstLine(e));
    } catch (FlywayException e) {
      return new Condition.Unusable(Fault.OTHER, firstLine(e));
    }
  }

  private static Condition.Found versions(String url, Properties access) {
    MigrationInfo[] migrations =
        Flyway.configure()
            .dataSource(url, access.getProperty("user"), access.getProperty("password"))
            .locations("classpath:db/migration")
            .loggers("slf4j")
            .load()
            .info()
            .all();
    return new Condition.Found(
        (int) Arrays.stream(migrations).filter(DatabaseCheckup::waits).count(),
        Arrays.stream(migrations).map(MigrationInfo::getState).anyMatch(MigrationState::isFailed),
        Arrays.stream(migrations)
            .map(MigrationInfo::getState)
            .anyMatch(MigrationState.FUTURE_SUCCESS::equals),
        Optional.empty());
  }

  private static boolean waits(MigrationInfo migration) {
    return !migration.getState().isApplied();
  }

  /** Why nothing can be written; empty where something could be, which was then taken back. */
  private static Optional<String> refusal(Connection connection) throws SQLException {
    connection.setAutoCommit(false);
    try {
      Sql.update(connection, "insert into taken (id, at) values ('checkup', current_timestamp)");
      return Optional.empty();
    } catch (SQLException e) {
      return Optional.of(firstLine(e));
    } finally {
      connection.rollback();
    }
  }

  /** Classes of SQLSTATE (PostgreSQL, "Error Codes"). */
  private static Fault fault(@Nullable String state) {
    return switch (state) {
      case null -> Fault.OTHER;
      case "28P01", "28000" -> Fault.LOGIN;
      case "3D000" -> Fault.NO_SUCH_DATABASE;
      case String code when code.startsWith("08") -> Fault.UNREACHABLE;
      case String code -> Fault.OTHER;
    };
  }

  private static String firstLine(Exception e) {
    return String.valueOf(e.getMessage()).lines().findFirst().orElse("no reason given");
  }

  /** Why a database cannot be used. */
  public enum Fault {
    /** Nothing answers there. */
    UNREACHABLE,
    /** User or password are not accepted. */
    LOGIN,
    /** The server has no database of that name. */
    NO_SUCH_DATABASE,
    /** Anything else: damaged, no room, not allowed. */
    OTHER
  }

  /** How a database is. */
  public sealed interface Condition {

    /** There is none yet; a start makes it. */
    record Absent() implements Condition {}

    /** Another process has it open. */
    record InUse() implements Condition {}

    /**
     * It cannot be opened.
     *
     * @param fault of which kind
     * @param reason the driver's own words, one line
     */
    record Unusable(Fault fault, String reason) implements Condition {}

    /**
     * It could be opened.
     *
     * @param waiting how many steps of the schema a start would still take, from 0
     * @param failed whether a step has failed half-way
     * @param later whether a later version of the program has already changed the schema
     * @param readOnly why nothing can be written; empty where something can, or where it was not
     *     tried because the schema is not this version's
     */
    record Found(int waiting, boolean failed, boolean later, Optional<String> readOnly)
        implements Condition {}
  }
}
