package dev.certadvisor.store;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Optional;

/** A real PostgreSQL server for the tests of this process, started when first asked for. */
public final class Postgres {

  private static final EmbeddedPostgres SERVER = start();

  private Postgres() {}

  /** A database of that server at the newest schema, shared by all who open it. */
  static Database open() {
    return Database.postgresql(
        SERVER.getJdbcUrl("postgres", "postgres"), Optional.of("postgres"), Optional.empty());
  }

  /** The address of a new database of that server, for its user {@code postgres}. */
  public static String url(String name) {
    try (Connection connection = SERVER.getPostgresDatabase().getConnection();
        Statement statement = connection.createStatement()) {
      statement.execute("create database " + name);
      return SERVER.getJdbcUrl("postgres", name);
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  private static EmbeddedPostgres start() {
    try {
      return EmbeddedPostgres.builder().start();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
