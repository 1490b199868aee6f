package dev.certadvisor.interview;

import dev.certadvisor.decision.Choice;
import java.time.Instant;
import java.util.List;

/**
 * One person's interview so far. Only facts are kept; the open question is worked out from them.
 *
 * @param framework the version of the framework that the choices were made in
 * @param choices oldest first, at most one per question; a skipped question has its {@code
 *     not-sure} choice
 * @param startedAt when the first question was put
 */
public record Session(String framework, List<Choice> choices, Instant startedAt) {

  /**
   * @throws IllegalArgumentException if a question is answered twice
   */
  public Session {
    choices = List.copyOf(choices);
    if (choices.stream().map(Choice::question).distinct().count() < choices.size()) {
      throw new IllegalArgumentException("a question is answered twice in " + choices);
    }
  }
}
