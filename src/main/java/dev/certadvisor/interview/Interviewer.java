package dev.certadvisor.interview;

import dev.certadvisor.decision.Choice;
import dev.certadvisor.decision.ChoiceOption;
import dev.certadvisor.decision.Framework;
import dev.certadvisor.decision.NextQuestion;
import dev.certadvisor.decision.Profile;
import dev.certadvisor.decision.Question;
import dev.certadvisor.decision.ReplyReader;
import dev.certadvisor.interview.Course.Renewed;
import dev.certadvisor.interview.Session.Phase;
import dev.certadvisor.interview.Turn.Note;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Predicate;

/**
 * Leads one person at a time through the framework. Pure: session and move in, turn out; what a
 * move does in which position is written down in {@link Transitions}.
 */
public final class Interviewer {

  private final Course course;
  private final Answering answering;
  private final Consumer<Taken> watch;

  /**
   * @param framework whose questions to put
   * @param ordinary whether a word in lower case is an ordinary one, not to be taken for a misspelt
   *     word of the framework
   * @param watch is told of every transition; must not throw
   */
  public Interviewer(Framework framework, Predicate<String> ordinary, Consumer<Taken> watch) {
    course = new Course(framework);
    answering = new Answering(course, ordinary);
    this.watch = watch;
  }

  /** How well a text fits the open question. */
  public enum Fit {
    /** A number, or the words of one choice and nothing else that carries meaning. */
    EXACT,
    /** Words of choices among others, or words that answer another question. */
    PARTLY,
    /** No words of any choice. */
    NOT_AT_ALL
  }

  /**
   * What a move leads to. A session of another edition of the framework goes on with the answers
   * that still mean what they meant.
   *
   * @param session the interview so far; empty where there is none
   * @param move what the person does
   * @param now the time, kept as the start of a new interview
   */
  public Turn take(Optional<Session> session, Move move, Instant now) {
    Position from = position(session);
    Turn turn = taken(session, from, move, now);
    watch.accept(new Taken(from, move.kind(), position(turn.toStore())));
    return turn;
  }

  private Turn taken(Optional<Session> session, Position from, Move move, Instant now) {
    Transitions.Action action = Transitions.cell(from, move.kind()).action();
    Session stored = session.orElseGet(() -> course.begun(now));
    Renewed renewed = course.renewed(stored);
    Session current = renewed.session();
    Session opened = current.in(Phase.OPEN);
    List<Note> notes = renewed.notes();
    return switch (action) {
      case BEGIN -> course.onward(List.of(), course.begun(now));
      case BEGIN_WITH -> beginWith(course.begun(now), move);
      case ANSWER ->
          picksFromAnother(stored, current, move)
              ? course.onward(with(notes, new Note.NumberNotTaken()), opened)
              : answer(notes, opened, move);
      case UNDO -> undo(notes, opened);
      case REOPEN -> reopen(notes, opened, move);
      case LEAVE_OUT -> leaveOut(notes, opened);
      case KEEP -> course.onward(notes, opened.revisitingNothing());
      case EXPLAIN -> explain(current, stored);
      case SHOW -> new Turn.Reviewed(course.given(current), course.prompt(current), stored);
      case GO_ON -> course.onward(notes, opened.goingToTheEnd());
      case PUT_ASIDE -> new Turn.Paused(stored.in(Phase.PAUSED));
      case TAKE_UP -> course.onward(with(notes, new Note.TakenUp()), opened);
      case START_OVER -> course.onward(List.of(new Note.StartedOver()), course.begun(now));
      case BREAK_OFF -> new Turn.Stopped(stored.in(Phase.ENDED));
      case CONCLUDE -> course.advised(notes, current.in(Phase.ENDED));
      case SAY_AGAIN -> sayAgain(notes, current, move);
      case REFUSE -> new Turn.OutOfPlace(from, session);
    };
  }

  /**
   * Whether a number may be meant for another question than the one that is open now: the framework
   * has changed since one was put.
   */
  private static boolean picksFromAnother(Session stored, Session current, Move move) {
    return move instanceof Move.Tell tell
        && !stored.framework().equals(current.framework())
        && ReplyReader.isPlace(tell.text());
  }

  private Turn answer(List<Note> notes, Session session, Move move) {
    if (move instanceof Move.Pick pick) {
      return answering.pick(notes, session, pick.choice());
    }
    return move instanceof Move.Tell tell
        ? answering.reply(notes, session, tell.text())
        : noWords(move);
  }

  private Turn beginWith(Session session, Move move) {
    return move instanceof Move.Tell tell ? answering.opening(session, tell.text()) : noWords(move);
  }

  private static Turn noWords(Move move) {
    throw new IllegalStateException("the table takes " + move + " for something with an answer");
  }

  private Turn undo(List<Note> notes, Session session) {
    if (session.revisiting().isPresent()) {
      return course.onward(notes, session.revisitingNothing());
    }
    if (session.steps().isEmpty()) {
      return course.onward(with(notes, new Note.NothingToTakeBack()), session);
    }
    List<Choice> undone =
        session.steps().getLast().answers().stream().map(answer -> answer.choice()).toList();
    return course.onward(with(notes, new Note.WentBack(undone)), session.withoutLastStep());
  }

  private Turn reopen(List<Note> notes, Session session, Move move) {
    if (move instanceof Move.ChangeInWords inWords) {
      return answering.reopenInWords(notes, session, inWords.text());
    }
    return move instanceof Move.Change change
        ? answering.reopen(notes, session, change.question())
        : noWords(move);
  }

  private Turn leaveOut(List<Note> notes, Session session) {
    Question open = course.openQuestion(session).orElseThrow();
    return answering.record(
        with(notes, new Note.Skipped(open.id())),
        session,
        List.of(new Choice(open.id(), ChoiceOption.NOT_SURE)));
  }

  private Turn explain(Session current, Session stored) {
    Turn.Prompt prompt = course.prompt(current).orElseThrow();
    return new Turn.Explained(course.effects(current, prompt.question()), prompt, stored);
  }

  private Turn sayAgain(List<Note> notes, Session session, Move move) {
    return course.onward(
        move instanceof Move.Start ? with(notes, new Note.AlreadyUnderWay()) : notes, session);
  }

  private static List<Note> with(List<Note> notes, Note last) {
    List<Note> longer = new ArrayList<>(notes);
    longer.add(last);
    return longer;
  }

  /** Where a session stands. */
  public Position position(Optional<Session> session) {
    return session
        .map(course::renewed)
        .map(renewed -> course.position(renewed.session()))
        .orElse(Position.NONE);
  }

  /** The question that waits for an answer, if one does. */
  public Optional<Question> openQuestion(Session session) {
    return course.openQuestion(course.renewed(session).session());
  }

  /** How much each question that is still open would tell about the direction, most first. */
  public List<NextQuestion.Gain> gains(Session session) {
    return course.gains(course.renewed(session).session());
  }

  /** The open question as it was put, if one waits for an answer. */
  public Optional<Turn.Prompt> prompt(Session session) {
    return course.prompt(course.renewed(session).session());
  }

  /** The answers that count, without those that mean something else now. */
  public Profile profile(Session session) {
    return course.renewed(session).session().profile();
  }

  /** Whether advice has been given on answers that are still there. */
  public boolean hasAdvice(Session session) {
    return !session.choices().isEmpty()
        && switch (position(Optional.of(session))) {
          case SETTLED, COMPLETE, ENDED -> true;
          case NONE, ASKING, REVISITING, PAUSED -> false;
        };
  }

  /** Whether a text begins as something to add to what was said before: "oh, and …". */
  public boolean isAddition(String text) {
    return answering.isAddition(text);
  }

  /** Whether a text tells about a person, so that advice can be given on it. */
  public boolean isSelfDescription(String text) {
    return answering.isSelfDescription(text);
  }

  /**
   * How well a text would do as the reply to the open question, for telling a reply from a question
   * that the person asks back.
   *
   * @return {@link Fit#NOT_AT_ALL} where no question waits for an answer
   */
  public Fit fit(Session session, String text) {
    return openQuestion(session)
        .map(question -> answering.fit(question, text))
        .orElse(Fit.NOT_AT_ALL);
  }
}
