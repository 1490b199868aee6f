package dev.certadvisor.conversation;

import dev.certadvisor.decision.ProfileReader;
import dev.certadvisor.decision.Receipt;
import dev.certadvisor.intent.Intent;
import dev.certadvisor.intent.MessageReader;
import dev.certadvisor.intent.Reading;
import dev.certadvisor.interview.Interviewer;
import dev.certadvisor.interview.Session;
import dev.certadvisor.knowledge.SectionId;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;

/**
 * Decides where a message goes; does nothing itself. In the order of precedence: a move of the open
 * interview, a question asked aside, an answer to the open question, a command word, a follow-up,
 * what the words ask for.
 */
final class Router {

  /** Every question has this choice. */
  private static final String NOT_SURE = "not sure";

  private final MessageReader reader;
  private final Interviewer interviewer;
  private final MeaningRouter meaning;
  private final Commands commands;

  /**
   * @param reader reads messages
   * @param subjects what the guide compares
   * @param sections of the guide, to be read by their names
   * @param interviewer leads the interviews
   * @param profileReader reads what people tell of themselves
   */
  Router(
      MessageReader reader,
      Subjects subjects,
      Set<SectionId> sections,
      Interviewer interviewer,
      ProfileReader profileReader) {
    this.reader = reader;
    this.interviewer = interviewer;
    meaning = new MeaningRouter(reader, subjects, interviewer, profileReader);
    commands = new Commands(sections, meaning);
  }

  /** Where a person's words go. */
  Routed words(Conversation before, String text, Instant now) {
    if (text.isBlank()) {
      return Routed.to(new Route.Say(Route.Topic.HELP));
    }
    Optional<Receipt.Found> receipt = Receipt.in(text);
    if (receipt.isPresent()) {
      return Routed.to(new Route.Reopen(receipt.get()));
    }
    if (before.erasureAsked()) {
      Optional<Routed> decided = aboutErasure(text);
      if (decided.isPresent()) {
        return decided.get();
      }
    }
    Optional<Routed> commanded = commands.find(before, text, now, false);
    if (commanded.isPresent()) {
      return commanded.get();
    }
    Optional<Session> open =
        before.interview().filter(session -> interviewer.openQuestion(session).isPresent());
    return open.map(session -> duringInterview(before, session, text, now))
        .orElseGet(() -> meaning.meant(before, text, now));
  }

  /** What was said to the question whether all shall be erased; empty where it was no answer. */
  private Optional<Routed> aboutErasure(String text) {
    return switch (reader.read(text).intent()) {
      case YES, FORGET_ME -> Optional.of(Routed.to(new Route.Say(Route.Topic.FORGOTTEN)));
      case NO, STOP -> Optional.of(Routed.to(new Route.Say(Route.Topic.KEPT)));
      default -> Optional.empty();
    };
  }

  /** Where the words of a slash command go; its first word may be a command of its own. */
  Routed command(Conversation before, String text, Instant now) {
    return text.isBlank()
        ? Routed.to(new Route.Say(Route.Topic.HELP))
        : commands.find(before, text, now, true).orElseGet(() -> words(before, text, now));
  }

  private Routed duringInterview(Conversation before, Session session, String text, Instant now) {
    Route toInterview = new Route.Interview(new Route.Input.Worded(text));
    if (interviewer.fit(session, text) == Interviewer.Fit.EXACT && !QuestionForm.isWhole(text)) {
      return Routed.to(toInterview);
    }
    Reading reading = reader.read(text);
    if (reading.intent() == Intent.CHANGE && reading.confidence() >= MeaningRouter.SURE) {
      return Routed.to(new Route.Interview(new Route.Input.Changed(text)), reading);
    }
    if (reading.intent() == Intent.NOT_SURE && reading.confidence() >= MeaningRouter.SURE) {
      return Routed.to(new Route.Interview(new Route.Input.Worded(NOT_SURE)), reading);
    }
    if (asksForAdvice(session, text, reading)) {
      return Routed.to(new Route.Interview(new Route.Input.Moved(Act.Move.FINISH)), reading);
    }
    Optional<Act.Move> move = InterviewMoves.of(reading.intent());
    if (move.isPresent() && reading.confidence() >= MeaningRouter.SURE) {
      return Routed.to(new Route.Interview(new Route.Input.Moved(move.get())), reading);
    }
    Route elsewhere = meaning.byIntent(before, text, reading, now);
    if (isAside(text, reading)) {
      return Routed.to(elsewhere, reading);
    }
    return new Routed(
        toInterview,
        Optional.of(reading),
        isAnswer(elsewhere) ? Optional.of(elsewhere) : Optional.empty());
  }

  /** Whether somebody wants the advice now, and tells nothing more. */
  private boolean asksForAdvice(Session session, String text, Reading reading) {
    return reading.intent() == Intent.RECOMMEND
        && reading.confidence() >= MeaningRouter.SURE
        && interviewer.fit(session, text) == Interviewer.Fit.NOT_AT_ALL;
  }

  /** Whether words said in the middle of an interview want something else than to answer. */
  private static boolean isAside(String text, Reading reading) {
    return switch (reading.intent()) {
      case ASK, COMPARE, FACT, OOS -> QuestionForm.isWhole(text);
      case HELP, IDENTITY, FORGET_ME, EXPORT, HUMAN, THANKS, GREET, FAREWELL ->
          reading.confidence() >= MeaningRouter.SURE;
      case RECOMMEND, INTERVIEW, BACK, SKIP, NOT_SURE, WHY, REVIEW, CHANGE, PAUSE, RESUME -> false;
      case RESTART, STOP, SHARE, MORE, YES, NO -> false;
    };
  }

  private static boolean isAnswer(Route route) {
    return route instanceof Route.Ask
        || route instanceof Route.Compare
        || route instanceof Route.Facts;
  }
}
