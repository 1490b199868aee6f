package dev.certadvisor.store;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.certadvisor.delivery.Correspondent;
import dev.certadvisor.delivery.Ledger;
import dev.certadvisor.delivery.LedgerContract;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

class PostgresLedgerTest implements LedgerContract {

  private static final Database DATABASE = Postgres.open();

  private final Correspondent ann = new Correspondent();
  private final JdbcLedger ledger = new JdbcLedger(DATABASE, ann::now);

  @AfterAll
  static void close() {
    DATABASE.close();
  }

  @Override
  public Ledger ledger() {
    return ledger;
  }

  @Override
  public Correspondent ann() {
    return ann;
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
