package dev.certadvisor.store;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.certadvisor.delivery.Ledger;
import dev.certadvisor.delivery.LedgerContract;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

class PostgresLedgerTest extends LedgerContract {

  private static final Database DATABASE = Postgres.open();

  private final JdbcLedger ledger = new JdbcLedger(DATABASE, this::now);

  @AfterAll
  static void close() {
    DATABASE.close();
  }

  @Override
  protected Ledger ledger() {
    return ledger;
  }

  @Test
  void aServerThatIsNotThereIsRefusedInOneLine() {
    assertThatThrownBy(() ->
            Database.postgresql(
                "jdbc:postgresql://127.0.0.1:1/advisor", Optional.of("u"), Optional.empty()))
        .isInstanceOf(Database.UnusableDatabase.class)
        .hasMessageContaining("refused");
  }
}
