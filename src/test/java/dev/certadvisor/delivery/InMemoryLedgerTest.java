package dev.certadvisor.delivery;

class InMemoryLedgerTest implements LedgerContract {

  private final Correspondent ann = new Correspondent();
  private final InMemoryLedger ledger = new InMemoryLedger(ann::now);

  @Override
  public Ledger ledger() {
    return ledger;
  }

  @Override
  public Correspondent ann() {
    return ann;
  }
}
