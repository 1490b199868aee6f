package dev.certadvisor.pack;

import dev.certadvisor.decision.ChoiceId;
import dev.certadvisor.decision.ChoiceOption;
import dev.certadvisor.decision.Evidence;
import dev.certadvisor.decision.Pole;
import dev.certadvisor.decision.Question;
import dev.certadvisor.decision.QuestionId;
import dev.certadvisor.knowledge.SectionId;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Reads the questions of a framework and their choices. */
final class QuestionReader {

  private static final int FEWEST_CHOICES = 3;
  private static final int MOST_CHOICES = 5;
  private static final int MOST_QUESTIONS = 12;

  /** What fits a Slack message comfortably above its buttons. */
  private static final int LONGEST_TEXT = 300;

  private static final int HUNDREDTHS = 100;

  /** Log-odds beyond this would let one answer decide whatever else is said. */
  private static final int MOST_EVIDENCE = 1_000;

  private final Set<SectionId> sections;
  private final List<Pole> poles;

  QuestionReader(Set<SectionId> sections, List<Pole> poles) {
    this.sections = Set.copyOf(sections);
    this.poles = List.copyOf(poles);
  }

  List<Question> read(YamlNode list) {
    List<Question> questions = new ArrayList<>();
    Set<String> ids = new HashSet<>();
    Set<String> names = new HashSet<>();
    for (YamlNode item : list.items()) {
      questions.add(question(item, ids, names));
    }
    if (list.isSequence() && (questions.isEmpty() || questions.size() > MOST_QUESTIONS)) {
      list.problem("expected 1 to " + MOST_QUESTIONS + " questions, found " + questions.size());
    }
    checkReferences(list, questions);
    return questions;
  }

  private Question question(YamlNode item, Set<String> ids, Set<String> names) {
    if (item.optional("only-if").isPresent()) {
      item.problem(
          "\"only-if\" is not allowed: every question has to make sense to everybody, so that all"
              + " combinations of answers can be proven");
    }
    item.onlyKeys(
        "id",
        "name",
        "also",
        "text",
        "why",
        "section",
        "choices",
        "mixed",
        "wish-decides",
        "only-if");
    YamlNode choices = item.required("choices");
    List<ChoiceOption> options = options(choices);
    if (choices.isSequence()) {
      checkOptions(item, choices, options);
    }
    return new Question(
        new QuestionId(unique(item.required("id"), ids)),
        unique(item.required("name"), names),
        item.optional("also").map(YamlNode::texts).orElse(List.of()),
        limited(item.required("text"), LONGEST_TEXT),
        limited(item.required("why"), LONGEST_TEXT),
        FrameworkNodes.named(item.required("section"), SectionId::new, sections),
        options,
        mixed(item, options),
        item.optional("wish-decides").map(YamlNode::flag).orElse(false));
  }

  private static ChoiceId mixed(YamlNode item, List<ChoiceOption> options) {
    Optional<YamlNode> node = item.optional("mixed");
    ChoiceId mixed = node.map(QuestionReader::choiceId).orElse(ChoiceOption.NOT_SURE);
    Optional<ChoiceOption> option =
        options.stream().filter(candidate -> candidate.id().equals(mixed)).findFirst();
    node.ifPresent(written -> {
      if (option.isEmpty()) {
        written.problem("no choice \"" + mixed + "\" in this question");
      } else if (!option.get().evidence().isNone()) {
        written.problem("the choice for both sides alike must not carry evidence");
      }
    });
    return mixed;
  }

  private List<ChoiceOption> options(YamlNode list) {
    List<ChoiceOption> options = new ArrayList<>();
    Set<String> ids = new HashSet<>();
    Set<String> labels = new HashSet<>();
    for (YamlNode item : list.items()) {
      item.onlyKeys(
          "id",
          "label",
          "evidence",
          "means",
          "beginner",
          "words",
          "replies",
          "hinted",
          "spurned",
          "alone");
      String id = unique(item.required("id"), ids);
      options.add(
          new ChoiceOption(
              new ChoiceId(id),
              limited(unique(item.required("label"), labels), item, ChoiceOption.LABEL_LIMIT),
              evidence(item, id),
              item.optional("means").map(YamlNode::text).orElse(id),
              item.optional("beginner").map(YamlNode::flag).orElse(false),
              item.optional("words").map(FrameworkNodes::phrases).orElse(List.of()),
              item.optional("replies").map(FrameworkNodes::phrases).orElse(List.of()),
              FrameworkNodes.reference(item, "hinted"),
              FrameworkNodes.reference(item, "spurned"),
              FrameworkNodes.reference(item, "alone")));
    }
    return options;
  }

  private static void checkOptions(YamlNode item, YamlNode list, List<ChoiceOption> options) {
    if (options.size() < FEWEST_CHOICES || options.size() > MOST_CHOICES) {
      list.problem(
          "expected "
              + FEWEST_CHOICES
              + " to "
              + MOST_CHOICES
              + " choices, found "
              + options.size());
    }
    if (options.stream().noneMatch(option -> option.id().equals(ChoiceOption.NOT_SURE))) {
      list.problem("the choice \"" + ChoiceOption.NOT_SURE + "\" is missing");
    }
    boolean line = options.stream().anyMatch(option -> option.evidence().line() != 0);
    boolean platform = options.stream().anyMatch(option -> option.evidence().platform() != 0);
    if (!line && !platform) {
      item.problem("no choice carries evidence, so nobody would ever be asked");
    }
    if (line && platform) {
      item.problem("a question speaks about one axis only: the line of work or the platform");
    }
  }

  private Evidence evidence(YamlNode item, String id) {
    Optional<YamlNode> written = item.optional("evidence");
    if (written.isEmpty() || written.get().isMissing()) {
      if (!id.equals(ChoiceOption.NOT_SURE.value())) {
        item.problem("\"evidence\" is missing; write \"none\" where the choice says nothing");
      }
      return Evidence.NONE;
    }
    YamlNode node = written.get();
    if (!node.isMapping()) {
      if (!node.text().equals("none")) {
        node.problem("expected \"none\" or a side with its weight, such as {" + sides() + ": 0.5}");
      }
      return Evidence.NONE;
    }
    if (id.equals(ChoiceOption.NOT_SURE.value())) {
      node.problem("\"" + id + "\" must not carry evidence");
    }
    Evidence sum = Evidence.NONE;
    for (var side : node.entries().entrySet()) {
      sum = sum.plus(evidence(side.getKey(), side.getValue()));
    }
    return sum;
  }

  private Evidence evidence(String side, YamlNode node) {
    int weight = FrameworkNodes.hundredths(node);
    if (weight <= 0 || weight > MOST_EVIDENCE) {
      node.problem("a weight has to be above 0 and at most " + MOST_EVIDENCE / HUNDREDTHS);
    }
    if (poles.stream().anyMatch(FrameworkReader::isUnknown)) {
      return new Evidence(weight, 0); // that the poles are not known is the mistake, and told
    }
    for (int place = 0; place < poles.size(); place++) {
      int signed = place == 0 ? weight : -weight;
      if (poles.get(place).line().value().equals(side)) {
        return new Evidence(signed, 0);
      }
      if (poles.get(place).platform().value().equals(side)) {
        return new Evidence(0, signed);
      }
    }
    node.problem("unknown side \"" + side + "\"; known: " + sides());
    return Evidence.NONE;
  }

  private String sides() {
    return poles.stream()
        .map(pole -> pole.line() + ", " + pole.platform())
        .collect(Collectors.joining(", "));
  }

  private static void checkReferences(YamlNode list, List<Question> questions) {
    for (YamlNode question : list.items()) {
      for (YamlNode option : question.required("choices").items()) {
        for (String key : List.of("hinted", "spurned", "alone")) {
          FrameworkNodes.reference(option, key)
              .filter(choice ->
                  questions.stream().noneMatch(known -> FrameworkNodes.has(known, choice)))
              .ifPresent(choice -> option.required(key).problem("no choice \"" + choice + "\""));
        }
      }
    }
  }

  private static ChoiceId choiceId(YamlNode node) {
    return new ChoiceId(node.text().isEmpty() ? "-" : node.text());
  }

  private static String unique(YamlNode node, Set<String> seen) {
    String text = node.text();
    if (!text.isEmpty() && !seen.add(text)) {
      node.problem("\"" + text + "\" is given twice");
    }
    return text.isEmpty() ? "-" : text;
  }

  private static String limited(YamlNode node, int limit) {
    return limited(node.text(), node, limit);
  }

  private static String limited(String text, YamlNode where, int limit) {
    if (text.length() > limit) {
      where.problem("\"" + text + "\" has " + text.length() + " characters; at most " + limit);
    }
    return text;
  }
}
