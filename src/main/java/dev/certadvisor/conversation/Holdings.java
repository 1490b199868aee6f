package dev.certadvisor.conversation;

import java.util.List;

/** Knows all that is kept of a person, wherever it is kept. */
@FunctionalInterface
public interface Holdings {

  /** All that is kept of a person now; empty where nothing is. */
  List<Held> of(PersonId person);
}
