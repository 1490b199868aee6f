package dev.certadvisor.pack;

import dev.certadvisor.intent.Intent;
import dev.certadvisor.intent.UtteranceClassifier.Example;
import dev.certadvisor.intent.Vocabulary;
import dev.certadvisor.intent.Vocabulary.Named;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** Reads {@code phrases.yaml}. */
final class PhrasesReader {

  private static final int FEWEST_EXAMPLES = 5;

  private final Problems problems;
  private final Map<String, YamlNode> firstByPhrase = new HashMap<>();

  private PhrasesReader(Problems problems) {
    this.problems = problems;
  }

  /**
   * Reads the file.
   *
   * @param root the file
   * @param problems gets every mistake; what is returned must not be used where there are any
   */
  static Phrases read(YamlNode root, Problems problems) {
    return new PhrasesReader(problems).read(root);
  }

  private Phrases read(YamlNode root) {
    root.onlyKeys(
        "intents",
        "subjects",
        "topics",
        "attributes",
        "synonyms",
        "both",
        "comparatives",
        "comparing",
        "negations",
        "outside",
        "openers",
        "follow-ups");
    Vocabulary vocabulary =
        new Vocabulary(
            named(root.required("subjects")),
            List.of(),
            named(root.required("topics")),
            named(root.required("attributes")),
            named(root.required("synonyms")),
            words("both", root.required("both")),
            words("comparatives", root.required("comparatives")),
            words("comparing", root.required("comparing")),
            words("negations", root.required("negations")),
            named(root.required("outside")),
            words("openers", root.required("openers")),
            words("follow-ups", root.required("follow-ups")));
    return new Phrases(examples(root.required("intents")), vocabulary);
  }

  private List<Example> examples(YamlNode intents) {
    List<Example> examples = new ArrayList<>();
    intents
        .entries()
        .forEach((label, phrases) -> {
          if (Intent.of(label).isEmpty()) {
            problems.add(phrases, "unknown intent \"" + label + "\"; allowed: " + labels());
          }
          for (YamlNode phrase : phrases.items()) {
            examples.add(new Example(phrase(phrase), label));
          }
          if (phrases.items().size() < FEWEST_EXAMPLES) {
            problems.add(
                phrases, "intent \"" + label + "\" needs at least " + FEWEST_EXAMPLES + " phrases");
          }
        });
    for (Intent intent : Intent.values()) {
      if (!intents.isAbsent()
          && examples.stream().noneMatch(example -> example.label().equals(intent.label()))) {
        problems.add(intents, "intent \"" + intent.label() + "\" has no phrases");
      }
    }
    return examples;
  }

  private String phrase(YamlNode node) {
    String phrase = node.text();
    YamlNode earlier = firstByPhrase.putIfAbsent(phrase.toLowerCase(Locale.ROOT), node);
    if (earlier != null) {
      problems.add(node, "\"" + phrase + "\" is there already, in line " + earlier.line());
    }
    return phrase;
  }

  private static String labels() {
    return Arrays.stream(Intent.values()).map(Intent::label).collect(Collectors.joining(", "));
  }

  private List<Named> named(YamlNode node) {
    List<Named> named = new ArrayList<>();
    node.entries().forEach((id, names) -> named.add(new Named(id, words(id, names))));
    return named;
  }

  private List<String> words(String key, YamlNode node) {
    List<String> words = node.texts().stream().map(word -> word.toLowerCase(Locale.ROOT)).toList();
    if (words.isEmpty() && (node.isSequence() || node.isMissing()) && !node.isAbsent()) {
      problems.add(node, "\"" + key + "\" needs at least one word");
    }
    return words;
  }
}
