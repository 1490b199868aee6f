package dev.certadvisor.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.Random;
import org.junit.jupiter.api.Test;

class ModelWeightsTest {

  private static final int LABELS = 5;

  @Test
  void aLabelsLeadOverAnotherIsOffByAPartAtMost() {
    float[] exact = random(1_000 * LABELS);
    ModelWeights weights = ModelWeights.of(exact, LABELS);

    for (int feature = 0; feature < 1_000; feature++) {
      float[] scores = new float[LABELS];
      weights.add(feature, 1, scores);
      for (int label = 1; label < LABELS; label++) {
        float lead = exact[feature * LABELS + label] - exact[feature * LABELS];
        assertThat(scores[label] - scores[0])
            .isCloseTo(lead, within(weights.units()[feature] * 1.001f));
      }
    }
  }

  @Test
  void whatAllLabelsHaveInCommonTakesNothingFromWhatDiffers() {
    float[] near = {1_000f, 1_000.25f, 1_000.5f};
    float[] scores = new float[3];

    ModelWeights.of(near, 3).add(0, 2, scores);

    assertThat(scores[1] - scores[0]).isCloseTo(0.5f, within(0.01f));
    assertThat(scores[2] - scores[0]).isCloseTo(1f, within(0.01f));
  }

  @Test
  void aFeatureThatSpeaksForNobodyAddsNothing() {
    float[] scores = {1, 2};

    ModelWeights.of(new float[] {0.3f, 0.3f}, 2).add(0, 1, scores);

    assertThat(scores).containsExactly(1, 2);
  }

  @Test
  void whatIsWrittenIsReadTheSame() throws IOException {
    ModelWeights weights = ModelWeights.of(random(20 * LABELS), LABELS);
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    weights.write(new DataOutputStream(bytes));

    ModelWeights read =
        ModelWeights.read(new DataInputStream(new ByteArrayInputStream(bytes.toByteArray())));

    assertThat(read.parts()).isEqualTo(weights.parts());
    assertThat(read.units()).isEqualTo(weights.units());
  }

  private static float[] random(int count) {
    Random random = new Random(7);
    float[] numbers = new float[count];
    for (int i = 0; i < count; i++) {
      numbers[i] = random.nextFloat(-1, 1);
    }
    return numbers;
  }
}
