package dev.certadvisor.pack;

import dev.certadvisor.intent.Intent;
import dev.certadvisor.intent.UtteranceClassifier.Example;
import dev.certadvisor.intent.Vocabulary;
import dev.certadvisor.intent.Vocabulary.Named;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** Reads {@code phrases.yaml}: what a pack adds to {@link GeneralEnglish}. */
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
            extended("attributes", root),
            extended("synonyms", root),
            extendedWords("both", root),
            extendedWords("comparatives", root),
            extendedWords("comparing", root),
            extendedWords("negations", root),
            extended("outside", root),
            extendedWords("openers", root),
            extendedWords("follow-ups", root));
    return new Phrases(examples(root.required("intents")), vocabulary);
  }

  private List<Example> examples(YamlNode intents) {
    Map<String, YamlNode> own = intents.entries();
    own.forEach((label, phrases) -> {
      if (Intent.of(label).isEmpty()) {
        problems.add(phrases, "unknown intent \"" + label + "\"; allowed: " + labels());
      }
      phrases.items().forEach(this::noteTwice);
    });
    List<Example> examples = new ArrayList<>();
    for (Intent intent : Intent.values()) {
      String label = intent.label();
      List<String> phrases = new ArrayList<>(GeneralEnglish.texts("intents", label));
      // A phrase that the pack has itself means what the pack says.
      phrases.removeIf(phrase -> firstByPhrase.containsKey(phrase.toLowerCase(Locale.ROOT)));
      Optional.ofNullable(own.get(label)).ifPresent(node -> phrases.addAll(node.texts()));
      if (!intents.isAbsent() && phrases.size() < FEWEST_EXAMPLES) {
        problems.add(
            own.getOrDefault(label, intents),
            "intent \"%s\" needs at least %d phrases and has %d"
                .formatted(label, FEWEST_EXAMPLES, phrases.size()));
      }
      phrases.forEach(phrase -> examples.add(new Example(phrase, label)));
    }
    return examples;
  }

  private void noteTwice(YamlNode node) {
    String phrase = node.text();
    YamlNode earlier = firstByPhrase.putIfAbsent(phrase.toLowerCase(Locale.ROOT), node);
    if (earlier != null) {
      problems.add(node, "\"" + phrase + "\" is there already, in line " + earlier.line());
    }
  }

  private static String labels() {
    return Arrays.stream(Intent.values()).map(Intent::label).collect(Collectors.joining(", "));
  }

  private List<Named> named(YamlNode node) {
    List<Named> named = new ArrayList<>();
    node.entries().forEach((id, names) -> named.add(new Named(id, words(id, names))));
    return named;
  }

  /** Names of general English, with what the pack adds to them, and then those of its own. */
  private List<Named> extended(String key, YamlNode root) {
    Map<String, List<String>> names = new LinkedHashMap<>();
    named(GeneralEnglish.get(key))
        .forEach(general -> names.put(general.id(), new ArrayList<>(general.names())));
    root.optional(key).map(this::named).orElse(List.of()).stream()
        .forEach(
            own -> names.computeIfAbsent(own.id(), id -> new ArrayList<>()).addAll(own.names()));
    return names.entrySet().stream()
        .map(entry -> new Named(entry.getKey(), entry.getValue()))
        .toList();
  }

  private List<String> extendedWords(String key, YamlNode root) {
    List<String> words = new ArrayList<>(words(key, GeneralEnglish.get(key)));
    root.optional(key).map(own -> words(key, own)).ifPresent(words::addAll);
    return words;
  }

  private List<String> words(String key, YamlNode node) {
    List<String> words = node.texts().stream().map(word -> word.toLowerCase(Locale.ROOT)).toList();
    if (words.isEmpty() && (node.isSequence() || node.isMissing()) && !node.isAbsent()) {
      problems.add(node, "\"" + key + "\" needs at least one word");
    }
    return words;
  }
}
