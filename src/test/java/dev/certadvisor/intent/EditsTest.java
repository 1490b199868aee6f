package dev.certadvisor.intent;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.AlphaChars;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;

class EditsTest {

  @Test
  void aSwapOfNeighboursIsOneEdit() {
    assertThat(Edits.between("azrue", "azure", 2)).isEqualTo(1);
  }

  @Test
  void countingStopsAboveTheMost() {
    assertThat(Edits.between("kitten", "sitting", 2)).isEqualTo(3);
    assertThat(Edits.between("completely", "different", 2)).isEqualTo(3);
  }

  @Property
  void editsAreTheSameBothWays(
      @ForAll @AlphaChars @StringLength(max = 8) String one,
      @ForAll @AlphaChars @StringLength(max = 8) String other) {
    assertThat(Edits.between(one, other, 9)).isEqualTo(Edits.between(other, one, 9));
  }

  @Property
  void aWordIsNoEditAwayFromItselfOnly(
      @ForAll @AlphaChars @StringLength(max = 8) String one,
      @ForAll @AlphaChars @StringLength(max = 8) String other) {
    assertThat(Edits.between(one, other, 9) == 0).isEqualTo(one.equals(other));
  }
}
