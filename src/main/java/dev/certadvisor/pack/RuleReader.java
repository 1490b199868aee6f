package dev.certadvisor.pack;

import dev.certadvisor.decision.Choice;
import dev.certadvisor.decision.ChoiceId;
import dev.certadvisor.decision.DirectionId;
import dev.certadvisor.decision.Fixture;
import dev.certadvisor.decision.LineId;
import dev.certadvisor.decision.PlatformId;
import dev.certadvisor.decision.Question;
import dev.certadvisor.decision.QuestionId;
import dev.certadvisor.knowledge.SectionId;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/** Reads the rules of the guide that a framework has to reproduce. */
final class RuleReader {

  /** What an author writes where a rule leaves the direction open. */
  private static final String CLOSE = "close";

  private final FrameworkReader.Known known;
  private final List<Question> questions;

  RuleReader(FrameworkReader.Known known, List<Question> questions) {
    this.known = known;
    this.questions = List.copyOf(questions);
  }

  List<Fixture> read(YamlNode list) {
    List<Fixture> rules = new ArrayList<>();
    for (YamlNode item : list.items()) {
      item.onlyKeys("rule", "section", "choices", "direction", "line", "platform");
      rules.add(
          new Fixture(
              item.required("rule").text(),
              FrameworkNodes.named(item.required("section"), SectionId::new, known.sections()),
              choices(item.required("choices")),
              direction(item.required("direction")),
              optional(item, "line", LineId::new, known.lines()),
              optional(item, "platform", PlatformId::new, known.platforms())));
    }
    return rules;
  }

  private List<Choice> choices(YamlNode list) {
    List<Choice> choices = new ArrayList<>();
    Set<QuestionId> answered = new HashSet<>();
    for (YamlNode node : list.items()) {
      String[] parts = node.text().split("/", -1);
      Optional<Choice> choice =
          parts.length == 2 && !parts[0].isBlank() && !parts[1].isBlank()
              ? Optional.of(new Choice(new QuestionId(parts[0]), new ChoiceId(parts[1])))
              : Optional.empty();
      if (questions.isEmpty()) {
        continue; // that there are none is the mistake, and told
      }
      if (choice.isEmpty()
          || questions.stream().noneMatch(known -> FrameworkNodes.has(known, choice.get()))) {
        node.problem("no choice \"" + node.text() + "\"; expected question/choice");
      } else if (!answered.add(choice.get().question())) {
        node.problem("\"" + choice.get().question() + "\" is answered twice");
      } else {
        choices.add(choice.get());
      }
    }
    return choices;
  }

  private Optional<DirectionId> direction(YamlNode node) {
    return node.text().equals(CLOSE)
        ? Optional.empty()
        : Optional.of(FrameworkNodes.named(node, DirectionId::new, known.directions()));
  }

  private static <T> Optional<T> optional(
      YamlNode item, String key, Function<String, T> toId, Set<T> known) {
    return item.optional(key).map(node -> FrameworkNodes.named(node, toId, known));
  }
}
