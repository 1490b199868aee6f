package dev.certadvisor.catalogue;

import java.util.List;
import java.util.Optional;

/**
 * Who awards credentials.
 *
 * @param id its key in the pack
 * @param name its name
 * @param prefix what its certifications' names begin with, where the records leave that out
 * @param rules what holds for all of its exams; several may be about one attribute
 */
public record Vendor(String id, String name, Optional<String> prefix, List<Fact> rules) {

  /** Copies the list. */
  public Vendor {
    rules = List.copyOf(rules);
  }
}
