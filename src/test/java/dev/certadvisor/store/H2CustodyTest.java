package dev.certadvisor.store;

import java.nio.file.Path;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;

class H2CustodyTest extends CustodyContract {

  private static final Database DATABASE =
      Database.embedded(Path.of("target", "custody-" + UUID.randomUUID()));

  @AfterAll
  static void close() {
    DATABASE.close();
  }

  @Override
  Database database() {
    return DATABASE;
  }
}
