package dev.certadvisor.evaluation;

import dev.certadvisor.intent.UtteranceClassifier;
import dev.certadvisor.intent.UtteranceClassifier.Classification;
import dev.certadvisor.intent.UtteranceClassifier.Example;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** How well utterances were labelled, by the protocol of Larson et al. 2019 (CLINC150). */
final class IntentScores {

  private final Mean rightInScope = new Mean();
  private final Mean rejectedOutOfScope = new Mean();
  private final List<String> failures = new ArrayList<>();
  private int rejected;
  private int rightlyRejected;

  void add(Example example, Classification classification) {
    boolean outOfScope = example.label().equals(UtteranceClassifier.OUT_OF_SCOPE);
    boolean right = classification.label().equals(example.label());
    (outOfScope ? rejectedOutOfScope : rightInScope).add(right);
    if (classification.label().equals(UtteranceClassifier.OUT_OF_SCOPE)) {
      rejected++;
      rightlyRejected += outOfScope ? 1 : 0;
    }
    if (!right) {
      failures.add(
          "\""
              + example.text()
              + "\" is "
              + example.label()
              + ", taken as "
              + classification.label()
              + ", first "
              + classification.ranked().getFirst().label()
              + " "
              + Report.round(classification.ranked().getFirst().probability()));
    }
  }

  /** One line for each utterance that was labelled wrongly. */
  List<String> failures() {
    return failures;
  }

  /** The figures; those for out of scope only where there were such utterances. */
  Map<String, Object> report() {
    Map<String, Object> report = new LinkedHashMap<>();
    report.put("inScope", rightInScope.count());
    report.put("outOfScope", rejectedOutOfScope.count());
    report.put("accuracyInScope", rightInScope.rounded());
    if (rejectedOutOfScope.count() > 0) {
      double recall = rejectedOutOfScope.value();
      double precision = rejected == 0 ? 0 : (double) rightlyRejected / rejected;
      report.put("oosRecall", Report.round(recall));
      report.put("oosPrecision", Report.round(precision));
      report.put(
          "oosF1",
          Report.round(
              precision + recall == 0 ? 0 : 2 * precision * recall / (precision + recall)));
    }
    return report;
  }
}
