package dev.certadvisor.evaluation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class GoldTextTest {

  @Test
  void accentsArticlesAndPunctuationDoNotCount() {
    assertThat(GoldText.normalise("The Café, a  tale_of—two!")).isEqualTo(" cafe tale of two ");
  }

  @Test
  void anAnswerHasToStandAsWholeWords() {
    assertThat(GoldText.holds("They paid $12 in all", List.of("12"))).isTrue();
    assertThat(GoldText.holds("They paid $120 in all", List.of("12"))).isFalse();
  }

  @Test
  void fourFifthsOfALongAnswerWillDo() {
    String answer = "one two three four five six seven eight nine ten";

    assertThat(GoldText.holds("eight seven six five four three two one", List.of(answer))).isTrue();
    assertThat(GoldText.holds("seven six five four three two one", List.of(answer))).isFalse();
  }
}
