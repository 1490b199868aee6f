package dev.certadvisor.search;

import static org.assertj.core.api.Assertions.assertThat;

import dev.certadvisor.search.Calibration.Trial;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class CalibrationTest {

  private static final int OUTSIDE = 2;

  @Test
  void anUtteranceThatLooksOutOfScopeIsLessSurelyInScope() {
    double likely = Calibration.confidence(new double[] {0.5, 0.1, 0.4}, OUTSIDE);
    double unlikely = Calibration.confidence(new double[] {0.5, 0.4, 0.1}, OUTSIDE);

    assertThat(likely).isLessThan(unlikely);
  }

  @Test
  void theLabelForOutOfScopeIsNeverTheBest() {
    double surely = Calibration.confidence(new double[] {0.05, 0.05, 0.9}, OUTSIDE);

    assertThat(surely).isLessThan(0.1);
  }

  @Test
  void withoutThatLabelTheBestProbabilityTells() {
    assertThat(Calibration.confidence(new double[] {0.25, 0.75}, -1)).isEqualTo(0.75);
  }

  @Test
  void theThresholdLosesOneInThreeHundredAndNoMore() {
    List<Trial> trials = new ArrayList<>();
    for (int i = 0; i < 600; i++) {
      trials.add(new Trial(new double[] {1 + i / 100.0, 0.5, 0}, 0, OUTSIDE, true));
    }
    trials.add(new Trial(new double[] {0.1, 0, 0.1}, OUTSIDE, OUTSIDE, false));

    Calibration calibration = Calibration.of(trials);

    assertThat(trials)
        .filteredOn(trial -> trial.inScope() && !accepts(calibration, trial))
        .hasSize(2);
    assertThat(accepts(calibration, trials.getLast())).isFalse();
  }

  private static boolean accepts(Calibration calibration, Trial trial) {
    double[] probabilities = calibration.probabilities(trial.scores());
    return Calibration.confidence(probabilities, OUTSIDE) >= calibration.threshold();
  }
}
