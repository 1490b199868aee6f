package dev.certadvisor.interview;

import static dev.certadvisor.decision.Frameworks.choice;
import static org.assertj.core.api.Assertions.assertThat;

import dev.certadvisor.decision.Framework;
import dev.certadvisor.decision.Frameworks;
import java.time.Instant;
import java.util.Optional;

/** Interviews by the shipped decision framework, all at one time of day. */
final class ShippedInterview {

  static final Instant NOON = Instant.parse("2026-11-23T12:00:00Z");

  /** Asks by the shipped framework; it keeps nothing, so all tests share it. */
  static final Interviewer INTERVIEWER = interviewer(Frameworks.shipped());

  private ShippedInterview() {}

  /** Asks by another framework. */
  static Interviewer interviewer(Framework framework) {
    return new Interviewer(framework, Frameworks.ORDINARY, taken -> {});
  }

  static Turn take(Session session, Move move) {
    return INTERVIEWER.take(Optional.of(session), move, NOON);
  }

  /** The session after some moves from the beginning. */
  static Session after(Move... moves) {
    Optional<Session> session = Optional.empty();
    for (Move move : moves) {
      session = INTERVIEWER.take(session, move, NOON).toStore();
    }
    return session.orElseThrow();
  }

  static Move pick(String choice) {
    return new Move.Pick(choice(choice));
  }

  static Move say(String text) {
    return new Move.Tell(text);
  }

  static Turn.Asked asked(Turn turn) {
    assertThat(turn).isInstanceOf(Turn.Asked.class);
    return (Turn.Asked) turn;
  }

  static String put(Turn turn) {
    return asked(turn).prompt().question().id().value();
  }
}
