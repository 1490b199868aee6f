package dev.certadvisor.conversation;

import dev.certadvisor.catalogue.CredentialId;
import dev.certadvisor.conversation.Reply.Audience;
import dev.certadvisor.conversation.Reply.Button;
import dev.certadvisor.conversation.Reply.Kind;
import dev.certadvisor.conversation.Reply.Part;
import dev.certadvisor.decision.Choice;
import dev.certadvisor.decision.DirectionId;
import dev.certadvisor.decision.Profile;
import dev.certadvisor.decision.Question;
import dev.certadvisor.decision.Receipt;
import dev.certadvisor.decision.Recommendation;
import dev.certadvisor.interview.Turn;
import dev.certadvisor.knowledge.Section;
import dev.certadvisor.knowledge.SectionId;
import dev.certadvisor.knowledge.SubjectId;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Makes the recommendation card: status first, then what to sit, how firm it is, why, and what
 * would change it.
 */
final class AdviceComposer {

  private static final int MAX_REASONS = 5;
  private static final int MAX_FLIPS = 3;

  private final Expertise expertise;
  private final Map<DirectionId, SubjectId> subjectByDirection;
  private final InterviewComposer interview;
  private final CatalogueWording catalogueWording;
  private final Wording wording;

  AdviceComposer(
      Expertise expertise,
      Map<DirectionId, SubjectId> subjectByDirection,
      InterviewComposer interview,
      CatalogueWording catalogueWording,
      Wording wording) {
    this.expertise = expertise;
    this.subjectByDirection = Map.copyOf(subjectByDirection);
    this.interview = interview;
    this.catalogueWording = catalogueWording;
    this.wording = wording;
  }

  /**
   * The card.
   *
   * @param turn what the interviewer had to say
   * @param advice for the turn's profile
   * @param today the day of the advice
   */
  Reply card(Turn.Advised turn, Recommendation advice, LocalDate today) {
    List<Part> parts = new ArrayList<>(interview.notes(turn.before()));
    parts.addAll(result(advice, today));
    parts.add(new Part.Prose(settled(turn, advice)));
    parts.addAll(why(advice));
    parts.addAll(whatWouldChange(advice));
    parts.add(new Part.Heading(wording.say("advice.next-steps")));
    parts.add(
        new Part.Bullets(
            expertise.framework().nextSteps().stream()
                .map(step -> wording.say("advice.cited", step.text(), title(step.section())))
                .toList()));
    parts.add(new Part.Notice(receipt(turn.profile(), advice, today)));
    parts.add(new Part.Buttons(buttons(turn)));
    return reply(parts, advice);
  }

  /** The reasons of an advice that was given before. */
  Reply reasons(Recommendation advice, LocalDate today) {
    List<Part> parts = new ArrayList<>(result(advice, today));
    parts.addAll(why(advice));
    parts.addAll(whatWouldChange(advice));
    return reply(parts, advice);
  }

  /** The advice as others may read it: nothing of it tells a single answer. */
  Reply withoutAnswers(Recommendation advice, LocalDate today) {
    return reply(result(advice, today), advice);
  }

  /** What became of an advice whose receipt was given back. */
  Reply again(Receipt receipt, Receipt.Comparison comparison, LocalDate today) {
    List<Part> parts = new ArrayList<>();
    parts.add(new Part.Prose(wording.say("receipt.issued", receipt.day().toString())));
    if (comparison.differences().isEmpty()) {
      parts.add(new Part.Prose(wording.say("receipt.same")));
    } else {
      parts.add(new Part.Prose(wording.say("receipt.changed")));
      parts.add(new Part.Bullets(comparison.differences().stream().map(this::difference).toList()));
    }
    parts.addAll(result(comparison.now(), today));
    parts.addAll(why(comparison.now()));
    parts.addAll(whatWouldChange(comparison.now()));
    return reply(parts, comparison.now());
  }

  Reply damagedReceipt() {
    return new Reply(
        Kind.UNKNOWN,
        Audience.CONVERSATION,
        List.of(new Part.Prose(wording.say("receipt.damaged"))),
        1,
        List.of(),
        Optional.empty());
  }

  private String difference(Receipt.Difference difference) {
    return switch (difference) {
      case Receipt.Difference.OtherVersion other ->
          wording.say("receipt.other-version", other.then(), other.now());
      case Receipt.Difference.VoidAnswer answer ->
          wording.say("receipt.void-answer", answer.choice().toString());
      case Receipt.Difference.OtherDirection other ->
          wording.say("receipt.other-direction", name(other.then()), name(other.now()));
      case Receipt.Difference.OtherShare other ->
          wording.say(
              "receipt.other-share",
              Math.round(other.then() / 10.0),
              Math.round(other.now() / 10.0));
      case Receipt.Difference.OtherCredential other ->
          wording.say("receipt.other-credential", code(other.then()), code(other.now()));
    };
  }

  private List<Part> result(Recommendation advice, LocalDate today) {
    List<Part> parts = new ArrayList<>();
    parts.add(new Part.Heading(heading(advice)));
    advice.direction().ifPresent(direction -> parts.addAll(retiredFirst(direction, today)));
    parts.addAll(sitToday(advice, today));
    parts.add(
        new Part.Ranking(
            advice.ranking().stream()
                .map(share ->
                    new Part.Ranked(expertise.names().of(share.direction()), share.share()))
                .toList()));
    parts.add(new Part.Prose(corner(advice)));
    return parts;
  }

  private String heading(Recommendation advice) {
    return advice
        .direction()
        .map(direction -> wording.say("advice.heading", expertise.names().of(direction)))
        .orElseGet(() -> wording.say("advice.close"));
  }

  /**
   * The guide's own exam for a direction is told for what it is today, before anything is advised.
   */
  private List<Part> retiredFirst(DirectionId direction, LocalDate today) {
    return Optional.ofNullable(subjectByDirection.get(direction))
        .flatMap(expertise.subjects()::find)
        .<List<Part>>map(subject ->
            List.of(
                new Part.Notice(
                    wording.say(
                        "advice.guide-exam",
                        catalogueWording.title(subject.credential()),
                        catalogueWording.state(subject.credential(), today)))))
        .orElse(List.of());
  }

  private List<Part> sitToday(Recommendation advice, LocalDate today) {
    List<Part> parts = new ArrayList<>();
    if (advice.sitToday().isPresent()) {
      CredentialId credential = advice.sitToday().get().credential();
      parts.add(new Part.Heading(wording.say("advice.sit-today")));
      parts.addAll(catalogueWording.facts(List.of(credential), Set.of(), today));
    } else if (advice.candidates().isEmpty()) {
      parts.add(new Part.Prose(wording.say("advice.sit-none")));
    } else {
      parts.add(new Part.Heading(wording.say("advice.sit-open")));
      parts.add(
          new Part.Bullets(
              advice.candidates().stream().map(Recommendation.SitToday::why).distinct().toList()));
    }
    advice
        .firstStep()
        .ifPresent(
            first -> parts.add(new Part.Prose(wording.say("advice.first-step", first.why()))));
    return parts;
  }

  private String corner(Recommendation advice) {
    String line =
        advice.line().map(expertise.names()::of).orElseGet(() -> wording.say("advice.open"));
    String platform =
        advice.platform().map(expertise.names()::of).orElseGet(() -> wording.say("advice.open"));
    String corner = wording.say("advice.corner", line, platform);
    return otherCorner(advice)
        ? wording.say(
            "advice.other-corner",
            name(advice.direction()),
            line,
            platform,
            code(advice.sitToday().map(Recommendation.SitToday::credential)))
        : corner;
  }

  /** Whether the exam to sit lies in a corner that the guide's two directions do not know. */
  private boolean otherCorner(Recommendation advice) {
    boolean known =
        Stream.of(expertise.framework().first(), expertise.framework().second())
            .anyMatch(pole ->
                advice.line().filter(pole.line()::equals).isPresent()
                    && advice.platform().filter(pole.platform()::equals).isPresent());
    return !known
        && advice.direction().isPresent()
        && advice.line().isPresent()
        && advice.platform().isPresent()
        && advice.sitToday().isPresent();
  }

  /** How far the questions that are still open could change the advice. */
  private String settled(Turn.Advised turn, Recommendation advice) {
    if (turn.open().isEmpty()) {
      return wording.say("advice.complete", turn.answered());
    }
    if (!advice.settledEarly()) {
      return wording.say("advice.unsettled", turn.answered(), turn.of());
    }
    String sitting =
        turn.mayChangeSitting().stream().map(Question::name).collect(Collectors.joining(", "));
    return sitting.isEmpty()
        ? wording.say("advice.settled", turn.answered(), turn.of())
        : wording.say("advice.settled-direction", turn.answered(), turn.of(), sitting);
  }

  private List<Part> why(Recommendation advice) {
    if (advice.reasons().isEmpty()) {
      return List.of(new Part.Prose(wording.say("advice.no-reasons")));
    }
    return List.of(
        new Part.Heading(wording.say("advice.why")),
        new Part.Bullets(
            advice.reasons().stream()
                .limit(MAX_REASONS)
                .map(reason -> reason(advice, reason))
                .toList()));
  }

  private String reason(Recommendation advice, Recommendation.Reason reason) {
    boolean against =
        advice.direction().isPresent() && !advice.direction().get().equals(reason.towards());
    return wording.say(
        against ? "advice.reason-against" : "advice.reason-for",
        interview.question(reason.choice().question()),
        interview.label(reason.choice()),
        expertise.names().of(reason.towards()),
        String.format(Locale.ROOT, "%.1f", reason.weight()),
        title(reason.section()));
  }

  private List<Part> whatWouldChange(Recommendation advice) {
    if (advice.wouldChange().isEmpty()) {
      return List.of();
    }
    List<Recommendation.Flip> flips = advice.wouldChange().stream().limit(MAX_FLIPS).toList();
    List<Part> parts = new ArrayList<>();
    parts.add(new Part.Heading(wording.say("advice.would-change")));
    parts.add(new Part.Bullets(flips.stream().map(this::flip).toList()));
    List<Button> buttons =
        flips.stream()
            .filter(flip -> flip.changes().size() == 1)
            .map(flip -> flip.changes().getFirst())
            .map(this::tryIt)
            .toList();
    if (!buttons.isEmpty()) {
      parts.add(new Part.Buttons(buttons));
    }
    return parts;
  }

  private String flip(Recommendation.Flip flip) {
    String changes =
        flip.changes().stream()
            .map(change ->
                wording.say(
                    "advice.change",
                    interview.question(change.question()),
                    interview.label(new Choice(change.question(), change.to()))))
            .collect(Collectors.joining(wording.say("advice.and")));
    return wording.say("advice.flip", changes, expertise.names().of(flip.direction()));
  }

  private Button tryIt(Recommendation.Change change) {
    Choice to = new Choice(change.question(), change.to());
    String label = wording.say("button.what-if", interview.label(to));
    return new Button(
        label.length() <= 75 ? label : label.substring(0, 74) + "…", new Act.Choose(to));
  }

  private String receipt(Profile profile, Recommendation advice, LocalDate today) {
    return wording.say(
        "advice.receipt",
        Receipt.of(expertise.id(), expertise.framework(), profile, advice, today).code(),
        today.toString());
  }

  private List<Button> buttons(Turn.Advised turn) {
    List<Button> buttons = new ArrayList<>();
    if (!turn.open().isEmpty()) {
      buttons.add(new Button(wording.say("button.carry-on"), new Act.Do(Act.Move.CARRY_ON)));
    }
    buttons.add(new Button(wording.say("button.review"), new Act.Do(Act.Move.REVIEW)));
    buttons.add(new Button(wording.say("button.restart"), new Act.Do(Act.Move.RESTART)));
    return buttons;
  }

  private Reply reply(List<Part> parts, Recommendation advice) {
    List<SubjectId> subjects = advice.direction().map(subjectByDirection::get).stream().toList();
    return new Reply(
        Kind.RECOMMENDATION,
        Audience.CONVERSATION,
        parts,
        advice.ranking().isEmpty() ? 0 : advice.ranking().getFirst().share(),
        subjects,
        Optional.of(advice));
  }

  private String name(Optional<DirectionId> direction) {
    return direction.map(expertise.names()::of).orElseGet(() -> wording.say("advice.close-short"));
  }

  private String code(Optional<CredentialId> credential) {
    return credential.map(CredentialId::code).orElseGet(() -> wording.say("receipt.none"));
  }

  private String title(SectionId id) {
    return expertise.guide().section(id).map(Section::title).orElse(id.value());
  }
}
