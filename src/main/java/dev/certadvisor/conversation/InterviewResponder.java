package dev.certadvisor.conversation;

import dev.certadvisor.conversation.Reply.Part;
import dev.certadvisor.decision.Profile;
import dev.certadvisor.decision.Receipt;
import dev.certadvisor.decision.Recommendation;
import dev.certadvisor.decision.Recommender;
import dev.certadvisor.interview.Interviewer;
import dev.certadvisor.interview.Move;
import dev.certadvisor.interview.Position;
import dev.certadvisor.interview.Session;
import dev.certadvisor.interview.Turn;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** Puts moves to the interviewer and gives advice on what it learnt. */
final class InterviewResponder {

  private final Expertise expertise;
  private final Interviewer interviewer;
  private final Recommender recommender;
  private final InterviewComposer interviews;
  private final AdviceComposer advice;
  private final TalkComposer talk;
  private final Supplier<LocalDate> today;
  private final Wording wording;

  /**
   * @param expertise the pack, ready to be asked
   * @param interviewer leads the interview
   * @param recommender makes a recommendation of a profile
   * @param interviews puts questions into words
   * @param advice puts recommendations into words
   * @param talk for when there is nothing to explain
   * @param today the day for which advice holds
   * @param wording the program's own sentences
   */
  InterviewResponder(
      Expertise expertise,
      Interviewer interviewer,
      Recommender recommender,
      InterviewComposer interviews,
      AdviceComposer advice,
      TalkComposer talk,
      Supplier<LocalDate> today,
      Wording wording) {
    this.expertise = expertise;
    this.interviewer = interviewer;
    this.recommender = recommender;
    this.interviews = interviews;
    this.advice = advice;
    this.talk = talk;
    this.today = today;
    this.wording = wording;
  }

  /** After something else was talked about, the open question is put again. */
  Transition backToTheQuestion(Transition transition) {
    Optional<Turn.Prompt> prompt = transition.next().interview().flatMap(interviewer::prompt);
    if (prompt.isEmpty()) {
      return transition;
    }
    List<Part> parts = new ArrayList<>(transition.reply().parts());
    parts.removeIf(part -> part instanceof Part.Buttons);
    parts.add(new Part.Prose(wording.say("interview.back-to")));
    parts.add(interviews.prompt(prompt.get()));
    return transition.withReply(transition.reply().withParts(parts));
  }

  /** The reasons of the last advice. */
  Transition explain(Conversation before) {
    return before
        .interview()
        .map(session ->
            new Transition(
                before,
                advice.reasons(recommender.advise(interviewer.profile(session), today.get()))))
        .orElseGet(() -> new Transition(before, talk.say(Route.Topic.HELP, before)));
  }

  /** An advice that was given before. */
  Transition reopen(Conversation before, Route.Reopen route, Incoming incoming) {
    return switch (route.receipt()) {
      case Receipt.Found.Damaged damaged -> new Transition(before, advice.damagedReceipt());
      case Receipt.Found.Whole whole -> {
        Receipt receipt = whole.receipt();
        LocalDate day = today.get();
        Receipt.Comparison comparison = receipt.compare(expertise.framework(), recommender, day);
        yield isAmongOthers(incoming)
            ? amongOthers(
                before,
                comparison.holding(),
                comparison.now(),
                advice.aside(receipt, comparison, day))
            : new Transition(before, advice.again(receipt, comparison, day));
      }
    };
  }

  private static boolean isAmongOthers(Incoming incoming) {
    return incoming.conversation() instanceof ConversationId.ChannelThread;
  }

  /** What tells of the person comes to them alone. */
  private Transition amongOthers(
      Conversation before, Profile profile, Recommendation given, Reply aside) {
    return new Transition(
        before, advice.amongOthers(profile, given, today.get()), List.of(new Effect.Aside(aside)));
  }

  /**
   * Advice in one go: what the words say is taken as answers, and what is still open stays open.
   * Where an interview waits, the words are part of it.
   */
  Transition advise(Conversation before, Route.Advise route, Incoming incoming, Instant now) {
    if (route.profile().isBlank()) {
      return begun(before, incoming, now);
    }
    boolean keeps = !isAmongOthers(incoming);
    if (keeps && !route.anew() && isOver(before.interview()) && adds(before, route.profile())) {
      return interview(before, new Route.Input.Changed(route.profile()), incoming, now);
    }
    Optional<Session> session = keeps ? continued(before, route) : Optional.empty();
    Turn told = interviewer.take(session, new Move.Tell(route.profile()), now);
    if (session.isPresent() && !route.anew() && !isOver(session)) {
      return turned(before, told);
    }
    if (told instanceof Turn.Asked asked) {
      Recommendation given = recommender.advise(asked.session().profile(), today.get());
      if (given.line().isEmpty() && given.platform().isEmpty()) {
        // Who leans to neither side is asked on; among others, that is only offered.
        return keeps
            ? new Transition(
                before.withInterview(asked.session()),
                advice.tooLittle(asked.before(), asked.prompt(), given))
            : new Transition(before, advice.tooLittleAmongOthers(given));
      }
    }
    Turn finished = interviewer.take(told.toStore(), new Move.Finish(), now);
    if (!(finished instanceof Turn.Advised advised)) {
      return turned(before, told);
    }
    Turn.Advised noted = withNotes(notes(told), advised);
    if (!keeps) {
      Recommendation given = recommender.advise(noted.profile(), today.get());
      return amongOthers(before, noted.profile(), given, advice.aside(noted, given, today.get()));
    }
    return new Transition(before.withInterview(advised.session()), card(noted));
  }

  /** The beginning of an interview for who wants advice and has told nothing yet. */
  private Transition begun(Conversation before, Incoming incoming, Instant now) {
    Transition first =
        interview(before, new Route.Input.Moved(Act.Move.START_INTERVIEW), incoming, now);
    if (before.interview().isPresent() || first.reply().prompt().isEmpty()) {
      return first;
    }
    List<Part> parts = new ArrayList<>();
    parts.add(new Part.Prose(wording.say("interview.tell-me")));
    parts.addAll(first.reply().parts());
    return first.withReply(first.reply().withParts(parts));
  }

  /** Whether words go with what was said before the advice: "oh, and I hate maths". */
  private boolean adds(Conversation before, String text) {
    return before.interview().filter(interviewer::hasAdvice).isPresent()
        && interviewer.isAddition(text);
  }

  /** The interview that words about oneself go on with, if they do. */
  private Optional<Session> continued(Conversation before, Route.Advise route) {
    return switch (interviewer.position(before.interview())) {
      case ASKING, REVISITING, PAUSED, ENDED -> before.interview();
      case SETTLED, COMPLETE -> route.anew() ? Optional.empty() : before.interview();
      case NONE -> Optional.empty();
    };
  }

  private boolean isOver(Optional<Session> session) {
    return interviewer.position(session) == Position.ENDED;
  }

  private static List<Turn.Note> notes(Turn turn) {
    return switch (turn) {
      case Turn.Asked asked -> asked.before();
      case Turn.Advised advised -> advised.before();
      case Turn.Ambiguous other -> List.of();
      case Turn.Unclear other -> List.of();
      case Turn.Explained other -> List.of();
      case Turn.Reviewed other -> List.of();
      case Turn.WhichChange other -> List.of();
      case Turn.Paused other -> List.of();
      case Turn.Stopped other -> List.of();
      case Turn.OutOfPlace other -> List.of();
    };
  }

  /** A button of a question as it was put; one of an earlier question does nothing. */
  Transition answered(Conversation before, Act.Answer answer, Incoming incoming, Instant now) {
    boolean open =
        before
            .interview()
            .flatMap(interviewer::openQuestion)
            .filter(question -> question.id().equals(answer.choice().question()))
            .isPresent();
    if (open) {
      Route.Input picked = new Route.Input.Picked(new Act.Choose(answer.choice()));
      return interview(before, picked, incoming, now);
    }
    Position position = interviewer.position(before.interview());
    return new Transition(
        before,
        interviews.outdated(position),
        List.of(
            new Effect.Retire(Effect.Which.OF_A_QUESTION, interviews.whyOutdated(position), true)));
  }

  /** Puts something to the interview. */
  Transition interview(Conversation before, Route.Input input, Incoming incoming, Instant now) {
    if (isAmongOthers(incoming)) {
      return new Transition(before, interviews.inPrivate());
    }
    Turn turn = interviewer.take(before.interview(), move(input), now);
    boolean asksForReasons =
        turn instanceof Turn.OutOfPlace
            && input instanceof Route.Input.Moved moved
            && moved.move() == Act.Move.WHY
            && before.interview().filter(interviewer::hasAdvice).isPresent();
    if (asksForReasons) {
      return explain(before);
    }
    return turned(before, adviceAgain(before, input, turn, now));
  }

  /**
   * Who changes an answer after the advice wants to see what that does to it, not another question.
   */
  private Turn adviceAgain(Conversation before, Route.Input input, Turn turn, Instant now) {
    boolean changes = input instanceof Route.Input.Picked || input instanceof Route.Input.Changed;
    boolean opensAgain =
        turn.toStore().filter(session -> session.revisiting().isPresent()).isPresent();
    boolean answered = turn instanceof Turn.Asked || turn instanceof Turn.Advised;
    if (!isOver(before.interview()) || !changes || !answered || opensAgain) {
      return turn;
    }
    Turn again = interviewer.take(turn.toStore(), new Move.Finish(), now);
    return again instanceof Turn.Advised advice ? withNotes(notes(turn), advice) : again;
  }

  private static Turn.Advised withNotes(List<Turn.Note> before, Turn.Advised turn) {
    return new Turn.Advised(
        Stream.concat(before.stream(), turn.before().stream()).distinct().toList(),
        turn.profile(),
        turn.answered(),
        turn.of(),
        turn.open(),
        turn.mayChangeSitting(),
        turn.session());
  }

  private static Move move(Route.Input input) {
    return switch (input) {
      case Route.Input.Picked picked -> new Move.Pick(picked.act().choice());
      case Route.Input.Revised revised -> new Move.Change(revised.act().question());
      case Route.Input.Worded worded -> new Move.Tell(worded.text());
      case Route.Input.Changed changed -> new Move.ChangeInWords(changed.text());
      case Route.Input.Moved moved ->
          switch (moved.move()) {
            case START_INTERVIEW -> new Move.Start();
            case BACK -> new Move.Back();
            case SKIP -> new Move.Skip();
            case WHY -> new Move.Why();
            case REVIEW -> new Move.Review();
            case CARRY_ON -> new Move.CarryOn();
            case PAUSE -> new Move.Pause();
            case RESUME -> new Move.Resume();
            case RESTART -> new Move.Restart();
            case STOP -> new Move.Stop();
            case FINISH -> new Move.Finish();
            case SHARE,
                SHARE_ADVICE,
                SHARE_ANSWER,
                ASK_A_PERSON,
                FORGET_ME,
                CONFIRM_FORGET_ME,
                KEEP,
                EXPORT,
                HELP ->
                throw new IllegalArgumentException(moved.move() + " is no move of an interview");
          };
    };
  }

  private Transition turned(Conversation before, Turn turn) {
    Reply reply =
        switch (turn) {
          case Turn.Asked asked -> interviews.asked(asked);
          case Turn.Ambiguous ambiguous -> interviews.ambiguous(ambiguous);
          case Turn.Unclear unclear -> interviews.unclear(unclear);
          case Turn.Explained explained -> interviews.explained(explained);
          case Turn.Reviewed reviewed -> interviews.reviewed(reviewed);
          case Turn.WhichChange which -> interviews.whichChange(which);
          case Turn.Advised advised -> card(advised);
          case Turn.Paused paused -> interviews.paused();
          case Turn.Stopped stopped -> interviews.stopped();
          case Turn.OutOfPlace out -> interviews.outOfPlace(out.position());
        };
    return new Transition(turn.toStore().map(before::withInterview).orElse(before), reply);
  }

  private Reply card(Turn.Advised advised) {
    Recommendation recommendation = recommender.advise(advised.profile(), today.get());
    return advice.card(advised, recommendation, today.get());
  }
}
