package dev.certadvisor.store;

import java.nio.file.Path;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;

class H2UnheldTest extends UnheldContract {

  private static final Database DATABASE =
      Database.embedded(Path.of("target", "unheld-" + UUID.randomUUID()));

  @AfterAll
  static void close() {
    DATABASE.close();
  }

  @Override
  Database database() {
    return DATABASE;
  }
}
