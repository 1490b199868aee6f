package dev.certadvisor.catalogue;

import java.time.LocalDate;
import java.util.List;

/**
 * What a value rests on.
 *
 * @param sources the vendor's page first, then those on which it was seen; empty only where the
 *     confidence is {@link Confidence#X}
 * @param seen the day on which it was last seen so
 * @param confidence how well it is supported
 * @param recheck whether it was about to change when last seen
 */
public record Evidence(
    List<Source> sources, LocalDate seen, Confidence confidence, boolean recheck) {

  private static final int FRESH_DAYS = 90;

  /** Copies the list. */
  public Evidence {
    sources = List.copyOf(sources);
  }

  /**
   * Whether the reader has to be told when it was last checked: it is older than 90 days or was
   * about to change.
   */
  public boolean isDoubtful(LocalDate today) {
    return recheck || isStale(today);
  }

  /** Whether it is older than 90 days. */
  public boolean isStale(LocalDate today) {
    return today.isAfter(seen.plusDays(FRESH_DAYS));
  }

  /** Whether pages of more than one author say so. */
  public boolean isShared() {
    return sources.stream().map(Source::author).distinct().count() > 1;
  }
}
