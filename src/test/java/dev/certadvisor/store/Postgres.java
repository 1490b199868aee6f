package dev.certadvisor.store;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Optional;

/** A real PostgreSQL server for the tests of this process, started when first asked for. */
final class Postgres {

  private static final EmbeddedPostgres SERVER = start();

  private Postgres() {}

  /** A database of that server at the newest schema, shared by all who open it. */
  static Database open() {
    return Database.postgresql(
        SERVER.getJdbcUrl("postgres", "postgres"), Optional.of("postgres"), Optional.empty());
  }

  private static EmbeddedPostgres start() {
    try {
      return EmbeddedPostgres.builder().start();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
