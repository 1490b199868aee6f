package dev.certadvisor.decision;

import java.util.List;

/**
 * What the audit found.
 *
 * @param faults what is wrong, each in a sentence; none where the framework is sound
 * @param lines the report for people, line by line
 */
public record AuditReport(List<String> faults, List<String> lines) {

  /** Copies the lists. */
  public AuditReport {
    faults = List.copyOf(faults);
    lines = List.copyOf(lines);
  }

  /** Whether everything that was to be proven holds. */
  public boolean isSound() {
    return faults.isEmpty();
  }
}
