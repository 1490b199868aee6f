package dev.certadvisor.pack;

import dev.certadvisor.evaluation.PackCases;
import dev.certadvisor.intent.Intent;
import dev.certadvisor.intent.UtteranceClassifier.Example;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Reads the labelled data of a pack, its folder {@code evaluation}. */
public final class EvaluationReader {

  private static final String FOLDER = "evaluation/";
  private static final String CLOSE = "close";

  private final Path pack;
  private final Problems problems;

  private EvaluationReader(Path pack, Problems problems) {
    this.pack = pack;
    this.problems = problems;
  }

  /**
   * Reads the labelled data.
   *
   * @param pack the pack's folder
   * @param problems gets every mistake; what is returned must not be used where there are any
   */
  public static PackCases read(Path pack, Problems problems) {
    return new EvaluationReader(pack, problems).read();
  }

  private PackCases read() {
    return new PackCases(
        items("questions.yaml").stream().map(this::question).toList(),
        items("uncovered.yaml").stream()
            .map(item -> item.onlyKeys("ask", "why").required("ask").text())
            .toList(),
        items("facts.yaml").stream()
            .map(item ->
                new PackCases.Fact(
                    item.onlyKeys("ask", "credentials", "fact", "expect").required("ask").text(),
                    item.required("expect").texts()))
            .toList(),
        utterances(),
        items("profiles.yaml").stream().map(EvaluationReader::person).toList(),
        floors());
  }

  private PackCases.Question question(YamlNode item) {
    item.onlyKeys("ask", "sections", "kind");
    String kind = item.required("kind").text();
    if (!kind.equals("answer") && !kind.equals("comparison")) {
      problems.add(item, "unknown kind \"" + kind + "\" of question; allowed: answer, comparison");
    }
    List<String> sections = item.required("sections").texts();
    return new PackCases.Question(item.required("ask").text(), sections, kind.equals("comparison"));
  }

  private static PackCases.Person person(YamlNode item) {
    item.onlyKeys("text", "direction", "line", "platform", "conflicting");
    String direction = item.required("direction").text();
    return new PackCases.Person(
        item.required("text").text(),
        direction.equals(CLOSE) ? Optional.empty() : Optional.of(direction));
  }

  private List<Example> utterances() {
    String file = FOLDER + "utterances.tsv";
    List<Example> examples = new ArrayList<>();
    List<String> lines = text(file).lines().toList();
    for (int i = 0; i < lines.size(); i++) {
      String[] parts = lines.get(i).split("\t", -1);
      if (parts.length != 2 || parts[0].isBlank()) {
        problems.add(file, i + 1, "expected utterance<TAB>intent");
      } else if (Intent.of(parts[1].strip()).isEmpty()) {
        problems.add(file, i + 1, "unknown intent \"" + parts[1].strip() + "\"");
      } else {
        examples.add(new Example(parts[0].strip(), parts[1].strip()));
      }
    }
    return examples;
  }

  private Map<String, Double> floors() {
    Map<String, Double> floors = new TreeMap<>();
    String file = FOLDER + "floors.yaml";
    YamlNode.parse(file, 1, text(file), problems)
        .entries()
        .forEach((name, floor) -> floors.put(name, floor.number()));
    return floors;
  }

  private List<YamlNode> items(String name) {
    String file = FOLDER + name;
    return YamlNode.parse(file, 1, text(file), problems).items();
  }

  private String text(String file) {
    try {
      return Files.readString(pack.resolve(file));
    } catch (IOException e) {
      problems.add(file, 0, "is missing or cannot be read");
      return "";
    }
  }
}
