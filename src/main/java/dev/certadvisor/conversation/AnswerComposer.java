package dev.certadvisor.conversation;

import dev.certadvisor.catalogue.CredentialId;
import dev.certadvisor.conversation.Reply.Audience;
import dev.certadvisor.conversation.Reply.Kind;
import dev.certadvisor.conversation.Reply.Part;
import dev.certadvisor.knowledge.Answer;
import dev.certadvisor.knowledge.Answer.Quoted;
import dev.certadvisor.knowledge.Citation;
import dev.certadvisor.knowledge.Comparison;
import dev.certadvisor.knowledge.Passage;
import dev.certadvisor.knowledge.Query;
import dev.certadvisor.knowledge.Ranking.Correction;
import dev.certadvisor.knowledge.Section;
import dev.certadvisor.knowledge.SubjectId;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Makes replies of what the guide says. Quotes are the guide's; every other word comes from the
 * wording.
 */
final class AnswerComposer {

  private static final int MAX_NEAR_SECTIONS = 3;

  /** Characters of a passage that is quoted in brief. */
  private static final int MAX_BRIEF = 320;

  /** Passages that are shown of a section that is asked for by name. */
  static final int MAX_PASSAGES_OF_A_SECTION = 3;

  private final Introduction introduction;
  private final Subjects subjects;
  private final CatalogueWording catalogueWording;
  private final LocalDate seen;
  private final Wording wording;

  /**
   * @param introduction what can be asked instead of what cannot
   * @param subjects what is compared
   * @param catalogueWording for the status of credentials that are named
   * @param seen the day of the newest evidence behind the notes on what holds today
   * @param wording the program's own sentences
   */
  AnswerComposer(
      Introduction introduction,
      Subjects subjects,
      CatalogueWording catalogueWording,
      LocalDate seen,
      Wording wording) {
    this.introduction = introduction;
    this.subjects = subjects;
    this.catalogueWording = catalogueWording;
    this.seen = seen;
    this.wording = wording;
  }

  /** An answer, or that there is none. */
  Reply answer(Answer answer, Route.Ask route, LocalDate today) {
    return switch (answer) {
      case Answer.Found found -> quoted(found.passages(), "answer.found", found, route, today);
      case Answer.Nearest nearest ->
          quoted(nearest.passages(), "answer.nearest", nearest, route, today);
      case Answer.NotCovered none -> notCovered(none, route, today);
    };
  }

  private Reply quoted(
      List<Quoted> passages, String key, Answer answer, Route.Ask route, LocalDate today) {
    List<Part> parts = new ArrayList<>(statusFirst(route.credentials(), today));
    parts.add(new Part.Prose(wording.say(key)));
    parts.add(quote(passages.getFirst()));
    if (passages.size() > 1) {
      parts.add(new Part.Prose(wording.say("answer.also")));
      passages.stream().skip(1).map(AnswerComposer::brief).forEach(parts::add);
    }
    small(parts, answer.corrections(), passages.subList(0, 1));
    parts.add(new Part.Buttons(afterAnswer(route.query(), passages)));
    return new Reply(
        Kind.ANSWER,
        Audience.CONVERSATION,
        parts,
        answer.confidence(),
        subjectsOf(route.query().subjects(), passages),
        Optional.empty());
  }

  private Reply notCovered(Answer.NotCovered none, Route.Ask route, LocalDate today) {
    List<Part> parts = new ArrayList<>();
    parts.add(new Part.Prose(wording.say("answer.not-covered")));
    parts.addAll(statusFirst(route.credentials(), today));
    parts.addAll(catalogueWording.renames(route.query().text(), today));
    parts.addAll(near(none.nearest()));
    corrections(none.corrections()).ifPresent(parts::add);
    return new Reply(
        Kind.UNKNOWN,
        Audience.CONVERSATION,
        parts,
        none.confidence(),
        route.query().subjects(),
        Optional.empty());
  }

  /** Names the sections that come nearest, with a button for each. */
  private List<Part> near(List<Section> nearest) {
    List<Section> shown = nearest.stream().limit(MAX_NEAR_SECTIONS).toList();
    if (shown.isEmpty()) {
      return List.of(
          askInstead(),
          new Part.Buttons(
              List.of(
                  new Reply.Button(
                      wording.say("button.interview"), new Act.Do(Act.Move.START_INTERVIEW)),
                  new Reply.Button(wording.say("button.help"), new Act.Do(Act.Move.HELP)))));
    }
    List<Reply.Button> buttons =
        shown.stream()
            .map(section -> new Reply.Button(label(section.title()), new Act.Read(section.id())))
            .toList();
    return List.of(
        new Part.Prose(
            wording.say(
                "answer.near",
                shown.stream().map(Section::title).collect(Collectors.joining(" · ")))),
        new Part.Buttons(buttons));
  }

  private Part askInstead() {
    return new Part.Prose(wording.say("answer.ask-instead", introduction.answers()));
  }

  /** Both sides, next to each other. */
  Reply comparison(Comparison comparison, Route.Compare route) {
    List<Quoted> quotes =
        Stream.concat(
                comparison.both().stream(),
                comparison.sides().stream().flatMap(side -> side.quotes().stream()))
            .toList();
    List<Part> parts = new ArrayList<>();
    if (comparison.isEmpty()) {
      parts.add(new Part.Prose(wording.say("answer.not-covered")));
      parts.add(askInstead());
    } else {
      parts.add(new Part.Prose(wording.say("answer.comparison")));
      List<Part> common = comparison.both().stream().<Part>map(AnswerComposer::quote).toList();
      int at = parts.size();
      parts.add(new Part.Comparison(comparison.sides().stream().map(this::side).toList()));
      parts.addAll(comparison.bothFirst() ? at : parts.size(), common);
      for (Comparison.Side side : comparison.sides()) {
        if (side.quotes().isEmpty()) {
          String key = comparison.both().isEmpty() ? "answer.side-empty" : "answer.side-no-more";
          parts.add(new Part.Notice(wording.say(key, shortName(side.subject()))));
        }
      }
      small(parts, comparison.corrections(), quotes);
      parts.add(new Part.Buttons(afterComparison(quotes)));
    }
    return new Reply(
        comparison.isEmpty() ? Kind.UNKNOWN : Kind.COMPARISON,
        Audience.CONVERSATION,
        parts,
        comparison.confidence(),
        route.sides(),
        Optional.empty());
  }

  private Part.Side side(Comparison.Side side) {
    return new Part.Side(
        side.subject(),
        subjects.find(side.subject()).map(Subjects.Subject::name).orElse(side.subject().value()),
        side.quotes().stream().map(AnswerComposer::quote).toList());
  }

  /** What a section is about and its first passages. */
  Reply section(Section section) {
    List<Part> parts = new ArrayList<>();
    parts.add(new Part.Heading(section.title()));
    parts.add(new Part.Prose(section.summary()));
    section.passages().stream()
        .limit(MAX_PASSAGES_OF_A_SECTION)
        .map(passage -> quote(section, passage))
        .forEach(parts::add);
    if (section.passages().size() > MAX_PASSAGES_OF_A_SECTION) {
      parts.add(new Part.Notice(wording.say("answer.section-more", section.passages().size())));
      parts.add(readOn());
    }
    return new Reply(
        Kind.ANSWER, Audience.CONVERSATION, parts, 1, subjects.ids(), Optional.empty());
  }

  /**
   * Passages that go on where the last quote stood.
   *
   * @param goesOn whether there are still more
   */
  Reply further(Section section, List<Passage> passages, List<SubjectId> about, boolean goesOn) {
    List<Part> parts = new ArrayList<>();
    parts.add(new Part.Prose(wording.say("answer.further", section.title())));
    passages.forEach(passage -> parts.add(quote(section, passage)));
    if (goesOn) {
      parts.add(readOn());
    }
    return new Reply(Kind.ANSWER, Audience.CONVERSATION, parts, 1, about, Optional.empty());
  }

  private Part readOn() {
    return new Part.Buttons(
        List.of(new Reply.Button(wording.say("button.more"), new Act.Say("tell me more"))));
  }

  /** One passage in full. */
  Reply passage(Section section, Passage passage) {
    List<Part> parts =
        List.of(new Part.Prose(wording.say("answer.found")), quote(section, passage));
    return new Reply(
        Kind.ANSWER, Audience.CONVERSATION, parts, 1, passage.subjects(), Optional.empty());
  }

  private static Part.Quote quote(Section section, Passage passage) {
    return new Part.Quote(
        new Citation(section.id(), section.title(), passage.text()),
        Optional.empty(),
        passage.now());
  }

  /**
   * Nothing that the advisor is for; names what it could be asked instead.
   *
   * @param text the words; products in it that have another name today are told
   */
  Reply unknown(String text, List<Section> nearest, double confidence, LocalDate today) {
    List<Part> parts = new ArrayList<>();
    parts.add(new Part.Prose(wording.say("unknown.text", introduction.matter())));
    parts.addAll(catalogueWording.renames(text, today));
    parts.addAll(near(nearest));
    return new Reply(
        Kind.UNKNOWN, Audience.CONVERSATION, parts, confidence, List.of(), Optional.empty());
  }

  /** One quote that the guide adds to a matter of fact. */
  List<Part> beside(Quoted quoted) {
    return List.of(new Part.Prose(wording.say("answer.beside")), quote(quoted));
  }

  private static Part.Quote quote(Quoted quoted) {
    return new Part.Quote(quoted.citation(), quoted.key(), quoted.passage().now());
  }

  /** Only the sentence that matters: what stands below the first quote must not bury it. */
  private static Part.Quote brief(Quoted quoted) {
    Citation whole = quoted.citation();
    return new Part.Quote(
        new Citation(
            whole.section(),
            whole.title(),
            quoted.key().map(key -> upTo(key, whole.quote())).orElse(whole.quote())),
        Optional.empty(),
        Optional.empty());
  }

  /** With what leads up to it where that is short: "both" and "it" point back. */
  private static String upTo(String key, String passage) {
    int end = passage.indexOf(key) + key.length();
    return end <= MAX_BRIEF ? passage.substring(0, end) : key;
  }

  /** A credential that was asked for by name is told what it is today before anything else. */
  List<Part> statusFirst(List<CredentialId> credentials, LocalDate today) {
    return credentials.stream()
        .<Part>map(credential ->
            new Part.Notice(
                wording.say(
                    "answer.status", credential.code(), catalogueWording.state(credential, today))))
        .toList();
  }

  private void small(List<Part> parts, List<Correction> corrections, List<Quoted> passages) {
    corrections(corrections).ifPresent(parts::add);
    if (passages.stream().anyMatch(quoted -> quoted.passage().now().isPresent())) {
      parts.add(new Part.Notice(wording.say("answer.seen", seen.toString())));
    }
  }

  private Optional<Part> corrections(List<Correction> corrections) {
    return corrections.isEmpty()
        ? Optional.empty()
        : Optional.of(
            new Part.Notice(
                wording.say(
                    "answer.read-as",
                    corrections.stream()
                        .map(c -> "\"" + c.written() + "\" = \"" + c.read() + "\"")
                        .collect(Collectors.joining(", ")))));
  }

  /** Whoever asked about one side is offered both, if that can be asked in few words. */
  private List<Reply.Button> afterAnswer(Query asked, List<Quoted> passages) {
    List<Reply.Button> buttons = new ArrayList<>();
    if (asked.subjects().size() == 1) {
      CompareSuggestion.of(subjects.reworded(asked.text(), List.of()))
          .map(words -> new Reply.Button(wording.say("button.compare"), new Act.Say(words)))
          .ifPresent(buttons::add);
    }
    buttons.addAll(afterComparison(passages));
    return buttons;
  }

  private List<Reply.Button> afterComparison(List<Quoted> passages) {
    String about =
        passages.stream()
            .map(quoted -> quoted.passage().id().toString())
            .distinct()
            .collect(Collectors.joining(","));
    return List.of(
        new Reply.Button(wording.say("button.interview"), new Act.Do(Act.Move.START_INTERVIEW)),
        new Reply.Button(wording.say("button.helpful"), new Act.Rate(true, about)),
        new Reply.Button(wording.say("button.not-helpful"), new Act.Rate(false, about)));
  }

  private List<SubjectId> subjectsOf(List<SubjectId> asked, List<Quoted> passages) {
    return asked.isEmpty()
        ? passages.stream().limit(1).flatMap(q -> q.passage().subjects().stream()).toList()
        : asked;
  }

  private String shortName(SubjectId id) {
    return subjects.find(id).map(Subjects.Subject::shortName).orElse(id.value());
  }

  private static String label(String text) {
    return text.length() <= 75 ? text : text.substring(0, 74) + "…";
  }
}
