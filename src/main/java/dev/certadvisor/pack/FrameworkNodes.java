package dev.certadvisor.pack;

import dev.certadvisor.decision.Choice;
import dev.certadvisor.decision.ChoiceId;
import dev.certadvisor.decision.Phrase;
import dev.certadvisor.decision.Question;
import dev.certadvisor.decision.QuestionId;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The kinds of values that only a framework has: weights, phrases, choices, known ids. */
final class FrameworkNodes {

  private FrameworkNodes() {}

  /** A number with at most two decimals, in hundredths. */
  static int hundredths(YamlNode node) {
    if (node.isAbsent()) {
      return 1;
    }
    try {
      return new BigDecimal(node.text()).movePointRight(2).intValueExact();
    } catch (ArithmeticException | NumberFormatException e) {
      node.problem("expected a number with at most two decimals, found \"" + node.text() + "\"");
      return 1;
    }
  }

  static List<Phrase> phrases(YamlNode list) {
    List<Phrase> phrases = new ArrayList<>();
    for (YamlNode item : list.items()) {
      try {
        phrases.add(Phrase.of(item.text()));
      } catch (IllegalArgumentException e) {
        item.problem(String.valueOf(e.getMessage()));
      }
    }
    return phrases;
  }

  static Optional<Choice> reference(YamlNode item, String key) {
    return item.optional(key)
        .map(node -> {
          String[] parts = node.text().split("/", -1);
          if (parts.length != 2 || parts[0].isBlank() || parts[1].isBlank()) {
            node.problem("expected question/choice, found \"" + node.text() + "\"");
            return new Choice(new QuestionId("-"), new ChoiceId("-"));
          }
          return new Choice(new QuestionId(parts[0]), new ChoiceId(parts[1]));
        });
  }

  static boolean has(Question question, Choice choice) {
    return question.id().equals(choice.question()) && question.choice(choice.choice()).isPresent();
  }

  /** The id written there, with a problem where it is not among those known. */
  static <T> T named(YamlNode node, Function<String, T> toId, Set<T> known) {
    String text = node.text();
    T id = toId.apply(text.isEmpty() ? "-" : text);
    // Where nothing is known, that is the mistake, and told at its own place.
    if (!node.isMissing() && !known.isEmpty() && !known.contains(id)) {
      node.problem(unknown(text, known));
    }
    return id;
  }

  static String unknown(String text, Set<?> known) {
    return "unknown \""
        + text
        + "\"; known: "
        + known.stream().map(Object::toString).sorted().collect(Collectors.joining(", "));
  }
}
