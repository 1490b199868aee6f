package dev.certadvisor.search;

import static org.assertj.core.api.Assertions.assertThat;

import dev.certadvisor.intent.UtteranceClassifier.Example;
import dev.certadvisor.search.Calibration.Trial;
import dev.certadvisor.search.MixedScores.MixedTrial;
import java.util.List;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

class MixedScoresTest {

  private static final List<Example> EXAMPLES =
      List.of(
          new Example("will it rain today", "weather"),
          new Example("how warm is it today", "weather"),
          new Example("play a song", "music"),
          new Example("put on some music", "music"));

  private final MixedScores mixed = MixedScores.train(EXAMPLES);

  @Test
  void naiveBayesWeighsNothingWhereItDoesNotHelp() {
    MixedTrial right = trial(new double[] {1, 0.99}, new double[] {-9, -1}, 0);

    assertThat(MixedScores.weight(List.of(right))).isZero();
  }

  @Test
  void naiveBayesWeighsTheLeastThatRightsTheMost() {
    // right from 0.01 / 8 on and from 0.04 / 8 on
    MixedTrial close = trial(new double[] {1, 0.99}, new double[] {-9, -1}, 1);
    MixedTrial less = trial(new double[] {1, 0.96}, new double[] {-9, -1}, 1);

    assertThat(MixedScores.weight(List.of(close))).isEqualTo(0.002);
    assertThat(MixedScores.weight(List.of(close, less))).isEqualTo(0.006);
  }

  @Test
  void whatIsOutOfScopeDoesNotCount() {
    MixedTrial outside =
        new MixedTrial(new Trial(new double[] {1, 0.99}, 1, -1, false), new double[] {-9, -1});

    assertThat(MixedScores.weight(List.of(outside))).isZero();
  }

  @Test
  void naiveBayesTellsWhichLabelBringsAFeature() {
    double[] scores = mixed.bayes().scores().scores("rain");

    assertThat(mixed.bayes().labels()).containsExactly("music", "weather");
    assertThat(scores[1]).isGreaterThan(scores[0]);
  }

  @Test
  void aSumScoresAsItsPartsDo() {
    double sum = lead(mixed.machine().plus(mixed.bayes(), 0.5));

    assertThat(sum)
        .isCloseTo(lead(mixed.machine()) + 0.5 * lead(mixed.bayes()), Offset.offset(1e-4));
  }

  /** What the second label has more than the first. */
  private static double lead(TrainedScores model) {
    double[] scores = model.scores().scores("play some rain");
    return scores[1] - scores[0];
  }

  private static MixedTrial trial(double[] machine, double[] bayes, int label) {
    return new MixedTrial(new Trial(machine, label, -1, true), bayes);
  }
}
