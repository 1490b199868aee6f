package dev.certadvisor.pack;

import static org.assertj.core.api.Assertions.assertThat;

import dev.certadvisor.decision.ChoiceOption;
import dev.certadvisor.decision.Framework;
import dev.certadvisor.decision.Frameworks;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class FrameworkReaderTest {

  private static List<String> problems(String text) {
    Problems problems = new Problems();
    Frameworks.read(text, problems);
    return problems.all().stream().map(Problem::toString).toList();
  }

  /** The shipped framework with one line replaced, and what is said of it. */
  private static List<String> problemsWith(String original, String replacement) {
    String shipped = Frameworks.shippedText();
    assertThat(shipped).contains(original);
    return problems(shipped.replaceFirst(Pattern.quote(original), replacement));
  }

  private static int lineOf(String part) {
    String shipped = Frameworks.shippedText();
    return (int) shipped.substring(0, shipped.indexOf(part)).lines().count()
        + (shipped.charAt(shipped.indexOf(part) - 1) == '\n' ? 1 : 0);
  }

  @Test
  void readsTheShippedFramework() {
    Problems problems = new Problems();

    Framework framework = Frameworks.read(Frameworks.shippedText(), problems);

    assertThat(problems.all()).isEmpty();
    assertThat(framework.questions()).hasSizeBetween(6, 9);
    assertThat(framework.questions())
        .allSatisfy(question -> {
          assertThat(question.choices()).hasSizeBetween(3, 5);
          assertThat(question.choice(ChoiceOption.NOT_SURE)).isPresent();
        });
  }

  @Test
  void namesTheLineOfAnUnknownSection() {
    assertThat(problemsWith("    section: career\n", "    section: carreer\n"))
        .singleElement()
        .asString()
        .startsWith(
            "framework.yaml:" + lineOf("    section: career") + ": unknown \"carreer\"; known: ");
  }

  @Test
  void namesTheLineOfMissingEvidence() {
    assertThat(problemsWith("        evidence: {aws: 2.0}\n", ""))
        .anyMatch(problem ->
            problem.endsWith(
                "\"evidence\" is missing; write \"none\" where the choice says nothing"));
  }

  @Test
  void refusesEvidenceForAnUnknownSideOrWeight() {
    assertThat(problemsWith("{aws: 2.0}", "{gcp: 2.0}"))
        .anyMatch(problem -> problem.contains("unknown side \"gcp\"; known: ml-engineering, aws,"));
    assertThat(problemsWith("{aws: 2.0}", "{aws: 2.001}"))
        .anyMatch(problem -> problem.contains("at most two decimals, found \"2.001\""));
    assertThat(problemsWith("{aws: 2.0}", "{aws: -1}"))
        .anyMatch(problem -> problem.contains("a weight has to be above 0 and at most 10"));
    assertThat(problemsWith("{aws: 2.0}", "{ml-engineering: 2.0}"))
        .anyMatch(problem -> problem.contains("one axis only"));
  }

  @Test
  void refusesIdsThatAreGivenTwice() {
    assertThat(problemsWith("  - id: goal\n", "  - id: work-cloud\n"))
        .anyMatch(problem -> problem.endsWith(": \"work-cloud\" is given twice"));
    assertThat(problemsWith("      - id: azure\n", "      - id: aws\n"))
        .anyMatch(problem -> problem.endsWith(": \"aws\" is given twice"));
  }

  @Test
  void refusesAQuestionWithoutNotSure() {
    assertThat(problemsWith("      - id: not-sure\n", "      - id: unsure\n"))
        .anyMatch(problem -> problem.endsWith(": the choice \"not-sure\" is missing"));
  }

  @Test
  void refusesALabelThatNoButtonHolds() {
    assertThat(
            problemsWith(
                "label: Data science, statistics, trying out models", "label: " + "x".repeat(76)))
        .anyMatch(problem -> problem.endsWith(" has 76 characters; at most 75"));
  }

  @Test
  void refusesUnknownCredentials() {
    assertThat(problemsWith("[AIP-C01]", "[AIP-C99]"))
        .anyMatch(problem ->
            problem.startsWith("framework.yaml:" + lineOf("[AIP-C01]") + ": unknown \"AIP-C99\""));
  }

  @Test
  void refusesACornerWithoutCredential() {
    assertThat(
            problemsWith("  - {line: ai-application, platform: aws, credentials: [AIP-C01]}\n", ""))
        .singleElement()
        .asString()
        .endsWith("nothing says what to sit for ai-application on aws");
  }

  @Test
  void refusesReferencesToChoicesThatDoNotExist() {
    assertThat(problemsWith("hinted: study/theory", "hinted: study/practise"))
        .anyMatch(problem -> problem.endsWith("no choice \"study/practise\""));
    assertThat(problemsWith("choices: [daily-work/apps]", "choices: [daily-work/app]"))
        .anyMatch(
            problem -> problem.endsWith("no choice \"daily-work/app\"; expected question/choice"));
  }

  @Test
  void refusesConditionsAndSaysWhy() {
    assertThat(problemsWith("    wish-decides: true\n", "    only-if: goal/either\n"))
        .singleElement()
        .asString()
        .contains("\"only-if\" is not allowed: every question has to make sense to everybody");
  }

  @Test
  void refusesAQuestionThatNobodyIsAsked() {
    String feather =
        Frameworks.shippedText()
            .replace("{ml-engineering: 0.2}", "{ml-engineering: 0.01}")
            .replace("{ai-application: 0.2}", "{ai-application: 0.01}");

    assertThat(problems(feather))
        .singleElement()
        .asString()
        .contains("nobody is ever asked \"time\"");
  }

  @Test
  void refusesPhrasesWithoutWords() {
    assertThat(problemsWith("words: [multi cloud,", "words: [train .. !, multi cloud,"))
        .singleElement()
        .asString()
        .endsWith("the phrase \"train .. !\" needs a word on each side of \"..\"");
  }

  @Test
  void refusesUnknownCues() {
    assertThat(problemsWith("  others: [", "  disgust: ["))
        .anyMatch(problem -> problem.contains("unknown cue \"disgust\"; allowed: negation, "));
  }

  @Test
  void saysOnlyThatItIsNotYamlWhereItIsNot() {
    assertThat(problems("version: \"1\"\nmargin: [\n"))
        .singleElement()
        .asString()
        .contains("not YAML");
  }

  @Test
  void reportsEveryMistakeAtOnce() {
    assertThat(problems("version: \"1\"\nmargin: much\nextra: 1\n"))
        .contains(
            "framework.yaml:2: expected a number with at most two decimals, found \"much\"",
            "framework.yaml:1: \"questions\" is missing")
        .anyMatch(problem -> problem.startsWith("framework.yaml:3: unknown key \"extra\""));
  }
}
