package dev.certadvisor.search;

import dev.certadvisor.intent.UtteranceClassifier;
import dev.certadvisor.intent.UtteranceClassifier.Example;
import dev.certadvisor.search.Calibration.Trial;
import java.util.List;

/**
 * A machine and naive Bayes on the same examples, before it is known how much the latter helps. It
 * does with many examples a label, and harms with few; so the weight is found by trial.
 *
 * @param machine what the support vector machine has learnt
 * @param bayes what naive Bayes has learnt
 */
record MixedScores(TrainedScores machine, TrainedScores bayes) {

  private static final double[] WEIGHTS = {0, 0.002, 0.004, 0.006, 0.008};

  /** Trains both on examples of at least two labels. */
  static MixedScores train(List<Example> examples) {
    TrainedScores machine = TrainedScores.machine(examples);
    return new MixedScores(machine, machine.bayes(examples));
  }

  /** Tries examples that were not trained on. */
  List<MixedTrial> trials(List<Example> examples) {
    List<String> labels = machine.labels();
    int outOfScope = labels.indexOf(UtteranceClassifier.OUT_OF_SCOPE);
    LinearScores byMachine = machine.scores();
    LinearScores byBayes = bayes.scores();
    return examples.stream()
        .map(example ->
            new MixedTrial(
                new Trial(
                    byMachine.scores(example.text()),
                    labels.indexOf(example.label()),
                    outOfScope,
                    !example.label().equals(UtteranceClassifier.OUT_OF_SCOPE)),
                byBayes.scores(example.text())))
        .toList();
  }

  /** The classifier that trials show to be best, of this model. */
  LinearClassifier fit(List<MixedTrial> trials) {
    double weight = weight(trials);
    List<Trial> mixed = trials.stream().map(trial -> trial.mixed(weight)).toList();
    TrainedScores scores = weight == 0 ? machine : machine.plus(bayes, weight);
    return new LinearClassifier(scores.scores(), Calibration.of(mixed));
  }

  /** The weight of naive Bayes that labels most trials rightly; the least of equally good ones. */
  static double weight(List<MixedTrial> trials) {
    double best = 0;
    long most = -1;
    for (double weight : WEIGHTS) {
      long right =
          trials.stream()
              .map(trial -> trial.mixed(weight))
              .filter(trial -> trial.isRight(trial.scores()))
              .count();
      if (right > most) {
        most = right;
        best = weight;
      }
    }
    return best;
  }

  /**
   * An utterance that was not trained on.
   *
   * @param machine the trial of the machine alone
   * @param bayes the scores of naive Bayes, one a label
   */
  record MixedTrial(Trial machine, double[] bayes) {

    private Trial mixed(double weight) {
      double[] scores = machine.scores().clone();
      for (int label = 0; label < scores.length; label++) {
        scores[label] += weight * bayes[label];
      }
      return new Trial(scores, machine.label(), machine.outOfScope(), machine.inScope());
    }
  }
}
