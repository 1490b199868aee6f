package dev.certadvisor.store;

import java.nio.file.Path;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;

class H2HouseTest extends HouseContract {

  private static final Database DATABASE =
      Database.embedded(Path.of("target", "house-" + UUID.randomUUID()));

  @AfterAll
  static void close() {
    DATABASE.close();
  }

  @Override
  Database database() {
    return DATABASE;
  }
}
