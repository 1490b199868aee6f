package dev.certadvisor.pack;

import static org.assertj.core.api.Assertions.assertThat;

import dev.certadvisor.intent.Intent;
import dev.certadvisor.intent.UtteranceClassifier.Example;
import dev.certadvisor.intent.Vocabulary.Named;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class PhrasesReaderTest {

  private static final String WORDS =
      """
      subjects: {aws: [AWS, amazon]}
      topics: {fees: [fee]}
      attributes: {price: [how much]}
      synonyms: {certification: [cert]}
      both: [both]
      comparatives: [harder]
      comparing: [versus]
      negations: [without]
      outside: {pay: [salary]}
      openers: [what]
      follow-ups: [and]
      """;

  private final Problems problems = new Problems();

  @Test
  void phrasesBecomeExamplesAndNamesAreInLowerCase() {
    Phrases phrases = read(intents() + WORDS);

    assertThat(problems.all()).isEmpty();
    assertThat(phrases.examples()).contains(new Example("ask phrase 1", "ask"));
    assertThat(phrases.vocabulary().subjects())
        .containsExactly(new Named("aws", List.of("aws", "amazon")));
    assertThat(phrases.notForAGuide())
        .contains("oos phrase 3", "help phrase 1", "greet phrase 5")
        .doesNotContain("ask phrase 1", "facts phrase 1", "recommend phrase 1");
  }

  @Test
  void theWordsYesAndNoAreLabelsLikeOthers() {
    assertThat(read(intents() + WORDS).examples())
        .contains(new Example("yes phrase 1", "yes"), new Example("no phrase 1", "no"));
  }

  @Test
  void everyMistakeIsNamedWithItsLine() {
    String text =
        intents().replace("  ask:\n", "  asking:\n").replace("greet phrase 2", "Greet phrase 1")
            + WORDS.replace("both: [both]", "both: []")
            + "moods: [sad]\n";

    read(text);

    assertThat(problems.all())
        .extracting(Problem::message)
        .anyMatch(message -> message.startsWith("unknown intent \"asking\"; allowed: ask, compare"))
        .anyMatch(message -> message.equals("intent \"ask\" needs at least 5 phrases and has 0"))
        .anyMatch(message -> message.startsWith("\"Greet phrase 1\" is there already, in line"))
        .anyMatch(message -> message.equals("\"both\" needs at least one word"))
        .anyMatch(message -> message.startsWith("unknown key \"moods\""));
  }

  @Test
  void anIntentWithTooFewPhrasesIsAMistake() {
    String text = intents().replace("    - ask phrase 5\n", "") + WORDS;

    read(text);

    assertThat(problems.all())
        .extracting(Problem::message)
        .containsExactly("intent \"ask\" needs at least 5 phrases and has 4");
  }

  @Test
  void generalEnglishNeedsNoWritingDown() {
    Phrases phrases =
        read(
            """
            intents:
              ask: [a one, a two, a three, a four, a five]
              compare: [c one, c two, c three, c four, c five]
              fact: [f one, f two, f three, f four, f five]
              recommend: [r one, r two, r three, r four, r five]
              oos: [tides]
            subjects: {filter: [drip]}
            topics: {grind: [grind]}
            synonyms: {exam: [tasting], crema: [foam]}
            both: [each pot]
            """);

    assertThat(problems.all()).isEmpty();
    assertThat(phrases.examples())
        .contains(
            new Example("hello", "greet"), new Example("restart", "restart"),
            new Example("what's the weather like", "oos"), new Example("tides", "oos"));
    assertThat(phrases.vocabulary().both()).contains("the two", "each pot");
    assertThat(phrases.vocabulary().openers()).contains("what");
    assertThat(phrases.vocabulary().synonyms())
        .contains(new Named("crema", List.of("foam")))
        .anySatisfy(exam -> {
          assertThat(exam.id()).isEqualTo("exam");
          assertThat(exam.names()).contains("test", "tasting");
        });
  }

  @Test
  void aPhraseThatThePackHasItselfMeansWhatThePackSays() {
    String text = intents().replace("ask phrase 5", "How do I cook rice") + WORDS;

    assertThat(read(text).examples())
        .contains(new Example("How do I cook rice", "ask"))
        .doesNotContain(new Example("how do i cook rice", "oos"));
  }

  private static String intents() {
    List<String> lines = new ArrayList<>(List.of("intents:"));
    for (Intent intent : Intent.values()) {
      String label = intent.label();
      lines.add(
          "  " + (label.equals("yes") || label.equals("no") ? "\"" + label + "\"" : label) + ":");
      for (int i = 1; i <= 5; i++) {
        lines.add("    - " + label + " phrase " + i);
      }
    }
    return String.join("\n", lines) + "\n";
  }

  private Phrases read(String text) {
    return PhrasesReader.read(YamlNode.parse("phrases.yaml", 1, text, problems), problems);
  }
}
