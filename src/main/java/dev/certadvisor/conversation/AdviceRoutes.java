package dev.certadvisor.conversation;

import dev.certadvisor.catalogue.CredentialId;
import dev.certadvisor.decision.ProfileReader;
import dev.certadvisor.decision.ProfileReader.Understood;
import dev.certadvisor.intent.Intent;
import dev.certadvisor.intent.Reading;
import dev.certadvisor.interview.Interviewer;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** Makes the routes to advice, of what people say about themselves and what they wish for. */
final class AdviceRoutes {

  private static final Pattern HAS_DIGIT = Pattern.compile("\\d");

  private static final Pattern SEEKS =
      Pattern.compile(
          "\\b(?:which|what|whats|what's)\\b.{0,60}\\b(?:take|takes|choose|pick|get|sit|go for|better|best|right|fits?|suits?)\\b",
          Pattern.CASE_INSENSITIVE);

  private final ProfileReader profileReader;
  private final Interviewer interviewer;
  private final QuestionRoutes questions;
  private final Tellings tellings;

  /**
   * @param profileReader reads what people say about themselves
   * @param interviewer tells whether there is advice already
   * @param questions makes the routes for what may yet be a question
   */
  AdviceRoutes(ProfileReader profileReader, Interviewer interviewer, QuestionRoutes questions) {
    this.profileReader = profileReader;
    this.interviewer = interviewer;
    this.questions = questions;
    tellings = new Tellings(profileReader);
  }

  /** Where words about a person go; empty where they are about something else. */
  Optional<Route> told(Conversation before, String text, Reading reading, Instant now) {
    Route advice = advise(text, reading);
    Route.Ask ask = questions.ask(before, text, reading, now);
    boolean maybeAsks =
        MeaningRouter.QUESTIONS.contains(reading.intent())
            || reading.confidence() < MeaningRouter.SURE;
    boolean asks = maybeAsks && QuestionForm.isAnywhereIn(text);
    Tellings.Telling telling = tellings.of(text, reading);
    if (telling != Tellings.Telling.NO && correctsAdvice(before, text)) {
      return Optional.of(new Route.Interview(new Route.Input.Changed(text)));
    }
    return switch (telling) {
      case PLAINLY -> Optional.of(advice);
      case PERHAPS -> {
        // "how do i train a model in sagemaker": that there is no answer makes it no wish
        boolean wishes =
            profileReader.read(text).manner().seeking()
                || (reading.intent() == Intent.RECOMMEND && !QuestionForm.isWhole(text));
        yield Optional.of(
            asks && !wishes
                ? new Route.AskOr(ask, true, new Route.Unknown(ask.query()))
                : asks || isTerse(text, reading) ? new Route.AskOr(ask, true, advice) : advice);
      }
      case BARELY ->
          Optional.of(
              reading.intent() == Intent.OOS
                  ? new Route.Unknown(ask.query())
                  : new Route.AskOr(ask, true, advice));
      case ASKING ->
          reading.intent() == Intent.ASK
                  && reading.outside().isEmpty()
                  && reading.attributes().isEmpty()
                  && !questions.comparesSides(reading)
              ? Optional.of(
                  new Route.AskOr(
                      ask,
                      false,
                      QuestionForm.isWhole(text) ? new Route.Unknown(ask.query()) : advice))
              : Optional.empty();
      case NO -> Optional.empty();
    };
  }

  /** One thing about themself, said after an advice, corrects that: "we are moving to aws". */
  private boolean correctsAdvice(Conversation before, String text) {
    Understood understood = profileReader.read(text);
    return before.interview().filter(interviewer::hasAdvice).isPresent()
        && understood.isSelfDescription()
        && understood.statements() == 1
        && !QuestionForm.isAnywhereIn(text);
  }

  /** "jobs open to me with azure": few words of which it is not sure that they wish for advice. */
  private static boolean isTerse(String text, Reading reading) {
    return QuestionForm.isShort(text)
        && !QuestionForm.beginsInFirstPerson(text)
        && (MeaningRouter.QUESTIONS.contains(reading.intent())
            || !QuestionForm.isInFirstPerson(text));
  }

  /** To advice on these words and on what was said before. */
  Route.Advise advise(String text, Reading reading) {
    return new Route.Advise(text, false, named(text, reading));
  }

  /** To advice on what stands behind a command. Codes of credentials tell nothing of a person. */
  Route.Advise commanded(String text, Reading reading) {
    List<CredentialId> named = named(text, reading);
    String profile = text;
    for (CredentialId credential : named) {
      String code = credential.code().replace("-", "[-_ ]?");
      profile = profile.replaceAll("(?i)\\b" + code + "\\b", " ").strip();
    }
    return new Route.Advise(profile, true, named);
  }

  /** "ml engineer" is a job and a nickname of a credential; "MLA-C02" is only the latter. */
  private static List<CredentialId> named(String text, Reading reading) {
    return HAS_DIGIT.matcher(text).find() ? QuestionRoutes.credentials(reading) : List.of();
  }

  /** Whether it asks what a person who is described should take: "which exam for a developer". */
  boolean isSoughtForSomebody(String text, Reading reading) {
    return SEEKS.matcher(text).find()
        && reading.outside().isEmpty()
        && reading.credentials().isEmpty()
        && reading.attributes().isEmpty()
        && profileReader.read(text).manner().personal();
  }

  /** Whether words say anything about a person. */
  boolean tellsSomething(String text) {
    return !profileReader.read(text).items().isEmpty();
  }

  /** Where words go that wish for advice. */
  Route wished(Conversation before, String text, Reading reading, Instant now) {
    return orAsk(before, text, reading, now, advice(before, text, reading));
  }

  /**
   * Who asks for advice and tells nothing means the one there is, if there is one; if there is
   * none, it has to be certain that advice on a certification is meant.
   */
  private Route advice(Conversation before, String text, Reading reading) {
    boolean meant =
        reading.confidence() >= MeaningRouter.SURE || QuestionForm.isInFirstPerson(text);
    if (meant && tellsSomething(text)) {
      return advise(text, reading);
    }
    if (before.interview().filter(interviewer::hasAdvice).isPresent()) {
      return new Route.Interview(new Route.Input.Moved(Act.Move.FINISH));
    }
    boolean aboutThemself = QuestionForm.isInFirstPerson(text) && !QuestionForm.isAnywhereIn(text);
    return reading.confidence() >= (aboutThemself ? MeaningRouter.SURE : MeaningRouter.CERTAIN)
        ? advise(text, reading)
        : new Route.Unknown(QuestionRoutes.query(text, reading, List.of()));
  }

  /** A question that was taken for a wish: "i like bots, does azure suit me". */
  Route orAsk(Conversation before, String text, Reading reading, Instant now, Route wish) {
    Understood understood = profileReader.read(text);
    if (!reading.outside().isEmpty() && !understood.isSelfDescription()) {
      return new Route.Unknown(QuestionRoutes.query(text, reading, List.of()));
    }
    boolean tells = understood.isSelfDescription();
    boolean several = understood.statements() > 1 && understood.items().size() > 1;
    if (several
        && reading.confidence() >= MeaningRouter.CERTAIN
        && !QuestionForm.isAnywhereIn(text)) {
      return wish;
    }
    boolean asks = understood.manner().asking() && !understood.manner().seeking() && !several;
    boolean sure = reading.confidence() >= MeaningRouter.SURE || tells;
    boolean advised = before.interview().filter(interviewer::hasAdvice).isPresent();
    boolean nobody = !tells || (isTerse(text, reading) && !several);
    boolean impersonal = nobody && !advised && !QuestionForm.isInFirstPerson(text);
    boolean unsure = !advised && reading.confidence() < MeaningRouter.SURE;
    if (!QuestionForm.isAnywhereIn(text) && !asks && !unsure && !impersonal) {
      return wish;
    }
    Route.Ask ask = questions.ask(before, text, reading, now);
    boolean asksOnly = QuestionForm.isWhole(text) && !understood.manner().seeking();
    return new Route.AskOr(
        ask,
        sure,
        asksOnly && wish instanceof Route.Advise ? new Route.Unknown(ask.query()) : wish);
  }
}
