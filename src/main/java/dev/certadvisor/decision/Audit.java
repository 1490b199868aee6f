package dev.certadvisor.decision;

import java.time.LocalDate;

/** Proves a framework sound by going through every combination of answers. */
public final class Audit {

  private final Framework framework;
  private final Sittings sittings;
  private final LocalDate today;

  /**
   * @param framework to be proven
   * @param sittings which credentials can be sat
   * @param today the day for which it is proven
   */
  public Audit(Framework framework, Sittings sittings, LocalDate today) {
    this.framework = framework;
    this.sittings = sittings;
    this.today = today;
  }

  /** Goes through everything; seconds of work on one core. */
  public AuditReport run() {
    throw new UnsupportedOperationException(framework + " " + sittings + today);
  }
}
