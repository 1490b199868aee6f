package dev.certadvisor.store;

import java.nio.file.Path;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;

class H2WorkspacesTest extends WorkspacesContract {

  private static final Database DATABASE =
      Database.embedded(Path.of("target", "workspaces-" + UUID.randomUUID()));

  @AfterAll
  static void close() {
    DATABASE.close();
  }

  @Override
  Database database() {
    return DATABASE;
  }
}
