package dev.certadvisor.conversation;

import dev.certadvisor.conversation.Reply.Button;
import dev.certadvisor.conversation.Reply.Part;
import dev.certadvisor.decision.Choice;
import dev.certadvisor.decision.ChoiceOption;
import dev.certadvisor.decision.DirectionId;
import dev.certadvisor.decision.Framework;
import dev.certadvisor.decision.Profile;
import dev.certadvisor.decision.Question;
import dev.certadvisor.decision.QuestionId;
import dev.certadvisor.decision.Recommendation;
import dev.certadvisor.decision.Recommendation.Change;
import dev.certadvisor.decision.Recommendation.Flip;
import dev.certadvisor.decision.Recommendation.Reason;
import dev.certadvisor.knowledge.SectionId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Says why an advice is as it is, and what would change it. */
final class ReasonComposer {

  private static final int MOST_REASONS = 5;
  private static final int MOST_CHANGES = 3;
  private static final int LONGEST_LABEL = 75;

  /** A reason of this weight, in log-odds, outweighs most of the others together. */
  private static final double STRONG = 1.5;

  /** A reason of this weight decides where nothing else is said. */
  private static final double CLEAR = 0.65;

  private final Expertise expertise;
  private final InterviewComposer interview;
  private final Wording wording;

  ReasonComposer(Expertise expertise, InterviewComposer interview, Wording wording) {
    this.expertise = expertise;
    this.interview = interview;
    this.wording = wording;
  }

  /** The choices that carry weight, heaviest first, each with the section that it rests on. */
  List<Part> why(Recommendation advice) {
    if (advice.reasons().isEmpty()) {
      return List.of(new Part.Prose(wording.say("advice.no-reasons")));
    }
    List<Reason> shown = advice.reasons().stream().limit(MOST_REASONS).toList();
    List<Cited> cited =
        shown.stream().map(one -> new Cited(reason(advice, one), one.section())).toList();
    List<Part> parts = new ArrayList<>();
    parts.add(new Part.Heading(wording.say("advice.why")));
    parts.addAll(cited(cited));
    return parts;
  }

  /**
   * Points with the sections they rest on, each told once: all in the same section, in small print
   * below; else each with its own.
   */
  private List<Part> cited(List<Cited> points) {
    List<String> titles =
        points.stream().map(point -> expertise.guide().title(point.section())).toList();
    if (titles.stream().distinct().count() == 1) {
      return List.of(
          new Part.Bullets(points.stream().map(Cited::text).toList()),
          new Part.Notice(wording.say("advice.from", titles.getFirst())));
    }
    return List.of(
        new Part.Bullets(
            IntStream.range(0, points.size())
                .mapToObj(i -> wording.say("advice.cited", points.get(i).text(), titles.get(i)))
                .toList()));
  }

  /**
   * A point and what it rests on.
   *
   * @param text the point
   * @param section of the guide
   */
  private record Cited(String text, SectionId section) {}

  private String reason(Recommendation advice, Reason reason) {
    boolean against = advice.direction().filter(d -> !d.equals(reason.towards())).isPresent();
    String question = interview.question(reason.choice().question());
    return wording.say(
        against ? "advice.reason-against" : "advice.reason-for",
        against ? question : InterviewComposer.capital(question),
        interview.label(reason.choice()),
        expertise.names().of(reason.towards()),
        wording.say(strength(reason.weight())));
  }

  private static String strength(double weight) {
    if (weight >= STRONG) {
      return "advice.strongly";
    }
    return weight >= CLEAR ? "advice.clearly" : "advice.slightly";
  }

  /** The smallest changes that lead elsewhere, alike ones in one line, with buttons to try them. */
  List<Part> whatWouldChange(Recommendation advice) {
    List<List<Flip>> alike = alike(advice.wouldChange());
    if (alike.isEmpty()) {
      return advice.close() ? List.of() : List.of(new Part.Prose(wording.say("advice.firm")));
    }
    List<Part> parts = new ArrayList<>();
    parts.add(new Part.Heading(wording.say("advice.would-change")));
    parts.add(new Part.Bullets(alike.stream().map(this::flip).toList()));
    List<Button> buttons =
        alike.stream()
            .flatMap(List::stream)
            .filter(flip -> flip.changes().size() == 1)
            .map(flip -> tryIt(flip.changes().getFirst()))
            .limit(MOST_CHANGES)
            .toList();
    if (!buttons.isEmpty()) {
      parts.add(new Part.Buttons(buttons));
    }
    return parts;
  }

  /**
   * The first open question with an answer that decides by itself, and what its answers lead to.
   */
  List<Part> whatWouldDecide(Profile profile) {
    Framework framework = expertise.framework();
    int sum = framework.evidence(profile).score();
    for (Question question : framework.open(profile)) {
      Map<DirectionId, List<String>> labels = new LinkedHashMap<>();
      for (ChoiceOption option : question.choices()) {
        framework
            .direction(sum + option.evidence().score())
            .ifPresent(direction ->
                labels
                    .computeIfAbsent(direction, toward -> new ArrayList<>())
                    .add(wording.say("advice.quoted", option.label())));
      }
      if (!labels.isEmpty()) {
        return List.of(
            new Part.Heading(wording.say("advice.would-decide")),
            new Part.Bullets(
                labels.entrySet().stream().map(entry -> decides(question, entry)).toList()));
      }
    }
    return List.of();
  }

  private String decides(Question question, Map.Entry<DirectionId, List<String>> labels) {
    String choices = String.join(wording.say("interview.or"), labels.getValue());
    return wording.say(
        "advice.flip",
        InterviewComposer.capital(change(question.id(), choices)),
        expertise.names().of(labels.getKey()));
  }

  /** Changes of the same questions that lead to the same direction. */
  private static List<List<Flip>> alike(List<Flip> flips) {
    record Likeness(List<QuestionId> questions, DirectionId direction) {}

    Map<Likeness, List<Flip>> groups = new LinkedHashMap<>();
    for (Flip flip : flips) {
      List<QuestionId> questions = flip.changes().stream().map(Change::question).toList();
      groups
          .computeIfAbsent(new Likeness(questions, flip.direction()), likeness -> new ArrayList<>())
          .add(flip);
    }
    return groups.values().stream().limit(MOST_CHANGES).toList();
  }

  /** One changed answer with all that it could be; of several at once, one way to do it. */
  private String flip(List<Flip> alike) {
    Flip first = alike.getFirst();
    String direction = expertise.names().of(first.direction());
    if (first.changes().size() > 1) {
      String changes =
          first.changes().stream()
              .map(change -> change(change.question(), label(change)))
              .collect(Collectors.joining(wording.say("advice.and")));
      return wording.say("advice.flip", InterviewComposer.capital(changes), direction);
    }
    String labels =
        alike.stream()
            .map(flip -> label(flip.changes().getFirst()))
            .collect(Collectors.joining(wording.say("interview.or")));
    String changes = change(first.changes().getFirst().question(), labels);
    return wording.say("advice.flip", InterviewComposer.capital(changes), direction);
  }

  private String change(QuestionId question, String labels) {
    return wording.say("advice.change", interview.question(question), labels);
  }

  private String label(Change change) {
    return wording.say(
        "advice.quoted", interview.label(new Choice(change.question(), change.to())));
  }

  private Button tryIt(Change change) {
    Choice to = new Choice(change.question(), change.to());
    String label =
        wording.say("button.what-if", interview.question(to.question()), interview.label(to));
    return new Button(
        label.length() <= LONGEST_LABEL ? label : label.substring(0, LONGEST_LABEL - 1) + "…",
        new Act.Choose(to));
  }
}
