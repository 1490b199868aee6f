package dev.certadvisor.evaluation;

import dev.certadvisor.evaluation.AnswerLine.RankedSection;
import dev.certadvisor.evaluation.LabelledQuestion.Gold;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** How well the questions of a collection were answered. */
final class AnswerScores {

  private final Map<String, String> textBySection;
  private final List<String> failures = new ArrayList<>();
  private final List<Double> confidenceOfAnswerable = new ArrayList<>();
  private final Map<String, List<Double>> confidenceByKind = new TreeMap<>();
  private final Map<String, Mean> letThroughByKind = new TreeMap<>();
  private final Mean reciprocalRank = new Mean();
  private final Mean firstRight = new Mean();
  private final Mean inFive = new Mean();
  private final Mean gain = new Mean();
  private final Mean kept = new Mean();
  private final Mean answerRight = new Mean();
  private final Mean answerRightAndGiven = new Mean();
  private final Mean citationRight = new Mean();
  private final Mean bothInTwo = new Mean();
  private final Mean bothInFive = new Mean();
  private final List<Long> latencies = new ArrayList<>();

  private AnswerScores(Map<String, String> textBySection) {
    this.textBySection = textBySection;
  }

  /**
   * Scores answers.
   *
   * @param questions with or without what is right
   * @param answers one a question, in the same order
   * @param textBySection the text of every section by its id
   */
  static AnswerScores of(
      List<LabelledQuestion> questions,
      List<AnswerLine> answers,
      Map<String, String> textBySection) {
    AnswerScores scores = new AnswerScores(textBySection);
    for (int i = 0; i < questions.size(); i++) {
      scores.add(questions.get(i), answers.get(i));
    }
    return scores;
  }

  private void add(LabelledQuestion question, AnswerLine answer) {
    latencies.add(answer.latencyMicros());
    question
        .gold()
        .ifPresent(gold -> {
          if (gold.answerable()) {
            addAnswerable(question, gold, answer);
          } else {
            addUnanswerable(question, gold, answer);
          }
        });
  }

  private void addUnanswerable(LabelledQuestion question, Gold gold, AnswerLine answer) {
    confidenceByKind
        .computeIfAbsent(gold.kind(), kind -> new ArrayList<>())
        .add(answer.confidence());
    letThroughByKind.computeIfAbsent(gold.kind(), kind -> new Mean()).add(answer.answered());
    if (answer.answered()) {
      failures.add("let through (" + gold.kind() + "): " + described(question, answer));
    }
  }

  private void addAnswerable(LabelledQuestion question, Gold gold, AnswerLine answer) {
    confidenceOfAnswerable.add(answer.confidence());
    kept.add(answer.answered());
    if (!answer.answered()) {
      failures.add("declined: " + described(question, answer));
    }
    List<String> ids = answer.ranked().stream().map(RankedSection::sectionId).toList();
    addRanks(gold, ids);
    if (ids.isEmpty() || !gold.sections().contains(ids.getFirst())) {
      failures.add("wrong first (right: " + gold.sections() + "): " + described(question, answer));
    }
    if (answer.answered()) {
      citationRight.add(answer.citations().stream().anyMatch(gold.sections()::contains));
    }
    if (isInGoldSections(gold)) {
      boolean right = GoldText.holds(answer.answer(), gold.answers());
      answerRight.add(right);
      answerRightAndGiven.add(right && answer.answered());
    }
  }

  private void addRanks(Gold gold, List<String> ids) {
    int first = 0;
    double sum = 0;
    double ideal = 0;
    for (int rank = 1; rank <= 10; rank++) {
      double value = Math.log(2) / Math.log(rank + 1);
      ideal += rank <= gold.sections().size() ? value : 0;
      if (rank <= ids.size() && gold.sections().contains(ids.get(rank - 1))) {
        sum += value;
        first = first == 0 ? rank : first;
      }
    }
    reciprocalRank.add(first == 0 ? 0 : 1.0 / first);
    firstRight.add(first == 1);
    inFive.add(first > 0 && first <= 5);
    gain.add(ideal == 0 ? 0 : sum / ideal);
    if (gold.kind().equals("comparison")) {
      bothInTwo.add(ids.subList(0, Math.min(2, ids.size())).containsAll(gold.sections()));
      bothInFive.add(ids.subList(0, Math.min(5, ids.size())).containsAll(gold.sections()));
    }
  }

  /** Only answers that really stand in the sections are judged. */
  private boolean isInGoldSections(Gold gold) {
    StringBuilder text = new StringBuilder();
    for (String section : gold.sections().stream().sorted().toList()) {
      text.append(textBySection.getOrDefault(section, "")).append(' ');
    }
    return !gold.answers().isEmpty() && GoldText.holds(text.toString(), gold.answers());
  }

  private static String described(LabelledQuestion question, AnswerLine answer) {
    String first = answer.ranked().isEmpty() ? "none" : answer.ranked().getFirst().sectionId();
    return question.id()
        + " \""
        + question.text()
        + "\" -> "
        + first
        + ", confidence "
        + Report.round(answer.confidence());
  }

  /** One line for each thing that went wrong, in the order of the questions. */
  List<String> failures() {
    return failures;
  }

  /** All figures that the collection allows. */
  Map<String, Object> report() {
    Map<String, Object> report = new LinkedHashMap<>();
    if (reciprocalRank.count() > 0) {
      report.put(
          "retrieval",
          group(
              "mrr@10", reciprocalRank, "recall@1", firstRight, "hit@5", inFive, "ndcg@10", gain));
      report.put(
          "answer",
          group(
              "rightIgnoringAbstention", answerRight,
              "rightAndGiven", answerRightAndGiven,
              "citationRightOfAnswered", citationRight));
      report.put("answerability", answerability());
    }
    if (bothInTwo.count() > 0) {
      report.put("comparison", group("both@2", bothInTwo, "both@5", bothInFive));
    }
    latencies.sort(null);
    if (!latencies.isEmpty()) {
      report.put("p50Micros", latencies.get(latencies.size() / 2));
      report.put("p99Micros", latencies.get((int) (latencies.size() * 0.99)));
    }
    return report;
  }

  private Map<String, Object> answerability() {
    Map<String, Object> report = new LinkedHashMap<>();
    report.put("kept", kept.rounded());
    Map<String, Object> through = new LinkedHashMap<>();
    letThroughByKind.forEach((kind, mean) -> through.put(kind, mean.rounded()));
    report.put("letThrough", through);
    Map<String, Object> areas = new LinkedHashMap<>();
    confidenceByKind.forEach(
        (kind, values) -> areas.put(kind, Report.round(Auroc.of(confidenceOfAnswerable, values))));
    report.put("auroc", areas);
    return report;
  }

  private static Map<String, Object> group(Object... namesAndMeans) {
    Map<String, Object> group = new LinkedHashMap<>();
    for (int i = 0; i < namesAndMeans.length; i += 2) {
      group.put((String) namesAndMeans[i], ((Mean) namesAndMeans[i + 1]).rounded());
    }
    return group;
  }
}
