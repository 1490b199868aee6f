package dev.certadvisor.conversation;

import dev.certadvisor.catalogue.Attribute;
import dev.certadvisor.decision.ProfileReader;
import dev.certadvisor.decision.ProfileReader.Understood;
import dev.certadvisor.intent.Intent;
import dev.certadvisor.intent.MessageReader;
import dev.certadvisor.intent.Reading;
import dev.certadvisor.interview.Interviewer;
import dev.certadvisor.knowledge.Query;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Where words go by what they ask for, once no command and no interview has claimed them. */
final class MeaningRouter {

  static final double SURE = 0.5;

  /** Of what could be done with an interview, where there is none, less than this is doubtful. */
  private static final double CERTAIN = 0.8;

  /** An intent less probable than this is none; the guide is asked. */
  private static final double GUESS = 0.2;

  /** A question of no more words may look like a profile. */
  private static final int TERSE = 6;

  /** What the guide leaves to the catalogue. */
  private static final Set<String> ONLY_CATALOGUE =
      Stream.of(
              Attribute.STATUS,
              Attribute.SUCCESSOR,
              Attribute.PRICE,
              Attribute.MINUTES,
              Attribute.PASS_MARK,
              Attribute.LANGUAGES,
              Attribute.VALIDITY)
          .map(Attribute::key)
          .collect(Collectors.toUnmodifiableSet());

  private static final Set<Intent> QUESTIONS = Set.of(Intent.ASK, Intent.COMPARE, Intent.FACT);

  /** Nothing in it says what of. */
  private static final Pattern WHY_ALONE =
      Pattern.compile(
          "(?:but |and )?(?:why|how come)(?: (?:so|that|is that|not))?[\\s?!.]*",
          Pattern.CASE_INSENSITIVE);

  private final MessageReader reader;
  private final Subjects subjects;
  private final Interviewer interviewer;
  private final ProfileReader profileReader;
  private final Tellings tellings;
  private final QuestionRoutes questions;
  private final FollowUps followUps;

  /**
   * @param reader reads messages
   * @param subjects what the guide compares
   * @param interviewer tells a person's words about themself
   * @param profileReader the same, and by how much
   */
  MeaningRouter(
      MessageReader reader,
      Subjects subjects,
      Interviewer interviewer,
      ProfileReader profileReader) {
    this.reader = reader;
    this.subjects = subjects;
    this.interviewer = interviewer;
    this.profileReader = profileReader;
    tellings = new Tellings(profileReader);
    questions = new QuestionRoutes(subjects);
    followUps = new FollowUps(subjects, questions);
  }

  /** Where words go that no command and no interview has claimed. */
  Routed meant(Conversation before, String text, Instant now) {
    Reading reading = reader.read(text);
    return Routed.to(byIntent(before, text, reading, now), reading);
  }

  /** Where what is said to be a question goes. */
  Routed asked(Conversation before, String text, Instant now) {
    Reading reading = reader.read(text);
    Route route =
        switch (reading.intent()) {
          case COMPARE, FACT -> byIntent(before, text, reading, now);
          default -> questions.ask(before, text, reading, now);
        };
    return Routed.to(route, reading);
  }

  /** Where what is said to be a comparison goes. */
  Routed compared(String text) {
    Reading reading = reader.read(text.isEmpty() ? "compare" : text);
    return Routed.to(questions.compare(text, reading), reading);
  }

  /** Where what is said to be a matter of fact goes; none names all credentials. */
  Routed facts(Conversation before, String text, Instant now) {
    if (text.isEmpty()) {
      return Routed.to(new Route.Facts(Query.of(""), List.of(), List.of()));
    }
    Reading reading = reader.read(text);
    return Routed.to(questions.facts(before, text, reading, now), reading);
  }

  /** Where words about a person go; empty where they are about something else. */
  private Optional<Route> told(Conversation before, String text, Reading reading, Instant now) {
    Route advice = new Route.Advise(text, false);
    Route.Ask ask = questions.ask(before, text, reading, now);
    boolean maybeAsks = QUESTIONS.contains(reading.intent()) || reading.confidence() < SURE;
    boolean asks = maybeAsks && QuestionForm.isAnywhereIn(text);
    return switch (tellings.of(text, reading)) {
      case PLAINLY -> Optional.of(advice);
      case PERHAPS ->
          Optional.of(asks || isTerse(text, reading) ? new Route.AskOr(ask, true, advice) : advice);
      case BARELY ->
          Optional.of(
              reading.intent() == Intent.OOS
                  ? new Route.Unknown(ask.query())
                  : new Route.AskOr(ask, true, advice));
      case ASKING ->
          reading.intent() == Intent.ASK
                  && reading.outside().isEmpty()
                  && reading.attributes().isEmpty()
                  && !comparesSides(reading)
              ? Optional.of(new Route.AskOr(ask, false, advice))
              : Optional.empty();
      case NO -> Optional.empty();
    };
  }

  /** "jobs open to me with azure": few words of which it is not sure that they wish for advice. */
  private static boolean isTerse(String text, Reading reading) {
    return QUESTIONS.contains(reading.intent())
        && !QuestionForm.beginsInFirstPerson(text)
        && text.strip().split("\\s+", TERSE + 1).length <= TERSE;
  }

  /** Whether words say anything about a person, and name nothing that is out of scope. */
  boolean tellsOfAPerson(String text) {
    return tellsSomething(text) && reader.read(text).outside().isEmpty();
  }

  private boolean tellsSomething(String text) {
    return !profileReader.read(text).items().isEmpty();
  }

  /** Where words go by what they ask for. */
  Route byIntent(Conversation before, String text, Reading reading, Instant now) {
    Optional<Route> told = told(before, text, reading, now);
    if (told.isPresent()) {
      return told.get();
    }
    if (!reading.outside().isEmpty() && QUESTIONS.contains(reading.intent())) {
      return reading.credentials().isEmpty()
          ? new Route.Unknown(QuestionRoutes.query(text, reading, List.of()))
          : questions.ask(before, text, reading, now);
    }
    Optional<Route> followUp = followUps.find(before, reading, now);
    if (followUp.isPresent()) {
      return followUp.get();
    }
    if (reading.isAmbiguous() && reading.confidence() < SURE) {
      List<Intent> meant =
          Stream.concat(
                  Stream.of(reading.intent()),
                  reading.runnersUp().stream().map(Reading.Candidate::intent))
              .limit(2)
              .toList();
      if (meant.stream().noneMatch(QUESTIONS::contains) && !meant.contains(Intent.OOS)) {
        return new Route.AskOr(
            questions.ask(before, text, reading, now), true, new Route.DidYouMean(text, meant));
      }
    }
    if (reading.intent() == Intent.COMPARE
        && reading.credentials().isEmpty()
        && comparesSides(reading)) {
      return questions.compare(text, reading);
    }
    if (QUESTIONS.contains(reading.intent()) && goesOnWithFacts(before, reading, now)) {
      return questions.facts(before, text, reading, now);
    }
    if (QUESTIONS.contains(reading.intent()) && isOfFact(reading)) {
      Route.Facts facts = questions.facts(before, text, reading, now);
      return reading.intent() == Intent.ASK && reading.credentials().isEmpty()
          ? new Route.AskOr(questions.ask(before, text, reading, now), true, facts)
          : facts;
    }
    if (reading.confidence() < GUESS && InterviewMoves.of(reading.intent()).isEmpty()) {
      return questions.ask(before, text, reading, now);
    }
    Route route = confident(before, text, reading, now);
    if (!isDoubtful(before, reading)) {
      return route;
    }
    boolean nothingToMove =
        before.interview().isEmpty()
            && InterviewMoves.of(reading.intent()).isPresent()
            && reading.confidence() < SURE;
    Route.Ask ask = questions.ask(before, text, reading, now);
    return new Route.AskOr(ask, true, nothingToMove ? new Route.Unknown(ask.query()) : route);
  }

  /** Whether words that seem to want something else than an answer may yet be a question. */
  private static boolean isDoubtful(Conversation before, Reading reading) {
    return switch (reading.intent()) {
      case ASK, COMPARE, FACT, OOS, RECOMMEND, INTERVIEW, MORE, WHY -> false;
      case BACK, SKIP, NOT_SURE, REVIEW, CHANGE, PAUSE, RESUME, RESTART, STOP ->
          reading.confidence() < (before.interview().isEmpty() ? CERTAIN : SURE);
      case HELP, GREET, THANKS, FAREWELL, IDENTITY, FORGET_ME, EXPORT, HUMAN, SHARE, YES, NO ->
          reading.confidence() < SURE;
    };
  }

  /** Where the intent leads if it was read rightly. */
  private Route confident(Conversation before, String text, Reading reading, Instant now) {
    return switch (reading.intent()) {
      case ASK ->
          comparesSides(reading)
              ? questions.compare(text, reading)
              : questions.ask(before, text, reading, now);
      case COMPARE ->
          isOfOneSide(reading)
              ? questions.ask(before, text, reading, now)
              : questions.compare(text, reading);
      case FACT -> fact(before, text, reading, now);
      case RECOMMEND -> orAsk(before, text, reading, now, advice(before, text, reading));
      case INTERVIEW -> {
        Route start = new Route.Interview(new Route.Input.Moved(Act.Move.START_INTERVIEW));
        yield reading.confidence() >= CERTAIN ? start : orAsk(before, text, reading, now, start);
      }
      case HELP -> new Route.Say(Route.Topic.HELP);
      case GREET -> new Route.Say(Route.Topic.GREETING);
      case THANKS -> new Route.Say(Route.Topic.THANKS);
      case FAREWELL -> new Route.Say(Route.Topic.FAREWELL);
      case IDENTITY -> new Route.Say(Route.Topic.IDENTITY);
      case FORGET_ME -> new Route.Say(Route.Topic.ASK_FORGET);
      case EXPORT -> new Route.Say(Route.Topic.EXPORT);
      case HUMAN -> new Route.Say(Route.Topic.HUMAN);
      case SHARE -> new Route.Share(Route.Shared.UNDECIDED);
      case MORE -> new Route.More();
      case WHY -> why(before, text, reading, now);
      case CHANGE -> new Route.Interview(new Route.Input.Changed(text));
      case BACK, SKIP, NOT_SURE, REVIEW, PAUSE, RESUME, RESTART, STOP ->
          InterviewMoves.of(reading.intent())
              .<Route>map(move -> new Route.Interview(new Route.Input.Moved(move)))
              .orElseThrow();
      case YES, NO -> new Route.Say(Route.Topic.ACKNOWLEDGED);
      case OOS ->
          reading.credentials().isEmpty() || reading.attributes().isEmpty()
              ? new Route.Unknown(QuestionRoutes.query(text, reading, List.of()))
              : questions.facts(before, text, reading, now);
    };
  }

  /**
   * Whether only the catalogue can tell: something that the guide never says was asked of a
   * credential, or of a credential that the guide does not describe.
   */
  private boolean isOfFact(Reading reading) {
    boolean named =
        !reading.credentials().isEmpty() || !reading.subjects().isEmpty() || reading.both();
    boolean elsewhere =
        !reading.credentials().isEmpty()
            && QuestionRoutes.credentials(reading).stream()
                .allMatch(id -> subjects.of(id).isEmpty());
    boolean likely =
        !reading.credentials().isEmpty()
            && !reading.attributes().isEmpty()
            && reading.confidence() < SURE;
    return elsewhere
        || likely
        || (named
            && reading.confidence() >= GUESS
            && reading.attributes().stream().anyMatch(ONLY_CATALOGUE::contains));
  }

  /** "how much is it", after another fact of one credential. */
  private boolean goesOnWithFacts(Conversation before, Reading reading, Instant now) {
    return questions.subjectsOf(reading).isEmpty()
        && reading.credentials().isEmpty()
        && reading.attributes().stream().anyMatch(ONLY_CATALOGUE::contains)
        && before
            .recentFocus(now)
            .filter(focus -> focus.subjects().size() == 1 && !focus.attributes().isEmpty())
            .isPresent();
  }

  /** Whether a question is put about more subjects than one, or about which of them. */
  private boolean comparesSides(Reading reading) {
    return questions.subjectsOf(reading).size() > 1
        && (reading.comparative() || !reading.subjects().isEmpty());
  }

  /** Whether one subject is named and nothing is said to compare it with. */
  private boolean isOfOneSide(Reading reading) {
    return !reading.both() && !reading.comparative() && questions.subjectsOf(reading).size() == 1;
  }

  /** Whether it says of what a fact is wanted, and which; the rest may be said before. */
  private static boolean namesAFact(Conversation before, Reading reading, Instant now) {
    boolean named =
        !reading.credentials().isEmpty()
            || !reading.subjects().isEmpty()
            || reading.both()
            || before.recentFocus(now).filter(focus -> !focus.subjects().isEmpty()).isPresent();
    return named || (!reading.attributes().isEmpty() && reading.confidence() >= SURE);
  }

  /** A fact; where nothing is named that has it, the guide may say what holds for all. */
  private Route fact(Conversation before, String text, Reading reading, Instant now) {
    Route.Ask ask = questions.ask(before, text, reading, now);
    if (!namesAFact(before, reading, now)) {
      return ask;
    }
    Route.Facts facts = questions.facts(before, text, reading, now);
    return facts.credentials().isEmpty() ? new Route.AskOr(ask, true, facts) : facts;
  }

  private Route why(Conversation before, String text, Reading reading, Instant now) {
    if (before.interview().filter(interviewer::hasAdvice).isPresent()) {
      return new Route.Explain();
    }
    return before
        .recentFocus(now)
        .<Route>map(focus ->
            new Route.Why(new Query("why " + focus.question(), focus.subjects(), List.of())))
        .orElseGet(() ->
            WHY_ALONE.matcher(text.strip()).matches()
                ? new Route.More()
                : questions.ask(before, text, reading, now));
  }

  /**
   * Who asks for advice and tells nothing means the one there is, if there is one; if there is
   * none, it has to be certain that advice on a certification is meant.
   */
  private Route advice(Conversation before, String text, Reading reading) {
    boolean meant = reading.confidence() >= SURE || QuestionForm.isInFirstPerson(text);
    if (meant && tellsSomething(text)) {
      return new Route.Advise(text, false);
    }
    if (before.interview().filter(interviewer::hasAdvice).isPresent()) {
      return new Route.Interview(new Route.Input.Moved(Act.Move.FINISH));
    }
    boolean aboutThemself = QuestionForm.isInFirstPerson(text) && !QuestionForm.isAnywhereIn(text);
    return reading.confidence() >= (aboutThemself ? SURE : CERTAIN)
        ? new Route.Advise(text, false)
        : new Route.Unknown(QuestionRoutes.query(text, reading, List.of()));
  }

  /** A question that was taken for a wish: "i like bots, does azure suit me". */
  private Route orAsk(Conversation before, String text, Reading reading, Instant now, Route wish) {
    Understood understood = profileReader.read(text);
    if (!reading.outside().isEmpty() && !understood.isSelfDescription()) {
      return new Route.Unknown(QuestionRoutes.query(text, reading, List.of()));
    }
    boolean tells = understood.isSelfDescription();
    boolean several = understood.statements() > 1 && understood.items().size() > 1;
    if (several && reading.confidence() >= CERTAIN && !QuestionForm.isAnywhereIn(text)) {
      return wish;
    }
    boolean asks = understood.manner().asking() && !understood.manner().seeking() && !several;
    boolean sure = reading.confidence() >= SURE || tells;
    boolean advised = before.interview().filter(interviewer::hasAdvice).isPresent();
    boolean impersonal = !tells && !advised && !QuestionForm.isInFirstPerson(text);
    boolean unsure = !advised && reading.confidence() < SURE;
    return QuestionForm.isAnywhereIn(text) || asks || unsure || impersonal
        ? new Route.AskOr(questions.ask(before, text, reading, now), sure, wish)
        : wish;
  }
}
