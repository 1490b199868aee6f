package dev.certadvisor.conversation;

import dev.certadvisor.intent.Reading;
import java.util.Optional;

/**
 * A route, how the words were read, and where to go instead if the interview cannot use them.
 *
 * @param route where to go
 * @param reading how the words were read; empty where there were none
 * @param otherwise only with words put to the interview
 */
record Routed(Route route, Optional<Reading> reading, Optional<Route> otherwise) {

  static Routed to(Route route) {
    return new Routed(route, Optional.empty(), Optional.empty());
  }

  static Routed to(Route route, Reading reading) {
    return new Routed(route, Optional.of(reading), Optional.empty());
  }
}
