package dev.certadvisor.catalogue;

import java.util.List;
import java.util.Optional;

/**
 * One value of a credential or of a vendor's rules.
 *
 * @param attribute what it is about
 * @param value the best supported value
 * @param note what has to be said with it
 * @param evidence what the value rests on
 * @param alternatives what other pages say instead; empty where none disagrees
 */
public record Fact(
    Attribute attribute,
    Value value,
    Optional<String> note,
    Evidence evidence,
    List<Alternative> alternatives) {

  /** Copies the list. */
  public Fact {
    alternatives = List.copyOf(alternatives);
  }
}
