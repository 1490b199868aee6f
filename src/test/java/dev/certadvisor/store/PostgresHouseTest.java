package dev.certadvisor.store;

import java.util.Optional;
import org.junit.jupiter.api.AfterAll;

class PostgresHouseTest extends HouseContract {

  private static final Database DATABASE =
      Database.postgresql(Postgres.url("house"), Optional.of("postgres"), Optional.empty());

  @AfterAll
  static void close() {
    DATABASE.close();
  }

  @Override
  Database database() {
    return DATABASE;
  }
}
