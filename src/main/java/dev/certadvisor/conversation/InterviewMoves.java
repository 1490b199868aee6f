package dev.certadvisor.conversation;

import dev.certadvisor.intent.Intent;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** Which moves of an interview words and buttons stand for. */
final class InterviewMoves {

  private InterviewMoves() {}

  /** Where a move leads. */
  static Route route(Act.Move move) {
    return switch (move) {
      case START_INTERVIEW,
          BACK,
          SKIP,
          WHY,
          REVIEW,
          CARRY_ON,
          PAUSE,
          RESUME,
          RESTART,
          STOP,
          FINISH ->
          new Route.Interview(new Route.Input.Moved(move));
      case SHARE -> new Route.Share(Route.Shared.UNDECIDED);
      case SHARE_ADVICE -> new Route.Share(Route.Shared.ADVICE);
      case SHARE_ANSWER -> new Route.Share(Route.Shared.ANSWER);
      case ASK_A_PERSON -> new Route.Say(Route.Topic.HUMAN);
      case FORGET_ME -> new Route.Say(Route.Topic.ASK_FORGET);
      case CONFIRM_FORGET_ME -> new Route.Say(Route.Topic.FORGOTTEN);
      case KEEP -> new Route.Say(Route.Topic.KEPT);
      case EXPORT -> new Route.Say(Route.Topic.EXPORT);
      case HELP -> new Route.Say(Route.Topic.HELP);
    };
  }

  /** The move that an intent asks for, if it asks for one. */
  static Optional<Act.Move> of(Intent intent) {
    return switch (intent) {
      case BACK -> Optional.of(Act.Move.BACK);
      case SKIP, NOT_SURE -> Optional.of(Act.Move.SKIP);
      case WHY -> Optional.of(Act.Move.WHY);
      case REVIEW -> Optional.of(Act.Move.REVIEW);
      case PAUSE -> Optional.of(Act.Move.PAUSE);
      case RESUME -> Optional.of(Act.Move.RESUME);
      case RESTART -> Optional.of(Act.Move.RESTART);
      case STOP -> Optional.of(Act.Move.STOP);
      case ASK, COMPARE, FACT, RECOMMEND, INTERVIEW, HELP, GREET, THANKS, FAREWELL, IDENTITY ->
          Optional.empty();
      case FORGET_ME, EXPORT, CHANGE, SHARE, MORE, HUMAN, YES, NO, OOS -> Optional.empty();
    };
  }

  /** The move that is typed by its name, as surfaces without buttons offer it: "carry on". */
  static Optional<Act.Move> typed(String text) {
    String name = text.strip().toUpperCase(Locale.ROOT).replace(' ', '_');
    return Arrays.stream(Act.Move.values()).filter(move -> move.name().equals(name)).findFirst();
  }
}
