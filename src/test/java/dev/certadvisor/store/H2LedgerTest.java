package dev.certadvisor.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.certadvisor.delivery.Ledger;
import dev.certadvisor.delivery.LedgerContract;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class H2LedgerTest extends LedgerContract {

  @TempDir private Path folder;
  private Database database;
  private JdbcLedger ledger;

  H2LedgerTest(@TempDir Path first) {
    database = Database.embedded(first);
    ledger = new JdbcLedger(database, this::now);
  }

  @AfterEach
  void close() {
    database.close();
  }

  @Override
  protected Ledger ledger() {
    return ledger;
  }

  @Test
  void aDamagedFileIsRefusedInOneLine() throws Exception {
    Path damaged = folder.resolve("damaged");
    Files.createDirectories(damaged);
    Files.writeString(damaged.resolve("advisor.mv.db"), "no database at all\n".repeat(1_000));

    assertThatThrownBy(() -> Database.embedded(damaged))
        .isInstanceOf(Database.UnusableDatabase.class)
        .satisfies(e -> assertThat(e.getMessage()).isNotBlank().doesNotContain("\n"));
  }

  @Test
  void whatWasKeptIsThereAfterOpeningAgain() throws IOException {
    Path file = folder.resolve("kept");
    Database before = Database.embedded(file);
    before.close();

    Database after = Database.embedded(file);

    assertThat(after.isUp()).isTrue();
    after.close();
    assertThat(after.isUp()).isFalse();
  }
}
