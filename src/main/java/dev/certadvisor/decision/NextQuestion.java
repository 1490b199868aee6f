package dev.certadvisor.decision;

import java.util.List;
import java.util.Optional;

/** Decides what to ask next, and when nothing more needs to be asked. */
public final class NextQuestion {

  private final Framework framework;

  /**
   * @param framework whose questions
   */
  public NextQuestion(Framework framework) {
    this.framework = framework;
  }

  /**
   * The open question that is expected to take away the most uncertainty about the direction; of
   * equals, the first in the framework's order.
   *
   * @return empty where no question is open
   */
  public Optional<Question> mostInformative(Profile profile) {
    throw new UnsupportedOperationException(framework + " " + profile);
  }

  /**
   * Whether no answer to the open questions can change the direction, "too close to call" included.
   */
  public boolean isSettled(Profile profile) {
    throw new UnsupportedOperationException(framework + " " + profile);
  }

  /**
   * The open questions that can still change the line of work or the platform by themselves or
   * together.
   */
  public List<Question> canChangeCorner(Profile profile) {
    throw new UnsupportedOperationException(framework + " " + profile);
  }

  /** The most questions that can still come before the direction is settled. */
  public int atMost(Profile profile) {
    throw new UnsupportedOperationException(framework + " " + profile);
  }

  /** What a choice would make of the direction's share, to explain why a question is asked. */
  public List<Effect> effects(Profile profile, Question question) {
    throw new UnsupportedOperationException(framework + " " + profile + question);
  }

  /**
   * What one choice would do.
   *
   * @param option the choice
   * @param direction the direction if it were chosen now; empty where it would be close
   * @param share the share of the framework's first direction if it were chosen now
   */
  public record Effect(ChoiceOption option, Optional<DirectionId> direction, double share) {}
}
