package dev.certadvisor.conversation;

import dev.certadvisor.catalogue.Attribute;
import dev.certadvisor.decision.ProfileReader;
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

  /** From here on an intent is acted on without asking the guide first. */
  static final double CERTAIN = 0.8;

  /** An intent less probable than this is none; the guide is asked. */
  private static final double GUESS = 0.2;

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

  static final Set<Intent> QUESTIONS = Set.of(Intent.ASK, Intent.COMPARE, Intent.FACT);

  /** Nothing in it says what of. */
  private static final Pattern WHY_ALONE =
      Pattern.compile(
          "(?:but |and )?(?:why|how come)(?: (?:so|that|is that|not))?[\\s?!.]*",
          Pattern.CASE_INSENSITIVE);

  private final MessageReader reader;
  private final Subjects subjects;
  private final Interviewer interviewer;
  private final AdviceRoutes advice;
  private final QuestionRoutes questions;
  private final FollowUps followUps;

  /**
   * @param reader reads messages
   * @param subjects what the guide compares
   * @param interviewer tells whether there is advice already
   * @param profileReader reads what people say about themselves
   */
  MeaningRouter(
      MessageReader reader,
      Subjects subjects,
      Interviewer interviewer,
      ProfileReader profileReader) {
    this.reader = reader;
    this.subjects = subjects;
    this.interviewer = interviewer;
    questions = new QuestionRoutes(subjects);
    advice = new AdviceRoutes(profileReader, interviewer, questions);
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
    if (text.isEmpty() || CatalogueQuestion.isIn("status " + text)) {
      return Routed.to(new Route.Facts(Query.of(text), List.of(), List.of()));
    }
    Reading reading = reader.read(text);
    boolean named =
        !reading.credentials().isEmpty() || !reading.subjects().isEmpty() || reading.both();
    boolean strange = !reading.outside().isEmpty() || reading.attributes().isEmpty();
    return Routed.to(
        !named && strange && !CatalogueQuestion.namesNothing(text)
            ? new Route.NotListed(text)
            : questions.facts(before, text, reading, now),
        reading);
  }

  /** Where what is said to be a wish for advice goes. */
  Routed advised(String text) {
    return Routed.to(advice.commanded(text, reader.read(text)));
  }

  /** Whether words name nothing that is out of scope. */
  boolean staysInScope(String text) {
    return reader.read(text).outside().isEmpty();
  }

  /** Whether words say anything about a person, and name nothing that is out of scope. */
  boolean tellsOfAPerson(String text) {
    return advice.tellsSomething(text) && staysInScope(text);
  }

  /** Where words go by what they ask for. */
  Route byIntent(Conversation before, String text, Reading reading, Instant now) {
    Route route = read(before, text, reading, now);
    return advice.isSoughtForSomebody(text, reading) && mayDecline(route)
        ? new Route.AnswerOrAdvice(route, advice.advise(text, reading))
        : route;
  }

  private static boolean mayDecline(Route route) {
    return route instanceof Route.Ask
        || route instanceof Route.Compare
        || route instanceof Route.AskOr
        || route instanceof Route.Unknown;
  }

  private Route read(Conversation before, String text, Reading reading, Instant now) {
    if (CatalogueQuestion.isIn(reading.text())) {
      return new Route.Facts(Query.of(text), List.of(), List.of());
    }
    Optional<Route> told = advice.told(before, text, reading, now);
    if (told.isPresent()) {
      return told.get();
    }
    boolean mayAsk = QUESTIONS.contains(reading.intent()) || reading.intent() == Intent.OOS;
    if (!reading.outside().isEmpty() && mayAsk) {
      return reading.credentials().isEmpty()
          ? new Route.Unknown(QuestionRoutes.query(text, reading, List.of()))
          : questions.ask(before, text, reading, now);
    }
    Optional<Route> followUp = followUps.find(before, reading, now);
    if (followUp.isPresent()) {
      return followUp.get();
    }
    if (reading.isAmbiguous() && reading.confidence() >= GUESS && reading.confidence() < SURE) {
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
        && questions.comparesSides(reading)) {
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
    if (!isDoubtful(before, text, reading)) {
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
  private static boolean isDoubtful(Conversation before, String text, Reading reading) {
    return switch (reading.intent()) {
      case ASK, COMPARE, FACT, OOS, RECOMMEND, INTERVIEW, MORE, WHY -> false;
      case BACK, SKIP, NOT_SURE, REVIEW, CHANGE, PAUSE, RESUME, RESTART, STOP ->
          reading.confidence() < (before.interview().isEmpty() ? CERTAIN : SURE);
      case HELP, GREET, THANKS, FAREWELL, IDENTITY, FORGET_ME, EXPORT, HUMAN, SHARE, YES, NO ->
          reading.confidence() < (QuestionForm.isShort(text) ? SURE : CERTAIN);
    };
  }

  /** Where the intent leads if it was read rightly. */
  private Route confident(Conversation before, String text, Reading reading, Instant now) {
    return switch (reading.intent()) {
      case ASK ->
          questions.comparesSides(reading)
              ? questions.compare(text, reading)
              : questions.ask(before, text, reading, now);
      case COMPARE ->
          questions.isOfOneSide(reading)
              ? questions.ask(before, text, reading, now)
              : questions.compare(text, reading);
      case FACT -> fact(before, text, reading, now);
      case RECOMMEND -> advice.wished(before, text, reading, now);
      case INTERVIEW -> {
        Route start = new Route.Interview(new Route.Input.Moved(Act.Move.START_INTERVIEW));
        yield reading.confidence() >= CERTAIN
            ? start
            : advice.orAsk(before, text, reading, now, start);
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
    String matter = subjects.reworded(reading.matter(), List.of()).strip();
    boolean saysMore =
        !reading.credentials().isEmpty()
            && reading.attributes().isEmpty()
            && reading.confidence() < CERTAIN
            && matter.split("\\s+").length > 1;
    return facts.credentials().isEmpty() || saysMore ? new Route.AskOr(ask, true, facts) : facts;
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
}
