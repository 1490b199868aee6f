package dev.certadvisor.interview;

import dev.certadvisor.decision.Answer;
import dev.certadvisor.decision.Choice;
import dev.certadvisor.decision.ChoiceOption;
import dev.certadvisor.decision.Framework;
import dev.certadvisor.decision.NextQuestion;
import dev.certadvisor.decision.Profile;
import dev.certadvisor.decision.Question;
import dev.certadvisor.interview.Session.Phase;
import dev.certadvisor.interview.Session.Step;
import dev.certadvisor.interview.Turn.Given;
import dev.certadvisor.interview.Turn.Note;
import dev.certadvisor.interview.Turn.Prompt;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Works out from a session where the interview stands and what comes next. */
final class Course {

  private final Framework framework;
  private final String edition;
  private final NextQuestion nextQuestion;

  Course(Framework framework) {
    this.framework = framework;
    edition = framework.edition();
    nextQuestion = new NextQuestion(framework);
  }

  Framework framework() {
    return framework;
  }

  /** A session in which nothing has been said. */
  Session begun(Instant now) {
    return Session.begun(edition, now);
  }

  Position position(Session session) {
    return switch (session.phase()) {
      case PAUSED -> Position.PAUSED;
      case ENDED -> Position.ENDED;
      case OPEN -> openPosition(session);
    };
  }

  private Position openPosition(Session session) {
    if (session.revisiting().isPresent()) {
      return Position.REVISITING;
    }
    Profile profile = session.profile();
    if (framework.open(profile).isEmpty()) {
      return Position.COMPLETE;
    }
    return !session.toTheEnd() && nextQuestion.isSettled(profile)
        ? Position.SETTLED
        : Position.ASKING;
  }

  /** The question that waits for an answer. */
  Optional<Question> openQuestion(Session session) {
    return switch (position(session)) {
      case REVISITING -> session.revisiting().flatMap(framework::question);
      case ASKING -> nextQuestion.mostInformative(session.profile());
      case NONE, SETTLED, COMPLETE, PAUSED, ENDED -> Optional.empty();
    };
  }

  /** The open question, ready to be put. */
  Optional<Prompt> prompt(Session session) {
    return openQuestion(session).map(question -> prompt(session, question));
  }

  private Prompt prompt(Session session, Question question) {
    List<Choice> others =
        session.choices().stream()
            .filter(choice -> !choice.question().equals(question.id()))
            .toList();
    Profile without = new Profile(others);
    int toCome =
        session.toTheEnd()
            ? framework.open(without).size()
            : Math.max(1, nextQuestion.atMost(without));
    Optional<ChoiceOption> current =
        session.profile().answer(question.id()).flatMap(question::choice);
    return new Prompt(question, others.size() + 1, others.size() + toCome, current);
  }

  /** Puts the next question, or gives the advice where none is to be put. */
  Turn onward(List<Note> before, Session session) {
    return prompt(session)
        .<Turn>map(prompt -> new Turn.Asked(before, prompt, session))
        .orElseGet(() -> advised(before, session));
  }

  /** Gives the advice with what is known. */
  Turn.Advised advised(List<Note> before, Session session) {
    Profile profile = session.profile();
    return new Turn.Advised(
        before,
        profile,
        profile.choices().size(),
        framework.questions().size(),
        framework.open(profile),
        nextQuestion.canChangeCorner(profile),
        session);
  }

  /** The answers that count, with their questions. */
  List<Given> given(Session session) {
    return session.choices().stream()
        .flatMap(choice ->
            framework
                .question(choice.question())
                .flatMap(question ->
                    question.choice(choice.choice()).map(option -> new Given(question, option)))
                .stream())
        .toList();
  }

  /** How much each open question would tell, most first. */
  List<NextQuestion.Gain> gains(Session session) {
    return nextQuestion.gains(session.profile());
  }

  /** What each choice of a question would do. */
  List<NextQuestion.Effect> effects(Session session, Question question) {
    return nextQuestion.effects(session.profile(), question);
  }

  /** A session in this framework, without the answers that mean something else now. */
  Renewed renewed(Session session) {
    if (session.framework().equals(edition)) {
      return new Renewed(session, List.of());
    }
    List<Step> holding = new ArrayList<>();
    List<Answer> voided = new ArrayList<>();
    for (Step step : session.steps()) {
      List<Answer> kept =
          step.answers().stream().filter(answer -> answer.holdsIn(framework)).toList();
      step.answers().stream().filter(answer -> !kept.contains(answer)).forEach(voided::add);
      if (!kept.isEmpty()) {
        holding.add(new Step(kept));
      }
    }
    Session renewed = session.renewed(edition, holding);
    boolean asksForUnknown =
        session.revisiting().filter(id -> framework.question(id).isEmpty()).isPresent();
    return new Renewed(
        asksForUnknown && session.phase() == Phase.OPEN ? renewed.revisitingNothing() : renewed,
        voided);
  }

  /**
   * A session brought into the framework.
   *
   * @param session the session
   * @param voided the answers that were dropped
   */
  record Renewed(Session session, List<Answer> voided) {

    Renewed {
      voided = List.copyOf(voided);
    }

    /** What has to be told of it. */
    List<Note> notes() {
      return voided.isEmpty() ? List.of() : List.of(new Note.Voided(voided));
    }
  }
}
