package dev.certadvisor.catalogue;

import java.util.Optional;

/**
 * A page on which something was seen.
 *
 * @param key its short name in the pack
 * @param name its name for people
 * @param address where it is; empty where only its name is known
 * @param kind whose page it is
 */
public record Source(String key, String name, Optional<String> address, Kind kind) {

  /** Whose page it is. */
  public enum Kind {
    /** The vendor's own page, to be cited. */
    OFFICIAL,
    /** A copy or an extract of the vendor's page. */
    COPY,
    /** Somebody else's page. */
    OTHER
  }
}
