package dev.certadvisor.evaluation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class AurocTest {

  @Test
  void tiesCountHalf() {
    assertThat(Auroc.of(List.of(0.9, 0.5), List.of(0.5, 0.1))).isEqualTo(0.875);
  }

  @Test
  void perfectOrderIsOneAndReversedZero() {
    assertThat(Auroc.of(List.of(3.0, 2.0), List.of(1.0))).isEqualTo(1);
    assertThat(Auroc.of(List.of(1.0), List.of(2.0, 3.0))).isZero();
  }

  @Test
  void ofNothingItIsZero() {
    assertThat(Auroc.of(List.of(), List.of(1.0))).isZero();
  }
}
