package dev.certadvisor.conversation;

import dev.certadvisor.conversation.Reply.Part;
import dev.certadvisor.decision.DirectionId;
import dev.certadvisor.decision.ProfileReader;
import dev.certadvisor.decision.Recommender;
import dev.certadvisor.intent.Reading;
import dev.certadvisor.interview.Interviewer;
import dev.certadvisor.interview.Session;
import dev.certadvisor.interview.Taken;
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
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The advisor that knows one content pack. Without state: safe for many threads at once. */
public final class PackAdvisor implements Advisor {

  /** Replies that stand alone, though a question of the interview is open. */
  private static final Set<Route.Topic> ALONE =
      EnumSet.of(Route.Topic.ASK_FORGET, Route.Topic.FORGOTTEN, Route.Topic.EXPORT);

  private final InstantSource clock;
  private final Supplier<LocalDate> today;
  private final Router router;
  private final Interviewer interviewer;
  private final Accountant accountant;
  private final GuideResponder guide;
  private final FactResponder facts;
  private final InterviewResponder interviews;
  private final ShareResponder sharing;
  private final TalkComposer talk;
  private final HomeComposer home;
  private final SuggestionComposer suggestions;
  private final OutreachResponder outreach;
  private final Aftermath aftermath;
  private final Wording wording;

  /**
   * @param expertise the pack, ready to be asked
   * @param subjectByDirection the subject that each direction of the framework stands for
   * @param wording the program's own sentences
   * @param rules what each workspace has settled
   * @param clock for when something was talked about
   * @param today the day for which status and advice hold
   * @param watch is told of every transition of an interview
   */
  public PackAdvisor(
      Expertise expertise,
      Map<DirectionId, SubjectId> subjectByDirection,
      Wording wording,
      HouseRules rules,
      InstantSource clock,
      Supplier<LocalDate> today,
      Consumer<Taken> watch) {
    this.clock = clock;
    this.today = today;
    this.wording = wording;
    interviewer = new Interviewer(expertise.framework(), expertise.ordinary(), watch);
    accountant = new Accountant(interviewer);
    router =
        new Router(
            expertise.reader(),
            expertise.subjects(),
            expertise.guide().sections().stream().map(Section::id).collect(Collectors.toSet()),
            interviewer,
            new ProfileReader(expertise.framework(), expertise.ordinary()));
    CatalogueWording catalogueWording = new CatalogueWording(expertise.catalogue(), wording);
    AnswerComposer answers =
        new AnswerComposer(
            expertise.introduction(),
            expertise.subjects(),
            catalogueWording,
            expertise.catalogue().asOf(),
            wording);
    guide = new GuideResponder(expertise, answers, today, wording);
    facts = new FactResponder(expertise, guide, answers, catalogueWording, today);
    talk = new TalkComposer(expertise.introduction(), wording);
    InterviewComposer questions = new InterviewComposer(expertise, wording);
    Recommender recommender = new Recommender(expertise.framework(), expertise.sittings());
    AdviceComposer advice =
        new AdviceComposer(expertise, subjectByDirection, questions, catalogueWording, wording);
    interviews =
        new InterviewResponder(
            expertise, interviewer, recommender, questions, advice, talk, today, wording);
    sharing = new ShareResponder(interviewer, recommender, advice, today, wording);
    suggestions =
        new SuggestionComposer(expertise.introduction().suggestions(), interviewer, wording);
    home = new HomeComposer(expertise.introduction(), interviewer, catalogueWording, wording);
    outreach =
        new OutreachResponder(
            new FormComposer(wording), rules, this::answerTo, sharing::adviceForOthers, wording);
    aftermath = new Aftermath(expertise.framework(), interviewer, home, today, wording);
  }

  @Override
  public Transition respond(Conversation before, Incoming incoming) {
    Instant now = clock.instant();
    Transition plain = taken(before, incoming, now);
    Reply offered =
        outreach.withOffers(plain.reply(), incoming, question(before, incoming, plain, now));
    return aftermath.of(before, incoming, plain.withReply(offered));
  }

  /** The words that give the same answer again, whoever asks and whenever. */
  private Optional<String> question(
      Conversation before, Incoming incoming, Transition transition, Instant now) {
    Optional<String> words = words(incoming).filter(text -> !text.isBlank());
    if (words.isEmpty() || before.recentFocus(now).isEmpty()) {
      return words;
    }
    Optional<String> looked = transition.next().focus().map(Conversation.Focus::question);
    return Stream.concat(words.stream(), looked.stream())
        .filter(text -> answerTo(text).citations().equals(transition.reply().citations()))
        .findFirst();
  }

  private static Optional<String> words(Incoming incoming) {
    return switch (incoming) {
      case Incoming.Said said -> Optional.of(said.text());
      case Incoming.Commanded command -> Optional.of(command.text());
      case Incoming.OpenedHome opened -> Optional.empty();
      case Incoming.OpenedMessages opened -> Optional.empty();
      case Incoming.Halted halted -> Optional.empty();
      case Incoming.Chose chose ->
          chose.act() instanceof Act.Say say
              ? Optional.of(say.text())
              : chose.act() instanceof Act.Read read
                  ? Optional.of("read " + read.section())
                  : Optional.empty();
    };
  }

  private Reply answerTo(String question) {
    PersonId nobody = new PersonId("-", "-");
    Incoming asked = new Incoming.Commanded(new ConversationId.Private(nobody), nobody, question);
    return taken(Conversation.NEW, asked, clock.instant()).reply();
  }

  private Transition taken(Conversation before, Incoming incoming, Instant now) {
    // The question whether all shall be erased stands only until the next thing said or done.
    Conversation after = before.withErasureAsked(false);
    return switch (incoming) {
      case Incoming.Said said -> routed(after, router.words(before, said.text(), now), said, now);
      case Incoming.Commanded command ->
          routed(after, router.command(before, command.text(), now), command, now);
      case Incoming.Chose chose -> chosen(after, chose, now);
      case Incoming.OpenedHome opened -> new Transition(before, home.page(before, today.get()));
      case Incoming.OpenedMessages opened -> openedMessages(before);
      case Incoming.Halted halted -> halted(after, halted, now);
    };
  }

  private Transition openedMessages(Conversation before) {
    List<Effect> suggested = List.of(suggestions.of(before));
    return before.greeted()
        ? new Transition(before, Reply.SILENCE, suggested)
        : new Transition(before.afterGreeting(), talk.say(Route.Topic.GREETING, before), suggested);
  }

  /** An open interview is put aside, since its next question would go on with it. */
  private Transition halted(Conversation before, Incoming.Halted halted, Instant now) {
    List<Effect> effects = List.of(new Effect.Halt());
    boolean asking =
        before.interview().filter(s -> interviewer.openQuestion(s).isPresent()).isPresent();
    if (!asking) {
      return new Transition(before, talk.halted(), effects);
    }
    Transition paused = go(before, InterviewMoves.route(Act.Move.PAUSE), halted, now);
    return new Transition(paused.next(), paused.reply(), effects);
  }

  private Transition chosen(Conversation before, Incoming.Chose chose, Instant now) {
    return accountant.account(followed(before, chose, now), Optional.empty());
  }

  private Transition followed(Conversation before, Incoming.Chose chose, Instant now) {
    return switch (chose.act()) {
      case Act.Say say -> routed(before, router.words(before, say.text(), now), chose, now);
      case Act.Read read -> go(before, new Route.Read(read.section()), chose, now);
      case Act.Choose choose ->
          go(before, new Route.Interview(new Route.Input.Picked(choose)), chose, now);
      case Act.Change change ->
          go(before, new Route.Interview(new Route.Input.Revised(change)), chose, now);
      case Act.Do move -> moved(before, move.move(), chose, now);
      case Act.Answer answer -> interviews.answered(before, answer, chose, now);
      case Act.Rate rate -> outreach.rate(before, rate);
      case Act.ShareAnswer share -> outreach.shareAnswer(before, share.question());
      case Act.ShareAdvice share -> outreach.shareAdvice(before);
      case Act.AskPerson ask -> outreach.askPerson(before, chose.person(), ask.question());
      case Act.SetChannel set -> outreach.setChannel(before);
      case Act.SetPeople set -> outreach.setPeople(before, chose.person());
      case Act.Submit submit -> outreach.submitted(before, chose.person(), submit);
    };
  }

  /** What a person points at to share is shown to them first, with where it is to go. */
  private Transition moved(Conversation before, Act.Move move, Incoming.Chose chose, Instant now) {
    if (move == Act.Move.SHARE || move == Act.Move.SHARE_ADVICE) {
      return outreach.shareAdvice(before);
    }
    return move == Act.Move.SHARE_ANSWER
        ? outreach.shareAnswer(before)
        : routed(before, Routed.to(InterviewMoves.route(move)), chose, now);
  }

  private Transition routed(Conversation before, Routed routed, Incoming incoming, Instant now) {
    Transition straight = go(before, routed.route(), incoming, now);
    Optional<Transition> elsewhere =
        routed
            .otherwise()
            .filter(other -> missed(before, straight.next()))
            .map(other -> go(before, other, incoming, now))
            .filter(other -> isAnswer(other.reply()));
    Transition noted = withReadAs(elsewhere.orElse(straight), routed.reading());
    Transition whole =
        isAside(before, routed, elsewhere.isPresent())
            ? interviews.backToTheQuestion(noted)
            : noted;
    return accountant.account(whole, routed.reading());
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

  private boolean isAside(Conversation before, Routed routed, boolean elsewhere) {
    boolean open =
        before.interview().filter(s -> interviewer.openQuestion(s).isPresent()).isPresent();
    return open
        && (elsewhere
            || switch (routed.route()) {
              case Route.Interview interview -> false;
              case Route.Advise advise -> false;
              case Route.AskOr askOr -> false;
              case Route.AnswerOrAdvice either -> false;
              case Route.Reopen reopen -> false;
              case Route.Share share -> false;
              case Route.Say say -> !ALONE.contains(say.topic());
              case Route.Ask ask -> true;
              case Route.Compare compare -> true;
              case Route.Facts facts -> true;
              case Route.NotListed unknown -> true;
              case Route.More more -> true;
              case Route.Quoted quoted -> true;
              case Route.Why why -> true;
              case Route.Explain explain -> true;
              case Route.Read read -> true;
              case Route.DidYouMean question -> true;
              case Route.Unknown unknown -> true;
            });
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
    return transition.withReply(transition.reply().withParts(parts));
  }

  private Transition go(Conversation before, Route route, Incoming incoming, Instant now) {
    return switch (route) {
      case Route.Ask ask -> guide.ask(before, ask, now);
      case Route.Compare compare ->
          facts.withFacts(guide.compare(before, compare, now), compare.attributes());
      case Route.Facts asked -> facts.facts(before, asked, now);
      case Route.NotListed asked -> new Transition(before, facts.notListed(asked));
      case Route.Advise advise ->
          facts.afterStatus(interviews.advise(before, advise, incoming, now), advise.credentials());
      case Route.AnswerOrAdvice either -> {
        Transition answered = go(before, either.answer(), incoming, now);
        yield isAnswer(answered.reply()) ? answered : go(before, either.advice(), incoming, now);
      }
      case Route.AskOr askOr ->
          guide.answers(askOr.ask().query(), askOr.sure())
              ? guide.ask(before, askOr.ask(), now)
              : go(before, askOr.otherwise(), incoming, now);
      case Route.Interview interview ->
          interviews.interview(before, interview.input(), incoming, now);
      case Route.More more -> guide.more(before, now);
      case Route.Quoted quoted -> guide.quoted(before, quoted.place(), now);
      case Route.Why why -> guide.why(before, why.query(), now);
      case Route.Explain explain -> interviews.explain(before);
      case Route.Reopen reopen -> interviews.reopen(before, reopen, incoming);
      case Route.Share share ->
          sharing.share(before, share, now, question -> afresh(question, incoming, now));
      case Route.Read read -> guide.read(before, read, now);
      case Route.DidYouMean question -> new Transition(before, talk.didYouMean(question));
      case Route.Say say -> say(before, say.topic(), incoming.person());
      case Route.Unknown unknown -> guide.unknown(before, unknown, now);
    };
  }

  /** The answer to a question as nobody would have asked anything before. */
  private Reply afresh(String question, Incoming incoming, Instant now) {
    return routed(Conversation.NEW, router.words(Conversation.NEW, question, now), incoming, now)
        .reply();
  }

  private Transition say(Conversation before, Route.Topic topic, PersonId person) {
    return switch (topic) {
      case FORGOTTEN ->
          new Transition(Conversation.NEW, talk.say(topic, before), List.of(new Effect.Forget()));
      case EXPORT -> new Transition(before, talk.say(topic, before), List.of(new Effect.Export()));
      case ASK_FORGET -> new Transition(before.withErasureAsked(true), talk.say(topic, before));
      case HUMAN -> outreach.askPerson(before, person);
      case GREETING, THANKS, FAREWELL, IDENTITY, HELP, ACKNOWLEDGED, ABOUT_WHAT, KEPT ->
          new Transition(before, talk.say(topic, before));
    };
  }
}
