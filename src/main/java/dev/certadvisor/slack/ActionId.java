package dev.certadvisor.slack;

import dev.certadvisor.conversation.Act;
import dev.certadvisor.decision.Choice;
import dev.certadvisor.decision.ChoiceId;
import dev.certadvisor.decision.QuestionId;
import dev.certadvisor.knowledge.SectionId;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * What a button carries through Slack and back: an {@link Act} as an opaque text with a version, so
 * that a button of an old message is either understood or known to be outdated.
 */
final class ActionId {

  /** All action ids of ours; Slack wants them different within a message. */
  static final Pattern ANY = Pattern.compile("act:\\d+");

  private static final String VERSION = "1";

  /** Leaves room for the frame when written in four characters for three bytes. */
  private static final int MOST_TEXT_BYTES = 1_400;

  private ActionId() {}

  /** The action id of a message's n-th button. */
  static String of(int index) {
    return "act:" + index;
  }

  /** The value for an act; words to be said are cut where they are too long for a button. */
  static String encode(Act act) {
    return switch (act) {
      case Act.Say say -> join("say", fitting(say.text()));
      case Act.Choose choose ->
          join("choose", choose.choice().question().value(), choose.choice().choice().value());
      case Act.Change change -> join("change", change.question().value());
      case Act.Read read -> join("read", read.section().value());
      case Act.Do move -> join("do", move.move().name());
      case Act.Answer answer ->
          join("answer", answer.choice().question().value(), answer.choice().choice().value());
      case Act.ShareAnswer share -> join("share-answer", fitting(share.question()));
      case Act.ShareAdvice share -> join("share-advice", "");
      case Act.AskPerson ask -> join("ask-person", fitting(ask.question()));
      case Act.SetChannel set -> join("set-channel", "");
      case Act.SetPeople set -> join("set-people", "");
      case Act.Submit submit ->
          throw new IllegalArgumentException("a form is handed in by its window, not by a button");
      case Act.Rate rate -> join("rate", rate.helpful() ? "yes" : "no", fitting(rate.about()));
    };
  }

  /** The act of a value; empty where this version does not understand it. */
  static Optional<Act> decode(String value) {
    List<String> parts = Arrays.asList(value.split("\\.", -1));
    if (parts.size() < 3 || !parts.get(0).equals(VERSION)) {
      return Optional.empty();
    }
    try {
      List<String> fields =
          parts.stream()
              .skip(2)
              .map(part -> new String(Base64.getUrlDecoder().decode(part), StandardCharsets.UTF_8))
              .toList();
      return act(parts.get(1), fields);
    } catch (IllegalArgumentException e) {
      return Optional.empty(); // no Base64, a blank id, or a move that is no more
    }
  }

  private static Optional<Act> act(String kind, List<String> fields) {
    return switch (kind + fields.size()) {
      case "say1" -> Optional.of(new Act.Say(fields.get(0)));
      case "choose2" -> Optional.of(new Act.Choose(choice(fields)));
      case "answer2" -> Optional.of(new Act.Answer(choice(fields)));
      case "share-answer1" -> Optional.of(new Act.ShareAnswer(fields.get(0)));
      case "share-advice1" -> Optional.of(new Act.ShareAdvice());
      case "ask-person1" -> Optional.of(new Act.AskPerson(fields.get(0)));
      case "set-channel1" -> Optional.of(new Act.SetChannel());
      case "set-people1" -> Optional.of(new Act.SetPeople());
      case "change1" -> Optional.of(new Act.Change(new QuestionId(fields.get(0))));
      case "read1" -> Optional.of(new Act.Read(new SectionId(fields.get(0))));
      case "do1" -> Optional.of(new Act.Do(Act.Move.valueOf(fields.get(0))));
      case "rate2" -> Optional.of(new Act.Rate(fields.get(0).equals("yes"), fields.get(1)));
      default -> Optional.empty();
    };
  }

  private static Choice choice(List<String> fields) {
    return new Choice(new QuestionId(fields.get(0)), new ChoiceId(fields.get(1)));
  }

  private static String join(String kind, String... fields) {
    return Arrays.stream(fields)
        .map(field ->
            Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString(field.getBytes(StandardCharsets.UTF_8)))
        .collect(Collectors.joining(".", VERSION + "." + kind + ".", ""));
  }

  private static String fitting(String text) {
    int end = text.length();
    while (text.substring(0, end).getBytes(StandardCharsets.UTF_8).length > MOST_TEXT_BYTES) {
      end = text.offsetByCodePoints(end, -1);
    }
    return text.substring(0, end);
  }
}
