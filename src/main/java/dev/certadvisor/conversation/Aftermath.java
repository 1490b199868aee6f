package dev.certadvisor.conversation;

import dev.certadvisor.decision.ChoiceOption;
import dev.certadvisor.decision.Framework;
import dev.certadvisor.interview.Interviewer;
import dev.certadvisor.interview.Position;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** What follows from a message besides its reply: buttons that go, a home page that changes. */
final class Aftermath {

  private final Framework framework;
  private final Interviewer interviewer;
  private final HomeComposer home;
  private final Supplier<LocalDate> today;
  private final Wording wording;

  Aftermath(
      Framework framework,
      Interviewer interviewer,
      HomeComposer home,
      Supplier<LocalDate> today,
      Wording wording) {
    this.framework = framework;
    this.interviewer = interviewer;
    this.home = home;
    this.today = today;
    this.wording = wording;
  }

  /** The transition with all that follows from it. */
  Transition of(Conversation before, Incoming incoming, Transition transition) {
    List<Effect> effects = new ArrayList<>(transition.effects());
    boolean settled = effects.stream().anyMatch(Effect.Retire.class::isInstance);
    if (!settled && incoming instanceof Incoming.Chose chose) {
      pressed(chose.act())
          .map(words -> new Effect.Retire(Effect.Which.OF_A_QUESTION, words, false))
          .ifPresent(effects::add);
    }
    if (changesHome(before, incoming, transition.next())) {
      effects.add(new Effect.HomeChanged(home.page(transition.next(), today.get())));
    }
    return new Transition(transition.next(), transition.reply(), effects);
  }

  private boolean changesHome(Conversation before, Incoming incoming, Conversation after) {
    Position then = interviewer.position(before.interview());
    return incoming.conversation() instanceof ConversationId.Private
        && then != interviewer.position(after.interview());
  }

  /** What to write where the buttons of a question stood. */
  private Optional<String> pressed(Act act) {
    return switch (act) {
      case Act.Answer answer ->
          Optional.of(
              wording.say(
                  "interview.chosen",
                  framework
                      .option(answer.choice())
                      .map(ChoiceOption::label)
                      .orElse(answer.choice().choice().value())));
      case Act.Do move -> label(move.move()).map(name -> wording.say("interview.pressed", name));
      case Act.Change change -> Optional.of(wording.say("interview.changing"));
      case Act.Say say -> Optional.empty();
      case Act.Choose choose -> Optional.empty();
      case Act.Read read -> Optional.empty();
      case Act.Rate rate -> Optional.empty();
      case Act.ShareAnswer share -> Optional.empty();
      case Act.ShareAdvice share -> Optional.empty();
      case Act.AskPerson ask -> Optional.empty();
      case Act.SetChannel set -> Optional.empty();
      case Act.SetPeople set -> Optional.empty();
      case Act.Submit submit -> Optional.empty();
    };
  }

  private Optional<String> label(Act.Move move) {
    return switch (move) {
      case BACK -> Optional.of(wording.say("button.back"));
      case SKIP -> Optional.of(wording.say("button.skip"));
      case WHY -> Optional.of(wording.say("button.why"));
      case REVIEW -> Optional.of(wording.say("button.review"));
      case PAUSE -> Optional.of(wording.say("button.pause"));
      case STOP -> Optional.of(wording.say("button.stop"));
      case FINISH -> Optional.of(wording.say("button.finish"));
      case RESTART -> Optional.of(wording.say("button.restart"));
      case START_INTERVIEW,
          CARRY_ON,
          RESUME,
          SHARE,
          SHARE_ADVICE,
          SHARE_ANSWER,
          ASK_A_PERSON,
          FORGET_ME,
          CONFIRM_FORGET_ME,
          KEEP,
          EXPORT,
          HELP ->
          Optional.empty();
    };
  }
}
