package dev.certadvisor.interview;

import static dev.certadvisor.interview.Position.ASKING;
import static dev.certadvisor.interview.Position.COMPLETE;
import static dev.certadvisor.interview.Position.ENDED;
import static dev.certadvisor.interview.Position.NONE;
import static dev.certadvisor.interview.Position.PAUSED;
import static dev.certadvisor.interview.Position.REVISITING;
import static dev.certadvisor.interview.Position.SETTLED;

import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;

/**
 * The interview's table of transitions: what each move does in each position, and where it can
 * lead. {@link Interviewer} does as the table says; the diagram in {@code src/docs/interview.md} is
 * drawn from it.
 */
final class Transitions {

  /** What is done in answer to a move. */
  enum Action {
    /** Begins a new interview. */
    BEGIN,
    /** Begins a new interview with what the person says about themself. */
    BEGIN_WITH,
    /** Takes words or a click as answers. */
    ANSWER,
    /** Takes back the last step, or the wish to change an answer. */
    UNDO,
    /** Puts a question again, to answer it differently. */
    REOPEN,
    /** Leaves the open question without an answer. */
    LEAVE_OUT,
    /** Leaves an answer that was to be changed as it is. */
    KEEP,
    /** Says why the open question is asked. */
    EXPLAIN,
    /** Shows the answers. */
    SHOW,
    /** Puts the questions that could not change the direction. */
    GO_ON,
    /** Puts the interview aside. */
    PUT_ASIDE,
    /** Takes it up again. */
    TAKE_UP,
    /** Forgets all answers and begins again. */
    START_OVER,
    /** Breaks it off without advice. */
    BREAK_OFF,
    /** Gives the advice with what is known, and ends. */
    CONCLUDE,
    /** Says again what was said last. */
    SAY_AGAIN,
    /** Tells that the move has no meaning here. */
    REFUSE
  }

  /**
   * A cell of the table.
   *
   * @param action what is done
   * @param to where it can lead
   */
  record Cell(Action action, Set<Position> to) {

    Cell {
      to = Set.copyOf(to);
    }
  }

  private static final Map<Position, Map<Move.Kind, Cell>> TABLE = table();

  private Transitions() {}

  /** What a move does in a position. */
  static Cell cell(Position position, Move.Kind move) {
    Cell cell = TABLE.getOrDefault(position, Map.of()).get(move);
    if (cell == null) {
      throw new IllegalStateException("the table has no " + move + " for " + position);
    }
    return cell;
  }

  private static Map<Position, Map<Move.Kind, Cell>> table() {
    Map<Position, Map<Move.Kind, Cell>> table = new EnumMap<>(Position.class);
    for (Position position : Position.values()) {
      Map<Move.Kind, Cell> row = new EnumMap<>(Move.Kind.class);
      for (Move.Kind move : Move.Kind.values()) {
        Action action = action(position, move);
        row.put(move, new Cell(action, targets(position, action, move)));
      }
      table.put(position, row);
    }
    return table;
  }

  private static Action action(Position position, Move.Kind move) {
    return switch (position) {
      case NONE -> none(move);
      case ASKING -> asking(move);
      case REVISITING -> revisiting(move);
      case SETTLED -> settled(move);
      case COMPLETE -> complete(move);
      case PAUSED -> paused(move);
      case ENDED -> ended(move);
    };
  }

  private static Action none(Move.Kind move) {
    return switch (move) {
      case START, RESTART -> Action.BEGIN;
      case TELL -> Action.BEGIN_WITH;
      case PICK -> Action.ANSWER;
      case BACK,
          CHANGE,
          CHANGE_IN_WORDS,
          SKIP,
          WHY,
          REVIEW,
          CARRY_ON,
          PAUSE,
          RESUME,
          STOP,
          FINISH ->
          Action.REFUSE;
    };
  }

  private static Action asking(Move.Kind move) {
    return switch (move) {
      case TELL, PICK -> Action.ANSWER;
      case BACK -> Action.UNDO;
      case CHANGE, CHANGE_IN_WORDS -> Action.REOPEN;
      case SKIP -> Action.LEAVE_OUT;
      case WHY -> Action.EXPLAIN;
      case REVIEW -> Action.SHOW;
      case PAUSE -> Action.PUT_ASIDE;
      case RESTART -> Action.START_OVER;
      case STOP -> Action.BREAK_OFF;
      case FINISH -> Action.CONCLUDE;
      case START, CARRY_ON, RESUME -> Action.SAY_AGAIN;
    };
  }

  private static Action revisiting(Move.Kind move) {
    return move == Move.Kind.SKIP ? Action.KEEP : asking(move);
  }

  private static Action settled(Move.Kind move) {
    return switch (move) {
      case TELL, PICK -> Action.ANSWER;
      case BACK -> Action.UNDO;
      case CHANGE, CHANGE_IN_WORDS -> Action.REOPEN;
      case REVIEW -> Action.SHOW;
      case CARRY_ON -> Action.GO_ON;
      case START, RESTART -> Action.START_OVER;
      case STOP -> Action.BREAK_OFF;
      case FINISH -> Action.CONCLUDE;
      case RESUME -> Action.SAY_AGAIN;
      case SKIP, WHY, PAUSE -> Action.REFUSE;
    };
  }

  private static Action complete(Move.Kind move) {
    return move == Move.Kind.CARRY_ON ? Action.SAY_AGAIN : settled(move);
  }

  private static Action paused(Move.Kind move) {
    return switch (move) {
      case START, RESUME, CARRY_ON -> Action.TAKE_UP;
      case TELL, PICK -> Action.ANSWER;
      case BACK -> Action.UNDO;
      case CHANGE, CHANGE_IN_WORDS -> Action.REOPEN;
      case REVIEW -> Action.SHOW;
      case RESTART -> Action.START_OVER;
      case STOP -> Action.BREAK_OFF;
      case FINISH -> Action.CONCLUDE;
      case SKIP, WHY, PAUSE -> Action.REFUSE;
    };
  }

  private static Action ended(Move.Kind move) {
    return switch (move) {
      case START, RESTART -> Action.START_OVER;
      case TELL -> Action.BEGIN_WITH;
      case PICK -> Action.ANSWER;
      case BACK -> Action.UNDO;
      case CHANGE, CHANGE_IN_WORDS -> Action.REOPEN;
      case REVIEW -> Action.SHOW;
      case RESUME, CARRY_ON -> Action.TAKE_UP;
      case FINISH -> Action.CONCLUDE;
      case SKIP, WHY, PAUSE, STOP -> Action.REFUSE;
    };
  }

  private static Set<Position> targets(Position from, Action action, Move.Kind move) {
    return switch (action) {
      case BEGIN, START_OVER, GO_ON -> EnumSet.of(ASKING);
      case BEGIN_WITH, TAKE_UP, LEAVE_OUT, KEEP -> onward();
      // What is open stays open: nothing but the last step is taken back.
      case UNDO -> from == ASKING || from == SETTLED ? EnumSet.of(ASKING, SETTLED) : onward();
      case ANSWER -> answered(from);
      case REOPEN -> reopened(from, move);
      case PUT_ASIDE -> EnumSet.of(PAUSED);
      case BREAK_OFF, CONCLUDE -> EnumSet.of(ENDED);
      case EXPLAIN, SHOW, SAY_AGAIN, REFUSE -> EnumSet.of(from);
    };
  }

  private static EnumSet<Position> onward() {
    return EnumSet.of(ASKING, SETTLED, COMPLETE);
  }

  /** Where an answer leads; one that fits nothing changes nothing. */
  private static Set<Position> answered(Position from) {
    return switch (from) {
      case COMPLETE -> EnumSet.of(COMPLETE);
      case REVISITING -> EnumSet.of(ASKING, SETTLED, COMPLETE, REVISITING);
      case NONE, ASKING, SETTLED, PAUSED, ENDED -> onward();
    };
  }

  /** Where the wish to change an answer leads; one in words may bring the new answer along. */
  private static Set<Position> reopened(Position from, Move.Kind move) {
    EnumSet<Position> to = EnumSet.of(REVISITING);
    boolean namesNothing = from != PAUSED && from != ENDED;
    if (namesNothing) {
      to.add(from);
    }
    if (!namesNothing || (move == Move.Kind.CHANGE_IN_WORDS && from != COMPLETE)) {
      to.addAll(onward());
    }
    return to;
  }
}
