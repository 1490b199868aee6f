package dev.certadvisor.conversation;

import dev.certadvisor.conversation.Conversation.Focus;
import dev.certadvisor.conversation.Reply.Kind;
import dev.certadvisor.conversation.Reply.Part;
import dev.certadvisor.knowledge.Answer;
import dev.certadvisor.knowledge.Comparison;
import dev.certadvisor.knowledge.Passage;
import dev.certadvisor.knowledge.PassageId;
import dev.certadvisor.knowledge.Query;
import dev.certadvisor.knowledge.Section;
import dev.certadvisor.knowledge.SubjectId;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** Answers from the guide, and remembers what was talked about. */
final class GuideResponder {

  /** How many passages more are read out at once. */
  private static final int MORE = 2;

  private final Expertise expertise;
  private final AnswerComposer answers;
  private final Supplier<LocalDate> today;
  private final Wording wording;

  /**
   * @param expertise the pack, ready to be asked
   * @param answers makes the replies
   * @param today the day for which a status holds
   * @param wording the program's own sentences
   */
  GuideResponder(
      Expertise expertise, AnswerComposer answers, Supplier<LocalDate> today, Wording wording) {
    this.expertise = expertise;
    this.answers = answers;
    this.today = today;
    this.wording = wording;
  }

  /**
   * Whether the guide answers.
   *
   * @param query the question
   * @param sure whether only a clear answer counts, not the closest that there is
   */
  boolean answers(Query query, boolean sure) {
    return switch (expertise.answerer().answer(query)) {
      case Answer.Found found -> true;
      case Answer.Nearest nearest -> !sure;
      case Answer.NotCovered none -> false;
    };
  }

  /** An answer, or that there is none. */
  Transition ask(Conversation before, Route.Ask route, Instant now) {
    Answer answer = expertise.answerer().answer(route.query());
    Reply reply = answers.answer(answer, route, today.get()).withAccount(Accountant.of(answer));
    return noted(
        remember(before, reply, route.query(), List.of(), passages(answer), now), route.query());
  }

  /** What the guide does not hold is noted for whoever looks after it. */
  private static Transition noted(Transition transition, Query query) {
    String words = PlainQuestion.of(query.text());
    return transition.reply().kind() == Kind.UNKNOWN && !words.isEmpty()
        ? new Transition(transition.next(), transition.reply(), List.of(new Effect.Unheld(words)))
        : transition;
  }

  /** What was taken for out of scope is answered all the same where the guide comes near. */
  Transition unknown(Conversation before, Route.Unknown route, Instant now) {
    return expertise.answerer().answer(route.query()) instanceof Answer.NotCovered none
        ? noted(
            new Transition(
                before, answers.unknown(route.query().text(), none.nearest(), 0, today.get())),
            route.query())
        : ask(before, new Route.Ask(route.query(), List.of()), now);
  }

  /** Both sides of a matter. */
  Transition compare(Conversation before, Route.Compare route, Instant now) {
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

  /** One of the passages that were quoted last, in full; what follows up is about it. */
  Transition quoted(Conversation before, int place, Instant now) {
    List<PassageId> shown = before.recentFocus(now).map(Focus::passages).orElse(List.of());
    Optional<Passage> passage =
        shown.stream()
            .skip(place)
            .findFirst()
            .flatMap(id ->
                expertise.guide().passages().filter(found -> found.id().equals(id)).findFirst());
    if (shown.isEmpty()) {
      return new Transition(before, fixed(Kind.UNKNOWN, wording.say("answer.more-what")));
    }
    if (passage.isEmpty()) {
      return new Transition(
          before, fixed(Kind.UNKNOWN, wording.say("answer.that-many", shown.size())));
    }
    Passage one = passage.get();
    Section section = expertise.guide().section(one.id().section()).orElseThrow();
    return remember(
        before,
        answers.passage(section, one),
        new Query(one.title(), one.subjects(), List.of()),
        List.of(),
        List.of(one.id()),
        now);
  }

  /**
   * The reason for what was quoted last; where the guide has no other words for it, what follows.
   */
  Transition why(Conversation before, Query query, Instant now) {
    List<PassageId> shown = before.recentFocus(now).map(Focus::passages).orElse(List.of());
    return switch (expertise.answerer().answer(query)) {
      case Answer.Found found when !shown.contains(found.passages().getFirst().passage().id()) ->
          ask(before, new Route.Ask(query, List.of()), now);
      case Answer.Found found -> more(before, now);
      case Answer.Nearest nearest -> more(before, now);
      case Answer.NotCovered none -> more(before, now);
    };
  }

  /** Reads on in the section that was quoted last, on the same subjects. */
  Transition more(Conversation before, Instant now) {
    Optional<Focus> focus = before.focus().filter(last -> !last.passages().isEmpty());
    if (focus.isEmpty()) {
      return new Transition(before, fixed(Kind.UNKNOWN, wording.say("answer.more-what")));
    }
    Focus last = focus.get();
    Optional<Section> section = expertise.guide().section(last.passages().getFirst().section());
    List<Passage> left =
        section.stream()
            .flatMap(of -> of.passages().stream())
            .filter(passage -> !last.passages().contains(passage.id()))
            .filter(passage ->
                last.subjects().isEmpty()
                    || passage.subjects().stream().anyMatch(last.subjects()::contains))
            .toList();
    List<Passage> next = left.stream().limit(MORE).toList();
    if (section.isEmpty() || next.isEmpty()) {
      return new Transition(before, fixed(Kind.UNKNOWN, wording.say("answer.more-none")));
    }
    List<PassageId> seen =
        Stream.concat(last.passages().stream(), next.stream().map(Passage::id)).toList();
    return new Transition(
        before.withFocus(new Focus(last.subjects(), last.question(), last.attributes(), seen, now)),
        answers.further(section.get(), next, last.subjects(), left.size() > next.size()));
  }

  /** A section by its name. */
  Transition read(Conversation before, Route.Read route, Instant now) {
    return expertise
        .guide()
        .section(route.section())
        .map(section ->
            remember(
                before,
                answers.section(section),
                Query.of(section.title()),
                List.of(),
                section.passages().stream()
                    .limit(AnswerComposer.MAX_PASSAGES_OF_A_SECTION)
                    .map(Passage::id)
                    .toList(),
                now))
        .orElseGet(() -> new Transition(before, answers.unknown("", List.of(), 0, today.get())));
  }

  private static Reply fixed(Kind kind, String sentence) {
    return new Reply(
        kind,
        Reply.Audience.CONVERSATION,
        List.of(new Part.Prose(sentence)),
        0,
        List.of(),
        Optional.empty());
  }

  /** The reply, and what it was about kept for what follows up. */
  static Transition remember(
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
}
