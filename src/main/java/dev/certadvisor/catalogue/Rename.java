package dev.certadvisor.catalogue;

import java.util.List;
import java.util.Optional;

/**
 * A product that has another name today, or is gone.
 *
 * @param before the names that people may still use, oldest first
 * @param now its name today, or what the vendor points to instead; empty where there is neither
 * @param change what happened
 * @param since when, in words: a day, a month or a year; empty where that is not known
 * @param note what has to be said with it
 * @param evidence what it rests on
 */
public record Rename(
    List<String> before,
    Optional<String> now,
    Change change,
    Optional<String> since,
    Optional<String> note,
    Evidence evidence) {

  /** Copies the list. */
  public Rename {
    before = List.copyOf(before);
  }

  /** What happened to a product. */
  public enum Change {
    /** It goes on under another name. */
    RENAMED,
    /** It is withdrawn or closed to new customers. */
    WITHDRAWN
  }
}
