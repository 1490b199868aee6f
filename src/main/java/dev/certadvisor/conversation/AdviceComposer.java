package dev.certadvisor.conversation;

import dev.certadvisor.conversation.Reply.Audience;
import dev.certadvisor.conversation.Reply.Button;
import dev.certadvisor.conversation.Reply.Kind;
import dev.certadvisor.conversation.Reply.Part;
import dev.certadvisor.decision.DirectionId;
import dev.certadvisor.decision.NextStep;
import dev.certadvisor.decision.Profile;
import dev.certadvisor.decision.Question;
import dev.certadvisor.decision.Receipt;
import dev.certadvisor.decision.Recommendation;
import dev.certadvisor.interview.Turn;
import dev.certadvisor.knowledge.SubjectId;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** Makes the replies that give an advice: the card, its reasons, and what others may see of it. */
final class AdviceComposer {

  private final Expertise expertise;
  private final InterviewComposer interview;
  private final OutcomeComposer outcome;
  private final ReasonComposer reasons;
  private final ReceiptComposer receipts;
  private final Wording wording;

  AdviceComposer(
      Expertise expertise,
      Map<DirectionId, SubjectId> subjectByDirection,
      InterviewComposer interview,
      CatalogueWording catalogueWording,
      Wording wording) {
    this.expertise = expertise;
    this.interview = interview;
    this.wording = wording;
    outcome = new OutcomeComposer(expertise, subjectByDirection, catalogueWording, wording);
    reasons = new ReasonComposer(expertise, interview, wording);
    receipts = new ReceiptComposer(expertise, interview, catalogueWording, wording);
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
    parts.addAll(outcome.parts(advice, today));
    parts.add(new Part.Prose(settled(turn, advice)));
    parts.addAll(reasons.why(advice));
    parts.addAll(whatElse(turn.profile(), advice));
    parts.addAll(nextSteps());
    parts.add(receipts.issue(turn.profile(), advice, today));
    parts.add(new Part.Buttons(buttons(turn, advice)));
    return reply(parts, advice);
  }

  /**
   * The beginning of an interview, where what a person said of themself leans to neither side.
   *
   * @param notes what was understood of their words
   * @param prompt the first question
   * @param advice on what they said
   */
  Reply tooLittle(List<Turn.Note> notes, Turn.Prompt prompt, Recommendation advice) {
    List<Part> parts = new ArrayList<>(interview.notes(notes));
    parts.add(new Part.Prose(wording.say("advice.too-little")));
    parts.add(interview.prompt(prompt));
    return reply(parts, advice);
  }

  /** The same among others, where no question is put. */
  Reply tooLittleAmongOthers(Recommendation advice) {
    return reply(
        List.of(
            new Part.Prose(wording.say("advice.too-little-here")),
            new Part.Buttons(List.of(button("button.interview", Act.Move.START_INTERVIEW)))),
        withoutAnswers(advice));
  }

  /**
   * The advice where others read along: nothing that the person answered, no receipt, and no button
   * that is theirs alone.
   */
  Reply amongOthers(Profile profile, Recommendation advice, LocalDate today) {
    List<Part> parts = new ArrayList<>(outcome.parts(advice, today));
    whatElse(profile, advice).stream()
        .filter(part -> !(part instanceof Part.Buttons))
        .forEach(parts::add);
    parts.addAll(nextSteps());
    List<Button> buttons = new ArrayList<>(moreOn(advice).stream().toList());
    buttons.add(button("button.interview", Act.Move.START_INTERVIEW));
    parts.add(new Part.Buttons(buttons));
    return reply(parts, withoutAnswers(advice));
  }

  /** What the person alone is shown of an advice that others read: {@link #amongOthers}. */
  Reply aside(Turn.Advised turn, Recommendation advice, LocalDate today) {
    List<Part> parts = new ArrayList<>(interview.notes(turn.before()));
    parts.addAll(reasons.why(advice));
    parts.add(receipts.issue(turn.profile(), advice, today));
    return aside(parts, advice);
  }

  /** The same of an advice whose receipt was given back where others read along. */
  Reply aside(Receipt receipt, Receipt.Comparison comparison, LocalDate today) {
    List<Part> parts = new ArrayList<>(receipts.sinceThen(receipt, comparison, today));
    parts.addAll(reasons.why(comparison.now()));
    if (!comparison.differences().isEmpty()) {
      parts.add(receipts.issue(comparison.holding(), comparison.now(), today));
    }
    return aside(parts, comparison.now());
  }

  private Reply aside(List<Part> parts, Recommendation advice) {
    parts.addFirst(new Part.Notice(wording.say("advice.aside")));
    return reply(parts, advice);
  }

  /** The reasons of an advice that was given before. */
  Reply reasons(Recommendation advice) {
    List<Part> parts = new ArrayList<>();
    parts.add(outcome.heading(advice));
    parts.add(outcome.ranking(advice));
    parts.addAll(reasons.why(advice));
    parts.addAll(reasons.whatWouldChange(advice));
    return reply(parts, advice);
  }

  /** What has become of an advice whose receipt was given back, and the advice as it is today. */
  Reply again(Receipt receipt, Receipt.Comparison comparison, LocalDate today) {
    List<Part> parts = new ArrayList<>(receipts.sinceThen(receipt, comparison, today));
    parts.addAll(outcome.parts(comparison.now(), today));
    parts.addAll(reasons.why(comparison.now()));
    parts.addAll(reasons.whatWouldChange(comparison.now()));
    if (!comparison.differences().isEmpty()) {
      parts.add(receipts.issue(comparison.holding(), comparison.now(), today));
    }
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

  /** What others may see of an advice: nothing that the person answered, and no receipt of it. */
  Reply forOthers(Recommendation advice, LocalDate today) {
    List<Part> parts = new ArrayList<>(outcome.parts(advice, today));
    parts.addAll(nextSteps());
    return reply(parts, withoutAnswers(advice));
  }

  private static Recommendation withoutAnswers(Recommendation advice) {
    return new Recommendation(
        advice.direction(),
        advice.settledEarly(),
        advice.asked(),
        advice.ranking(),
        advice.line(),
        advice.platform(),
        advice.sitToday(),
        advice.candidates(),
        advice.firstStep(),
        List.of(),
        List.of(),
        advice.lead(),
        advice.toTie());
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

  private List<Part> whatElse(Profile profile, Recommendation advice) {
    return advice.close() && advice.wouldChange().isEmpty()
        ? reasons.whatWouldDecide(profile)
        : reasons.whatWouldChange(advice);
  }

  private List<Part> nextSteps() {
    List<Part> parts = new ArrayList<>();
    parts.add(new Part.Heading(wording.say("advice.next-steps")));
    List<NextStep> steps = expertise.framework().nextSteps();
    parts.add(new Part.Bullets(steps.stream().map(step -> step.text()).toList()));
    String titles =
        steps.stream()
            .map(step -> expertise.guide().title(step.section()))
            .distinct()
            .collect(Collectors.joining("; "));
    parts.add(new Part.Notice(wording.say("advice.from", titles)));
    return parts;
  }

  private List<Button> buttons(Turn.Advised turn, Recommendation advice) {
    List<Button> buttons = new ArrayList<>();
    if (!turn.open().isEmpty()) {
      boolean settled = advice.settledEarly() && turn.mayChangeSitting().isEmpty();
      buttons.add(button(settled ? "button.carry-on" : "button.ask-the-rest", Act.Move.CARRY_ON));
    }
    buttons.add(button("button.review", Act.Move.REVIEW));
    moreOn(advice).ifPresent(buttons::add);
    buttons.add(button("button.share", Act.Move.SHARE));
    buttons.add(button("button.restart", Act.Move.RESTART));
    return buttons;
  }

  private Optional<Button> moreOn(Recommendation advice) {
    return advice
        .sitToday()
        .map(sit -> sit.credential().code())
        .map(
            code -> new Button(wording.say("button.more-on", code), new Act.Say("status " + code)));
  }

  private Button button(String key, Act.Move move) {
    return new Button(wording.say(key), new Act.Do(move));
  }

  private Reply reply(List<Part> parts, Recommendation advice) {
    return new Reply(
        Kind.RECOMMENDATION,
        Audience.CONVERSATION,
        parts,
        advice.ranking().isEmpty() ? 0 : advice.ranking().getFirst().share(),
        outcome.subject(advice.direction()).stream().toList(),
        Optional.of(advice));
  }
}
