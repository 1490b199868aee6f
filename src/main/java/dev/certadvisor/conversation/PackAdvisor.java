package dev.certadvisor.conversation;

import dev.certadvisor.catalogue.Attribute;
import dev.certadvisor.catalogue.CredentialId;
import dev.certadvisor.conversation.Conversation.Focus;
import dev.certadvisor.conversation.Reply.Kind;
import dev.certadvisor.conversation.Reply.Part;
import dev.certadvisor.decision.DirectionId;
import dev.certadvisor.decision.ProfileReader;
import dev.certadvisor.decision.Receipt;
import dev.certadvisor.decision.Recommendation;
import dev.certadvisor.decision.Recommender;
import dev.certadvisor.intent.Reading;
import dev.certadvisor.interview.Interviewer;
import dev.certadvisor.interview.Move;
import dev.certadvisor.interview.Position;
import dev.certadvisor.interview.Session;
import dev.certadvisor.interview.Turn;
import dev.certadvisor.knowledge.Answer;
import dev.certadvisor.knowledge.Answer.Quoted;
import dev.certadvisor.knowledge.Comparison;
import dev.certadvisor.knowledge.Passage;
import dev.certadvisor.knowledge.PassageId;
import dev.certadvisor.knowledge.Query;
import dev.certadvisor.knowledge.Section;
import dev.certadvisor.knowledge.SubjectId;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The advisor that knows one content pack. Without state: safe for many threads at once. */
public final class PackAdvisor implements Advisor {

  /** Below this an aside of the guide on a matter of fact is noise. */
  private static final double BESIDE = 0.8;

  /** How many passages more are read out at once. */
  private static final int MORE = 2;

  private final Expertise expertise;
  private final InstantSource clock;
  private final Supplier<LocalDate> today;
  private final Router router;
  private final Interviewer interviewer;
  private final Recommender recommender;
  private final AnswerComposer answers;
  private final TalkComposer talk;
  private final InterviewComposer interviews;
  private final AdviceComposer advice;
  private final HomeComposer home;
  private final CatalogueWording catalogueWording;
  private final Wording wording;

  /**
   * @param expertise the pack, ready to be asked
   * @param subjectByDirection the subject that each direction of the framework stands for
   * @param wording the program's own sentences
   * @param clock for when something was talked about
   * @param today the day for which status and advice hold
   */
  public PackAdvisor(
      Expertise expertise,
      Map<DirectionId, SubjectId> subjectByDirection,
      Wording wording,
      InstantSource clock,
      Supplier<LocalDate> today) {
    this.expertise = expertise;
    this.clock = clock;
    this.today = today;
    this.wording = wording;
    interviewer = new Interviewer(expertise.framework());
    recommender = new Recommender(expertise.framework(), expertise.sittings());
    router =
        new Router(
            expertise.reader(),
            expertise.subjects(),
            expertise.guide().sections().stream().map(Section::id).collect(Collectors.toSet()),
            interviewer,
            new ProfileReader(expertise.framework()));
    catalogueWording = new CatalogueWording(expertise.catalogue(), wording);
    answers =
        new AnswerComposer(
            expertise.subjects(), catalogueWording, expertise.catalogue().asOf(), wording);
    talk = new TalkComposer(expertise.about(), wording);
    interviews = new InterviewComposer(expertise.framework(), expertise.names(), wording);
    advice =
        new AdviceComposer(expertise, subjectByDirection, interviews, catalogueWording, wording);
    home = new HomeComposer(expertise.about(), interviewer, catalogueWording, wording);
  }

  @Override
  public Transition respond(Conversation before, Incoming incoming) {
    Instant now = clock.instant();
    return switch (incoming) {
      case Incoming.Said said -> routed(before, router.words(before, said.text(), now), said, now);
      case Incoming.Commanded command ->
          routed(before, router.command(before, command.text(), now), command, now);
      case Incoming.Chose chose -> chosen(before, chose, now);
      case Incoming.OpenedHome opened -> new Transition(before, home.page(before, today.get()));
      case Incoming.OpenedMessages opened ->
          before.greeted()
              ? new Transition(before, Reply.SILENCE)
              : new Transition(before.afterGreeting(), talk.say(Route.Topic.GREETING, before));
    };
  }

  private Transition chosen(Conversation before, Incoming.Chose chose, Instant now) {
    return switch (chose.act()) {
      case Act.Say say -> routed(before, router.words(before, say.text(), now), chose, now);
      case Act.Read read -> go(before, new Route.Read(read.section()), chose, now);
      case Act.Choose choose ->
          go(before, new Route.Interview(new Route.Input.Picked(choose)), chose, now);
      case Act.Change change ->
          go(before, new Route.Interview(new Route.Input.Revised(change)), chose, now);
      case Act.Do move -> go(before, route(move.move()), chose, now);
      case Act.Rate rate ->
          go(
              before,
              new Route.Say(
                  rate.helpful() ? Route.Topic.RATED_HELPFUL : Route.Topic.RATED_NOT_HELPFUL),
              chose,
              now);
    };
  }

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
      case SHARE -> new Route.Say(Route.Topic.SHARE);
      case ASK_A_PERSON -> new Route.Say(Route.Topic.HUMAN);
      case FORGET_ME -> new Route.Say(Route.Topic.ASK_FORGET);
      case CONFIRM_FORGET_ME -> new Route.Say(Route.Topic.FORGOTTEN);
      case EXPORT -> new Route.Say(Route.Topic.EXPORT);
      case HELP -> new Route.Say(Route.Topic.HELP);
    };
  }

  private Transition routed(
      Conversation before, Router.Routed routed, Incoming incoming, Instant now) {
    Transition straight = go(before, routed.route(), incoming, now);
    Optional<Transition> elsewhere =
        routed
            .otherwise()
            .filter(other -> missed(before, straight.next()))
            .map(other -> go(before, other, incoming, now))
            .filter(other -> isAnswer(other.reply()));
    Transition noted = withReadAs(elsewhere.orElse(straight), routed.reading());
    return isAside(before, routed, elsewhere.isPresent()) ? backToTheQuestion(noted, now) : noted;
  }

  private static boolean isAnswer(Reply reply) {
    return switch (reply.kind()) {
      case ANSWER, COMPARISON, STATUS -> true;
      case RECOMMENDATION, INTERVIEW, HELP, SMALLTALK, UNKNOWN -> false;
    };
  }

  /** Whether the interview could not use the words. */
  private static boolean missed(Conversation before, Conversation after) {
    return after.interview().map(Session::misses).orElse(0)
        > before.interview().map(Session::misses).orElse(0);
  }

  private boolean isAside(Conversation before, Router.Routed routed, boolean elsewhere) {
    boolean open =
        before.interview().filter(s -> interviewer.openQuestion(s).isPresent()).isPresent();
    return open
        && (elsewhere
            || switch (routed.route()) {
              case Route.Interview interview -> false;
              case Route.Advise advise -> false;
              case Route.AskOr askOr -> false;
              case Route.Reopen reopen -> false;
              case Route.Say say -> say.topic() != Route.Topic.FORGOTTEN;
              case Route.Ask ask -> true;
              case Route.Compare compare -> true;
              case Route.Facts facts -> true;
              case Route.More more -> true;
              case Route.Explain explain -> true;
              case Route.Read read -> true;
              case Route.DidYouMean question -> true;
              case Route.Unknown unknown -> true;
            });
  }

  /** After something else was talked about, the open question is put again. */
  private Transition backToTheQuestion(Transition transition, Instant now) {
    Turn turn = interviewer.take(transition.next().interview(), new Move.Repeat(), now);
    if (!(turn instanceof Turn.Asked asked)) {
      return transition;
    }
    List<Part> parts = new ArrayList<>(transition.reply().parts());
    parts.removeIf(part -> part instanceof Part.Buttons);
    parts.add(new Part.Prose(wording.say("interview.back-to")));
    parts.add(interviews.prompt(asked.prompt()));
    return new Transition(
        transition.next().withInterview(asked.session()), transition.reply().withParts(parts));
  }

  private Transition withReadAs(Transition transition, Optional<Reading> reading) {
    List<Reading.ReadAs> readAs = reading.map(Reading::readAs).orElse(List.of());
    if (readAs.isEmpty()) {
      return transition;
    }
    String pairs =
        readAs.stream()
            .map(r -> "\"" + r.written() + "\" = \"" + r.read() + "\"")
            .collect(Collectors.joining(", "));
    List<Part> parts = new ArrayList<>(transition.reply().parts());
    parts.add(new Part.Notice(wording.say("answer.read-as", pairs)));
    return new Transition(transition.next(), transition.reply().withParts(parts));
  }

  private Transition go(Conversation before, Route route, Incoming incoming, Instant now) {
    return switch (route) {
      case Route.Ask ask -> ask(before, ask, now);
      case Route.Compare compare -> compare(before, compare, now);
      case Route.Facts facts -> facts(before, facts, now);
      case Route.Advise advise -> advise(before, advise, incoming, now);
      case Route.AskOr askOr -> askOr(before, askOr, incoming, now);
      case Route.Interview interview -> interview(before, interview.input(), incoming, now);
      case Route.More more -> more(before, now);
      case Route.Explain explain -> explain(before);
      case Route.Reopen reopen -> new Transition(before, reopen(reopen));
      case Route.Read read -> read(before, read, now);
      case Route.DidYouMean question -> new Transition(before, talk.didYouMean(question));
      case Route.Say say -> say(before, say.topic());
      case Route.Unknown unknown -> unknown(before, unknown, now);
    };
  }

  private Transition say(Conversation before, Route.Topic topic) {
    Reply reply = talk.say(topic, before);
    return topic == Route.Topic.FORGOTTEN
        ? new Transition(Conversation.NEW, reply)
        : new Transition(before, reply);
  }

  private Transition ask(Conversation before, Route.Ask route, Instant now) {
    Answer answer = expertise.answerer().answer(route.query());
    Reply reply = answers.answer(answer, route, today.get());
    return remember(before, reply, route.query(), List.of(), passages(answer), now);
  }

  /** What was taken for out of scope is answered all the same where the guide clearly holds it. */
  private Transition unknown(Conversation before, Route.Unknown route, Instant now) {
    return switch (expertise.answerer().answer(route.query())) {
      case Answer.Found found -> ask(before, new Route.Ask(route.query(), List.of()), now);
      case Answer.Nearest nearest -> new Transition(before, answers.unknown(sections(nearest), 0));
      case Answer.NotCovered none -> new Transition(before, answers.unknown(none.nearest(), 0));
    };
  }

  private List<Section> sections(Answer answer) {
    return passages(answer).stream()
        .map(PassageId::section)
        .distinct()
        .flatMap(id -> expertise.guide().section(id).stream())
        .toList();
  }

  private Transition askOr(Conversation before, Route.AskOr route, Incoming incoming, Instant now) {
    return switch (expertise.answerer().answer(route.ask().query())) {
      case Answer.Found found -> ask(before, route.ask(), now);
      case Answer.Nearest nearest -> go(before, route.otherwise(), incoming, now);
      case Answer.NotCovered none -> go(before, route.otherwise(), incoming, now);
    };
  }

  private Transition compare(Conversation before, Route.Compare route, Instant now) {
    Comparison comparison = expertise.answerer().compare(route.query(), route.sides());
    List<PassageId> passages =
        Stream.concat(
                comparison.both().stream(),
                comparison.sides().stream().flatMap(side -> side.quotes().stream()))
            .map(quoted -> quoted.passage().id())
            .toList();
    Query asked = new Query(route.query().text(), route.sides(), route.query().topics());
    return remember(before, answers.comparison(comparison, route), asked, List.of(), passages, now);
  }

  private Transition facts(Conversation before, Route.Facts route, Instant now) {
    LocalDate day = today.get();
    List<CredentialId> known =
        route.credentials().stream()
            .filter(id -> expertise.catalogue().find(id).isPresent())
            .toList();
    if (known.isEmpty() && !route.credentials().isEmpty()) {
      return ask(before, new Route.Ask(route.query(), List.of()), now);
    }
    Set<Attribute> attributes =
        route.attributes().stream()
            .flatMap(key -> Attribute.of(key).stream())
            .collect(Collectors.toCollection(() -> EnumSet.noneOf(Attribute.class)));
    List<Part> parts =
        known.isEmpty() && attributes.isEmpty()
            ? new ArrayList<>(List.of(catalogueWording.atAGlance(day)))
            : new ArrayList<>(
                catalogueWording.facts(
                    known.isEmpty() ? expertise.subjects().credentials() : known, attributes, day));
    List<PassageId> quoted = attributes.isEmpty() ? List.of() : addBeside(parts, route.query());
    Reply reply =
        new Reply(
            Kind.STATUS,
            Reply.Audience.CONVERSATION,
            parts,
            1,
            known.stream()
                .flatMap(id -> expertise.subjects().of(id).stream())
                .map(Subjects.Subject::id)
                .toList(),
            Optional.empty());
    return remember(before, reply, route.query(), route.attributes(), quoted, now);
  }

  /** Where the guide clearly speaks of a matter of fact, its words stand below the facts. */
  private List<PassageId> addBeside(List<Part> parts, Query query) {
    if (query.text().isBlank()) {
      return List.of();
    }
    return switch (expertise.answerer().answer(query)) {
      case Answer.Found found when found.confidence() >= BESIDE -> {
        Quoted first = found.passages().getFirst();
        parts.addAll(answers.beside(first));
        yield List.of(first.passage().id());
      }
      case Answer.Found found -> List.of();
      case Answer.Nearest nearest -> List.of();
      case Answer.NotCovered none -> List.of();
    };
  }

  /** Reads on in the section that was quoted last, on the same subjects. */
  private Transition more(Conversation before, Instant now) {
    Optional<Focus> focus = before.focus().filter(last -> !last.passages().isEmpty());
    if (focus.isEmpty()) {
      return new Transition(before, fixed(Kind.UNKNOWN, "answer.more-what"));
    }
    Focus last = focus.get();
    Optional<Section> section = expertise.guide().section(last.passages().getFirst().section());
    List<Passage> next =
        section.stream()
            .flatMap(of -> of.passages().stream())
            .filter(passage -> !last.passages().contains(passage.id()))
            .filter(passage ->
                last.subjects().isEmpty()
                    || passage.subjects().stream().anyMatch(last.subjects()::contains))
            .limit(MORE)
            .toList();
    if (section.isEmpty() || next.isEmpty()) {
      return new Transition(before, fixed(Kind.UNKNOWN, "answer.more-none"));
    }
    List<PassageId> seen =
        Stream.concat(last.passages().stream(), next.stream().map(Passage::id)).toList();
    return new Transition(
        before.withFocus(new Focus(last.subjects(), last.question(), last.attributes(), seen, now)),
        answers.further(section.get(), next, last.subjects()));
  }

  private Transition read(Conversation before, Route.Read route, Instant now) {
    return expertise
        .guide()
        .section(route.section())
        .map(section ->
            remember(
                before,
                answers.section(section),
                Query.of(section.title()),
                List.of(),
                section.passages().stream().limit(1).map(p -> p.id()).toList(),
                now))
        .orElseGet(() -> new Transition(before, answers.unknown(List.of(), 0)));
  }

  private Transition explain(Conversation before) {
    return before
        .interview()
        .map(session ->
            new Transition(
                before,
                advice.reasons(recommender.advise(session.profile(), today.get()), today.get())))
        .orElseGet(() -> say(before, Route.Topic.HELP));
  }

  private Reply reopen(Route.Reopen route) {
    return switch (route.receipt()) {
      case Receipt.Found.Damaged damaged -> advice.damagedReceipt();
      case Receipt.Found.Whole whole ->
          advice.again(
              whole.receipt(),
              whole.receipt().compare(expertise.framework(), recommender, today.get()),
              today.get());
    };
  }

  /**
   * Advice in one go: what the words say is taken as answers, and what is still open stays open.
   */
  private Transition advise(
      Conversation before, Route.Advise route, Incoming incoming, Instant now) {
    Turn begun = interviewer.take(Optional.empty(), new Move.StartWith(route.profile()), now);
    if (route.profile().isBlank()) {
      return interview(before, new Route.Input.Moved(Act.Move.START_INTERVIEW), incoming, now);
    }
    Turn finished = interviewer.take(begun.toStore(), new Move.Finish(), now);
    if (!(finished instanceof Turn.Advised advised)) {
      return turned(before, begun);
    }
    Reply card = card(withNotes(notes(begun), advised));
    boolean keeps = incoming.conversation() instanceof ConversationId.Private;
    return new Transition(keeps ? before.withInterview(advised.session()) : before, card);
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

  private Transition interview(
      Conversation before, Route.Input input, Incoming incoming, Instant now) {
    if (incoming.conversation() instanceof ConversationId.ChannelThread) {
      return new Transition(before, interviews.inPrivate());
    }
    Turn turn = interviewer.take(before.interview(), move(input), now);
    boolean shownAgain =
        turn instanceof Turn.OutOfPlace out
            && out.position() == Position.ENDED
            && input instanceof Route.Input.Moved moved
            && moved.move() == Act.Move.FINISH
            && before.interview().filter(s -> !s.choices().isEmpty()).isPresent();
    if (shownAgain) {
      return explain(before);
    }
    return turned(before, adviceAgain(before, input, turn, now));
  }

  /**
   * Who changes an answer after the advice wants to see what that does to it, not another question.
   */
  private Turn adviceAgain(Conversation before, Route.Input input, Turn turn, Instant now) {
    boolean advised = interviewer.position(before.interview()) == Position.ENDED;
    boolean changed =
        input instanceof Route.Input.Picked
            || (input instanceof Route.Input.Changed
                && turn instanceof Turn.Asked asked
                && asked.session().revisiting().isEmpty());
    if (!advised || !changed || !(turn instanceof Turn.Asked asked)) {
      return turn;
    }
    Turn again = interviewer.take(Optional.of(asked.session()), new Move.Finish(), now);
    return again instanceof Turn.Advised advice ? withNotes(asked.before(), advice) : again;
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
      case Route.Input.Worded worded -> new Move.Reply(worded.text());
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
            case SHARE, ASK_A_PERSON, FORGET_ME, CONFIRM_FORGET_ME, EXPORT, HELP ->
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

  private static Transition remember(
      Conversation before,
      Reply reply,
      Query query,
      List<String> attributes,
      List<PassageId> passages,
      Instant now) {
    List<SubjectId> about = query.subjects().isEmpty() ? reply.subjects() : query.subjects();
    return new Transition(
        before.withFocus(new Focus(about, query.text(), attributes, passages, now)), reply);
  }

  private static List<PassageId> passages(Answer answer) {
    return switch (answer) {
      case Answer.Found found -> found.passages().stream().map(q -> q.passage().id()).toList();
      case Answer.Nearest nearest ->
          nearest.passages().stream().map(q -> q.passage().id()).toList();
      case Answer.NotCovered none -> List.of();
    };
  }

  private Reply fixed(Kind kind, String key) {
    return new Reply(
        kind,
        Reply.Audience.CONVERSATION,
        List.of(new Part.Prose(wording.say(key))),
        0,
        List.of(),
        Optional.empty());
  }
}
