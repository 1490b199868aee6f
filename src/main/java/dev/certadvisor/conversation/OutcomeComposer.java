package dev.certadvisor.conversation;

import dev.certadvisor.catalogue.Attribute;
import dev.certadvisor.catalogue.CredentialId;
import dev.certadvisor.conversation.Reply.Part;
import dev.certadvisor.decision.Axis;
import dev.certadvisor.decision.DirectionId;
import dev.certadvisor.decision.Question;
import dev.certadvisor.decision.Recommendation;
import dev.certadvisor.decision.Recommendation.Share;
import dev.certadvisor.decision.Recommendation.SitToday;
import dev.certadvisor.knowledge.SubjectId;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Says what an advice comes to: the direction, what to sit today with its status, and how firm it
 * is. Nothing in it tells what the person answered.
 */
final class OutcomeComposer {

  /** What somebody about to book wants to know; the rest is one question away. */
  private static final Set<Attribute> OF_BOOKING =
      EnumSet.of(Attribute.PRICE, Attribute.MINUTES, Attribute.PREREQUISITES);

  private static final Set<Attribute> STATUS_ONLY = EnumSet.of(Attribute.STATUS);

  private final Expertise expertise;
  private final Map<DirectionId, SubjectId> subjectByDirection;
  private final CatalogueWording catalogueWording;
  private final Wording wording;

  OutcomeComposer(
      Expertise expertise,
      Map<DirectionId, SubjectId> subjectByDirection,
      CatalogueWording catalogueWording,
      Wording wording) {
    this.expertise = expertise;
    this.subjectByDirection = Map.copyOf(subjectByDirection);
    this.catalogueWording = catalogueWording;
    this.wording = wording;
  }

  /** The whole outcome, its headline first. */
  List<Part> parts(Recommendation advice, LocalDate today) {
    List<Part> parts = new ArrayList<>();
    parts.add(heading(advice));
    parts.add(new Part.Prose(corner(advice)));
    parts.addAll(sitToday(advice, today));
    advice.ranking().stream()
        .map(Share::direction)
        .filter(direction -> advice.direction().filter(d -> !d.equals(direction)).isEmpty())
        .forEach(direction -> parts.addAll(guideExam(direction, today)));
    parts.add(ranking(advice));
    return parts;
  }

  /** The direction, as a headline. */
  Part.Heading heading(Recommendation advice) {
    return new Part.Heading(
        advice
            .direction()
            .map(direction -> wording.say("advice.heading", expertise.names().of(direction)))
            .orElseGet(() -> wording.say("advice.close")));
  }

  /** How the directions stand. */
  Part.Ranking ranking(Recommendation advice) {
    return new Part.Ranking(
        advice.ranking().stream()
            .map(share -> new Part.Ranked(expertise.names().of(share.direction()), share.share()))
            .toList());
  }

  /** The subject that a direction stands for, where it stands for one. */
  Optional<SubjectId> subject(Optional<DirectionId> direction) {
    return direction.map(subjectByDirection::get);
  }

  /** The guide's own exam for a direction, told for what it is today. */
  private List<Part> guideExam(DirectionId direction, LocalDate today) {
    return subject(Optional.of(direction))
        .flatMap(expertise.subjects()::find)
        .<List<Part>>map(subject ->
            List.of(
                new Part.Notice(
                    wording.say(
                        "advice.guide-exam",
                        expertise.names().of(direction),
                        catalogueWording.title(subject.credential()),
                        catalogueWording.state(subject.credential(), today)))))
        .orElse(List.of());
  }

  private List<Part> sitToday(Recommendation advice, LocalDate today) {
    List<Part> parts = new ArrayList<>();
    if (advice.sitToday().isPresent()) {
      CredentialId credential = advice.sitToday().get().credential();
      parts.add(new Part.Heading(wording.say("advice.sit-today", today.toString())));
      parts.addAll(catalogueWording.facts(List.of(credential), OF_BOOKING, today));
    } else if (advice.candidates().isEmpty()) {
      parts.add(new Part.Prose(wording.say("advice.sit-none", platformQuestion())));
    } else {
      parts.add(new Part.Heading(wording.say("advice.sit-open", today.toString())));
      parts.addAll(
          catalogueWording.facts(
              advice.candidates().stream().map(SitToday::credential).distinct().toList(),
              STATUS_ONLY,
              today));
    }
    advice
        .firstStep()
        .ifPresent(first -> {
          parts.add(new Part.Prose(wording.say("advice.first-step")));
          parts.addAll(catalogueWording.facts(List.of(first.credential()), STATUS_ONLY, today));
        });
    return parts;
  }

  /** What the answers point to on each axis, and what that means for the exam. */
  private String corner(Recommendation advice) {
    Optional<String> line = advice.line().map(expertise.names()::of);
    Optional<String> platform = advice.platform().map(expertise.names()::of);
    if (line.isEmpty() || platform.isEmpty()) {
      boolean complete = advice.asked() == expertise.framework().questions().size();
      String open = wording.say(complete ? "advice.even" : "advice.open");
      return corner(line.orElse(open), platform.orElse(open));
    }
    if (isGuidesOwn(advice) || advice.sitToday().isEmpty()) {
      return corner(line.get(), platform.get());
    }
    String code = advice.sitToday().get().credential().code();
    return advice
        .direction()
        .map(direction ->
            wording.say(
                "advice.other-corner",
                expertise.names().of(direction),
                line.get(),
                platform.get(),
                code))
        .orElseGet(() ->
            wording.say("advice.between", line.get(), platform.get(), code, platformQuestion()));
  }

  private String corner(String line, String platform) {
    String question = platformQuestion();
    String label = question.substring(0, 1).toUpperCase(Locale.ENGLISH) + question.substring(1);
    return wording.say("advice.corner", line, platform, label);
  }

  /** What the pack calls its platforms: the name of the main question about them. */
  private String platformQuestion() {
    return expertise
        .framework()
        .main(Axis.PLATFORM)
        .map(Question::name)
        .orElseGet(() -> wording.say("advice.platform"));
  }

  /** Whether line and platform are those of one of the guide's two directions. */
  private boolean isGuidesOwn(Recommendation advice) {
    return Stream.of(expertise.framework().first(), expertise.framework().second())
        .anyMatch(pole ->
            advice.line().filter(pole.line()::equals).isPresent()
                && advice.platform().filter(pole.platform()::equals).isPresent());
  }
}
