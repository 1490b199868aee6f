package dev.certadvisor.delivery;

class InMemoryLedgerTest extends LedgerContract {

  private final InMemoryLedger ledger = new InMemoryLedger(this::now);

  @Override
  protected Ledger ledger() {
    return ledger;
  }
}
