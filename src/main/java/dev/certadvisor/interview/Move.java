package dev.certadvisor.interview;

import dev.certadvisor.decision.Choice;
import dev.certadvisor.decision.QuestionId;

/** Something that a person does in an interview. */
public sealed interface Move {

  /** What sort of move it is. */
  default Kind kind() {
    return switch (this) {
      case Start start -> Kind.START;
      case Pick pick -> Kind.PICK;
      case Tell tell -> Kind.TELL;
      case Back back -> Kind.BACK;
      case Change change -> Kind.CHANGE;
      case ChangeInWords changeInWords -> Kind.CHANGE_IN_WORDS;
      case Skip skip -> Kind.SKIP;
      case Why why -> Kind.WHY;
      case Review review -> Kind.REVIEW;
      case CarryOn carryOn -> Kind.CARRY_ON;
      case Pause pause -> Kind.PAUSE;
      case Resume resume -> Kind.RESUME;
      case Restart restart -> Kind.RESTART;
      case Stop stop -> Kind.STOP;
      case Finish finish -> Kind.FINISH;
    };
  }

  /** The sorts of moves, as the table of transitions names them. */
  enum Kind {
    START,
    PICK,
    TELL,
    BACK,
    CHANGE,
    CHANGE_IN_WORDS,
    SKIP,
    WHY,
    REVIEW,
    CARRY_ON,
    PAUSE,
    RESUME,
    RESTART,
    STOP,
    FINISH
  }

  /** Asks to be interviewed. */
  record Start() implements Move {}

  /**
   * Clicks a choice.
   *
   * @param choice of any question of the framework
   */
  record Pick(Choice choice) implements Move {}

  /**
   * Says something about themself: the reply to the open question, be it a number, a choice's words
   * or a sentence that answers several questions; where none is open, words that begin an interview
   * or correct one.
   *
   * @param text as typed
   */
  record Tell(String text) implements Move {}

  /** Takes back the last step. */
  record Back() implements Move {}

  /**
   * Wants to answer a question differently.
   *
   * @param question which
   */
  record Change(QuestionId question) implements Move {}

  /**
   * Wants to answer a question differently, in words: "change the cloud question", "change cloud to
   * azure".
   *
   * @param text as typed
   */
  record ChangeInWords(String text) implements Move {}

  /** Leaves the open question out. */
  record Skip() implements Move {}

  /** Wants to know why the open question is asked. */
  record Why() implements Move {}

  /** Wants to see the answers so far. */
  record Review() implements Move {}

  /** Wants to go on although the direction is settled. */
  record CarryOn() implements Move {}

  /** Puts the interview aside. */
  record Pause() implements Move {}

  /** Takes it up again. */
  record Resume() implements Move {}

  /** Begins again from nothing. */
  record Restart() implements Move {}

  /** Breaks it off. */
  record Stop() implements Move {}

  /** Wants the advice now, with what is known. */
  record Finish() implements Move {}
}
