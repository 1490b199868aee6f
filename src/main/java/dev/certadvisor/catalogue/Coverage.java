package dev.certadvisor.catalogue;

import java.time.LocalDate;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * How much a catalogue knows.
 *
 * @param credentials how many credentials
 * @param facts how many facts, the vendors' rules included
 * @param factsByConfidence how many of each mark; every mark is there
 * @param stale how many were last seen more than 90 days ago
 * @param recheck how many were about to change when last seen
 */
public record Coverage(
    int credentials,
    int facts,
    Map<Confidence, Integer> factsByConfidence,
    int stale,
    int recheck) {

  /** Copies the map. */
  public Coverage {
    factsByConfidence = Map.copyOf(factsByConfidence);
  }

  static Coverage of(int credentials, List<Evidence> evidence, LocalDate today) {
    Map<Confidence, Integer> byConfidence = new EnumMap<>(Confidence.class);
    for (Confidence confidence : Confidence.values()) {
      byConfidence.put(confidence, 0);
    }
    evidence.forEach(one -> byConfidence.merge(one.confidence(), 1, Integer::sum));
    return new Coverage(
        credentials,
        evidence.size(),
        byConfidence,
        (int) evidence.stream().filter(one -> one.isStale(today)).count(),
        (int) evidence.stream().filter(Evidence::recheck).count());
  }
}
