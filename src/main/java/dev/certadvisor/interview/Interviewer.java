package dev.certadvisor.interview;

import dev.certadvisor.decision.Framework;
import dev.certadvisor.decision.Question;
import java.time.Instant;
import java.util.Optional;

/** Leads one person at a time through the framework. Pure: session and move in, turn out. */
public final class Interviewer {

  private final Framework framework;

  /**
   * @param framework whose questions to put
   */
  public Interviewer(Framework framework) {
    this.framework = framework;
  }

  /**
   * What a move leads to.
   *
   * @param session the interview so far; empty where there is none
   * @param move what the person does
   * @param now the time, kept as the start of a new interview
   */
  public Turn take(Optional<Session> session, Move move, Instant now) {
    throw new UnsupportedOperationException(framework + " " + session + move + now);
  }

  /** Where a session stands. */
  public Position position(Optional<Session> session) {
    throw new UnsupportedOperationException(framework + " " + session);
  }

  /** The question that waits for an answer, if one does. */
  public Optional<Question> openQuestion(Session session) {
    throw new UnsupportedOperationException(framework + " " + session);
  }

  /**
   * How well a text would do as the reply to the open question.
   *
   * <p>For telling a reply from a question that the person asks back.
   */
  public Fit fit(Session session, String text) {
    throw new UnsupportedOperationException(framework + " " + session + text);
  }

  /** How well a text fits the open question. */
  public enum Fit {
    /** A number, an id or the words of a choice and nothing else. */
    EXACT,
    /** Words of choices among others. */
    PARTLY,
    /** No words of any choice. */
    NOT_AT_ALL
  }
}
