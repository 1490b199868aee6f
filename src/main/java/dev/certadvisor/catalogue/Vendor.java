package dev.certadvisor.catalogue;

import java.util.List;

/**
 * Who awards credentials.
 *
 * @param id its key in the pack
 * @param name its name
 * @param rules what holds for all of its exams; several may be about one attribute
 */
public record Vendor(String id, String name, List<Fact> rules) {

  /** Copies the list. */
  public Vendor {
    rules = List.copyOf(rules);
  }
}
