package dev.certadvisor.conversation;

import dev.certadvisor.catalogue.Attribute;
import dev.certadvisor.catalogue.CredentialId;
import dev.certadvisor.conversation.Conversation.Focus;
import dev.certadvisor.decision.ProfileReader;
import dev.certadvisor.decision.Receipt;
import dev.certadvisor.intent.Intent;
import dev.certadvisor.intent.MessageReader;
import dev.certadvisor.intent.Reading;
import dev.certadvisor.interview.Interviewer;
import dev.certadvisor.interview.Session;
import dev.certadvisor.knowledge.Query;
import dev.certadvisor.knowledge.SectionId;
import dev.certadvisor.knowledge.SubjectId;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Decides where a message goes; does nothing itself. In the order of precedence: a move of the open
 * interview, a question asked aside, an answer to the open question, a command word, a follow-up,
 * what the words ask for.
 */
final class Router {

  /** What was talked about longer ago is not referred to any more. */
  static final Duration MEMORY = Duration.ofMinutes(30);

  private static final Set<Intent> QUESTIONS = Set.of(Intent.ASK, Intent.COMPARE, Intent.FACT);
  private static final Pattern HAS_DIGIT = Pattern.compile("\\d");
  private static final double SURE = 0.5;

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

  /** A question behind a statement: "data scientist here, is aws worth it". */
  private static final Pattern QUESTION_CLAUSE =
      Pattern.compile(
          "[,.;:-]\\s*(?:so |but |and )?(?:is|are|does|do|should|would|will|can|which|what|whats|how|why|who|am i)\\b",
          Pattern.CASE_INSENSITIVE);

  /** English words that begin a question. */
  private static final Set<String> QUESTION_WORDS =
      Set.of(
          "what", "whats", "what's", "which", "how", "why", "who", "when", "where", "is", "are",
          "does", "do", "did", "can", "could", "should", "will", "would");

  private final MessageReader reader;
  private final Subjects subjects;
  private final Set<SectionId> sections;
  private final Interviewer interviewer;
  private final ProfileReader profileReader;

  Router(
      MessageReader reader,
      Subjects subjects,
      Set<SectionId> sections,
      Interviewer interviewer,
      ProfileReader profileReader) {
    this.reader = reader;
    this.subjects = subjects;
    this.sections = Set.copyOf(sections);
    this.interviewer = interviewer;
    this.profileReader = profileReader;
  }

  /**
   * A route, how the words were read, and where to go instead if the interview cannot use them.
   *
   * @param route where to go
   * @param reading how the words were read; empty where there were none
   * @param otherwise only with words put to the interview
   */
  record Routed(Route route, Optional<Reading> reading, Optional<Route> otherwise) {

    static Routed to(Route route) {
      return new Routed(route, Optional.empty(), Optional.empty());
    }

    static Routed to(Route route, Reading reading) {
      return new Routed(route, Optional.of(reading), Optional.empty());
    }
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
    Optional<Routed> commanded = command(before, text, now, false);
    if (commanded.isPresent()) {
      return commanded.get();
    }
    Optional<Session> open =
        before.interview().filter(session -> interviewer.openQuestion(session).isPresent());
    return open.map(session -> duringInterview(before, session, text, now))
        .orElseGet(() -> {
          Reading reading = reader.read(text);
          return Routed.to(byIntent(before, text, reading, now), reading);
        });
  }

  /** Where the words of a slash command go; its first word may be a command of its own. */
  Routed command(Conversation before, String text, Instant now) {
    return text.isBlank()
        ? Routed.to(new Route.Say(Route.Topic.HELP))
        : command(before, text, now, true).orElseGet(() -> words(before, text, now));
  }

  private Optional<Routed> command(Conversation before, String text, Instant now, boolean slash) {
    Optional<Act.Move> typed = typedMove(text);
    if (typed.isPresent()) {
      return Optional.of(Routed.to(PackAdvisor.route(typed.get())));
    }
    String[] words = text.strip().split("\\s+", 2);
    String rest = words.length > 1 ? words[1].strip() : "";
    return switch (words[0].toLowerCase(Locale.ROOT)) {
      case "ask" -> rest.isEmpty() ? help(slash) : Optional.of(asked(before, rest, now));
      case "recommend" ->
          slash || !rest.isEmpty()
              ? Optional.of(Routed.to(new Route.Advise(rest)))
              : Optional.empty();
      case "compare" -> Optional.of(compared(rest));
      case "status" -> Optional.of(facts(before, rest, now));
      case "read" -> readSection(rest);
      case "change" ->
          before.interview().isPresent() && !rest.isEmpty()
              ? Optional.of(Routed.to(new Route.Interview(new Route.Input.Changed(text))))
              : Optional.empty();
      case "help" ->
          slash || rest.isEmpty() ? Optional.of(say(Route.Topic.HELP)) : Optional.empty();
      case "interview" ->
          slash || rest.isEmpty() ? Optional.of(moved(Act.Move.START_INTERVIEW)) : Optional.empty();
      case "export" -> slash ? Optional.of(say(Route.Topic.EXPORT)) : Optional.empty();
      case "forget" ->
          slash && rest.equalsIgnoreCase("me")
              ? Optional.of(say(Route.Topic.ASK_FORGET))
              : Optional.empty();
      default -> Optional.empty();
    };
  }

  /** The move that is typed by its name, as surfaces without buttons offer it: "carry on". */
  private static Optional<Act.Move> typedMove(String text) {
    String name = text.strip().toUpperCase(Locale.ROOT).replace(' ', '_');
    return Arrays.stream(Act.Move.values()).filter(move -> move.name().equals(name)).findFirst();
  }

  private static Optional<Routed> help(boolean slash) {
    return slash ? Optional.of(say(Route.Topic.HELP)) : Optional.empty();
  }

  private Optional<Routed> readSection(String rest) {
    return sections.stream()
        .filter(section -> section.value().equalsIgnoreCase(rest))
        .findFirst()
        .map(section -> Routed.to(new Route.Read(section)));
  }

  private Routed asked(Conversation before, String text, Instant now) {
    Reading reading = reader.read(text);
    Route route =
        switch (reading.intent()) {
          case COMPARE, FACT -> byIntent(before, text, reading, now);
          default -> ask(before, text, reading, now);
        };
    return Routed.to(route, reading);
  }

  private Routed compared(String text) {
    Reading reading = reader.read(text.isEmpty() ? "compare" : text);
    return Routed.to(compare(text, reading), reading);
  }

  private Routed facts(Conversation before, String text, Instant now) {
    if (text.isEmpty()) {
      return Routed.to(new Route.Facts(Query.of(""), List.of(), List.of()));
    }
    Reading reading = reader.read(text);
    return Routed.to(facts(before, text, reading, now), reading);
  }

  private Routed duringInterview(Conversation before, Session session, String text, Instant now) {
    Route toInterview = new Route.Interview(new Route.Input.Worded(text));
    if (interviewer.fit(session, text) == Interviewer.Fit.EXACT && !looksLikeAQuestion(text)) {
      return Routed.to(toInterview);
    }
    Reading reading = reader.read(text);
    if (reading.intent() == Intent.CHANGE && reading.confidence() >= SURE) {
      return Routed.to(new Route.Interview(new Route.Input.Changed(text)), reading);
    }
    Optional<Act.Move> move = interviewMove(reading.intent());
    if (move.isPresent() && reading.confidence() >= SURE) {
      return Routed.to(new Route.Interview(new Route.Input.Moved(move.get())), reading);
    }
    Route elsewhere = byIntent(before, text, reading, now);
    if (isAside(text, reading)) {
      return Routed.to(elsewhere, reading);
    }
    return new Routed(
        toInterview,
        Optional.of(reading),
        isAnswer(elsewhere) ? Optional.of(elsewhere) : Optional.empty());
  }

  /** Whether words said in the middle of an interview want something else than to answer. */
  private static boolean isAside(String text, Reading reading) {
    return switch (reading.intent()) {
      case ASK, COMPARE, FACT, OOS -> looksLikeAQuestion(text);
      case HELP, IDENTITY, FORGET_ME, EXPORT, HUMAN, THANKS, GREET, FAREWELL ->
          reading.confidence() >= SURE;
      case RECOMMEND, INTERVIEW, BACK, SKIP, NOT_SURE, WHY, REVIEW, CHANGE, PAUSE, RESUME -> false;
      case RESTART, STOP, SHARE, MORE, YES, NO -> false;
    };
  }

  private static boolean looksLikeAQuestion(String text) {
    String first = text.strip().split("\\s+", 2)[0].toLowerCase(Locale.ROOT);
    return text.strip().endsWith("?") || QUESTION_WORDS.contains(first);
  }

  private static boolean isAnswer(Route route) {
    return route instanceof Route.Ask
        || route instanceof Route.Compare
        || route instanceof Route.Facts;
  }

  private static Optional<Act.Move> interviewMove(Intent intent) {
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

  /** Who tells about themself wants advice, unless the words clearly ask for something else. */
  private boolean tellsOfThemself(String text, Reading reading) {
    boolean mayBe =
        QUESTIONS.contains(reading.intent())
            || reading.intent() == Intent.OOS
            || reading.confidence() < SURE;
    // "ml engineer" is a job and a nickname of a credential; "MLA-C02" is only the latter.
    boolean namesCredential = !reading.credentials().isEmpty() && HAS_DIGIT.matcher(text).find();
    return mayBe && !namesCredential && interviewer.isSelfDescription(text);
  }

  private Route byIntent(Conversation before, String text, Reading reading, Instant now) {
    if (tellsOfThemself(text, reading)) {
      return new Route.Advise(text);
    }
    if (!reading.outside().isEmpty() && QUESTIONS.contains(reading.intent())) {
      return reading.credentials().isEmpty()
          ? new Route.Unknown(query(text, reading, List.of()))
          : ask(before, text, reading, now);
    }
    Optional<Route> followUp = followUp(before, reading, now);
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
        return new Route.DidYouMean(text, meant);
      }
    }
    if (QUESTIONS.contains(reading.intent()) && isOfFact(reading)) {
      return facts(before, text, reading, now);
    }
    if (reading.confidence() < GUESS && interviewMove(reading.intent()).isEmpty()) {
      return ask(before, text, reading, now);
    }
    return switch (reading.intent()) {
      case ASK ->
          reading.comparative() && (reading.both() || reading.subjects().size() > 1)
              ? compare(text, reading)
              : ask(before, text, reading, now);
      case COMPARE -> compare(text, reading);
      case FACT -> facts(before, text, reading, now);
      case RECOMMEND -> orAsk(before, text, reading, now, new Route.Advise(text));
      case INTERVIEW ->
          orAsk(
              before,
              text,
              reading,
              now,
              new Route.Interview(new Route.Input.Moved(Act.Move.START_INTERVIEW)));
      case HELP -> new Route.Say(Route.Topic.HELP);
      case GREET -> new Route.Say(Route.Topic.GREETING);
      case THANKS -> new Route.Say(Route.Topic.THANKS);
      case FAREWELL -> new Route.Say(Route.Topic.FAREWELL);
      case IDENTITY -> new Route.Say(Route.Topic.IDENTITY);
      case FORGET_ME -> new Route.Say(Route.Topic.ASK_FORGET);
      case EXPORT -> new Route.Say(Route.Topic.EXPORT);
      case HUMAN -> new Route.Say(Route.Topic.HUMAN);
      case SHARE -> new Route.Say(Route.Topic.SHARE);
      case MORE -> new Route.More();
      case WHY -> why(before, text, reading, now);
      case CHANGE -> new Route.Interview(new Route.Input.Changed(text));
      case BACK, SKIP, NOT_SURE, REVIEW, PAUSE, RESUME, RESTART, STOP ->
          interviewMove(reading.intent())
              .<Route>map(move -> new Route.Interview(new Route.Input.Moved(move)))
              .orElseThrow();
      case YES, NO -> new Route.Say(Route.Topic.ACKNOWLEDGED);
      case OOS -> new Route.Unknown(query(text, reading, List.of()));
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
            && credentials(reading).stream().allMatch(id -> subjects.of(id).isEmpty());
    boolean likely =
        !reading.credentials().isEmpty()
            && !reading.attributes().isEmpty()
            && reading.confidence() < SURE;
    return elsewhere
        || likely
        || (named && reading.attributes().stream().anyMatch(ONLY_CATALOGUE::contains));
  }

  private Route why(Conversation before, String text, Reading reading, Instant now) {
    if (isAdvised(before)) {
      return new Route.Explain();
    }
    return focus(before, now)
        .<Route>map(focus ->
            new Route.Ask(
                new Query("why " + focus.question(), focus.subjects(), List.of()), List.of()))
        .orElseGet(() -> ask(before, text, reading, now));
  }

  /** Whether advice has been given on answers that are still there. */
  private boolean isAdvised(Conversation before) {
    boolean answered = before.interview().filter(s -> !s.choices().isEmpty()).isPresent();
    return answered
        && switch (interviewer.position(before.interview())) {
          case SETTLED, COMPLETE, ENDED -> true;
          case NONE, ASKING, REVISITING, PAUSED -> false;
        };
  }

  /** What refers to the last question: "and for azure?", "what about cost?". */
  private Optional<Route> followUp(Conversation before, Reading reading, Instant now) {
    Optional<Focus> last = focus(before, now);
    if (last.isEmpty() || !reading.followUp()) {
      return Optional.empty();
    }
    Focus focus = last.get();
    List<SubjectId> named = subjectsOf(reading);
    boolean newMatter = !reading.topics().isEmpty() || !reading.attributes().isEmpty();
    if (!named.isEmpty() && !newMatter) {
      return Optional.of(
          focus.attributes().isEmpty()
              ? new Route.Ask(
                  new Query(subjects.reworded(focus.question(), named), named, List.of()),
                  credentials(reading))
              : new Route.Facts(
                  new Query(subjects.reworded(focus.question(), named), named, List.of()),
                  credentialsOrOwn(reading, named),
                  focus.attributes()));
    }
    if (named.isEmpty() && newMatter && !focus.subjects().isEmpty()) {
      return Optional.of(
          focus.subjects().size() > 1
              ? new Route.Compare(
                  query(reading.text(), reading, focus.subjects()), focus.subjects())
              : new Route.Ask(query(reading.text(), reading, focus.subjects()), List.of()));
    }
    return Optional.empty();
  }

  private Route.Ask ask(Conversation before, String text, Reading reading, Instant now) {
    List<SubjectId> about = subjectsOf(reading);
    if (about.isEmpty() && reading.followUp()) {
      about = focus(before, now).map(Focus::subjects).orElse(List.of());
    }
    return new Route.Ask(query(text, reading, about), credentials(reading));
  }

  /** A question that was taken for a wish: "i like bots, does azure suit me". */
  private Route orAsk(Conversation before, String text, Reading reading, Instant now, Route wish) {
    if (!reading.outside().isEmpty() && !profileReader.read(text).isSelfDescription()) {
      return new Route.Unknown(query(text, reading, List.of()));
    }
    boolean asks = looksLikeAQuestion(text) || QUESTION_CLAUSE.matcher(text).find();
    return asks ? new Route.AskOr(ask(before, text, reading, now), wish) : wish;
  }

  private Route compare(String text, Reading reading) {
    List<SubjectId> named = subjectsOf(reading);
    List<SubjectId> sides = named.size() > 1 ? named : subjects.ids();
    return new Route.Compare(query(text, reading, List.of()), sides);
  }

  private Route facts(Conversation before, String text, Reading reading, Instant now) {
    List<SubjectId> named = subjectsOf(reading);
    if (named.isEmpty() && reading.credentials().isEmpty() && !reading.both()) {
      named = focus(before, now).map(Focus::subjects).orElse(List.of());
    }
    return new Route.Facts(
        query(text, reading, named), credentialsOrOwn(reading, named), reading.attributes());
  }

  private static List<CredentialId> credentials(Reading reading) {
    return reading.credentials().stream().map(CredentialId::new).toList();
  }

  /** The credentials named; where none is, those that the guide describes for the subjects. */
  private List<CredentialId> credentialsOrOwn(Reading reading, List<SubjectId> named) {
    if (!reading.credentials().isEmpty()) {
      return credentials(reading);
    }
    return reading.both()
        ? subjects.credentials()
        : named.stream()
            .flatMap(id -> subjects.find(id).stream())
            .map(Subjects.Subject::credential)
            .toList();
  }

  /** The subjects named, be it by the names of their credentials; all where both are meant. */
  private List<SubjectId> subjectsOf(Reading reading) {
    if (reading.both()) {
      return subjects.ids();
    }
    List<SubjectId> named =
        new ArrayList<>(reading.subjects().stream().map(SubjectId::new).toList());
    credentials(reading).stream()
        .flatMap(credential -> subjects.of(credential).stream())
        .map(Subjects.Subject::id)
        .filter(id -> !named.contains(id))
        .forEach(named::add);
    return named;
  }

  private static Query query(String text, Reading reading, List<SubjectId> about) {
    return new Query(
        reading.text().isBlank() ? text : reading.text(),
        about,
        reading.topics(),
        !reading.outside().isEmpty());
  }

  private static Optional<Focus> focus(Conversation before, Instant now) {
    return before.focus().filter(focus -> focus.at().plus(MEMORY).isAfter(now));
  }

  private static Routed say(Route.Topic topic) {
    return Routed.to(new Route.Say(topic));
  }

  private static Routed moved(Act.Move move) {
    return Routed.to(new Route.Interview(new Route.Input.Moved(move)));
  }
}
