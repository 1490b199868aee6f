package dev.certadvisor.search;

import static org.assertj.core.api.Assertions.assertThat;

import dev.certadvisor.intent.Vocabulary.Named;
import java.util.List;
import org.junit.jupiter.api.Test;

class ConceptsTest {

  private final Concepts concepts =
      new Concepts(
          List.of(
              new Named("cost", List.of("price", "expenses")),
              new Named("monitoring", List.of("keep an eye on"))));

  @Test
  void wordsOfOneMeaningGetTheSameMarkInWhateverForm() {
    assertThat(concepts.marked("what is the price")).isEqualTo("what is the price zcost");
    assertThat(concepts.marked("prices and expense")).isEqualTo("prices and expense zcost");
    assertThat(concepts.marked("total cost")).isEqualTo("total cost zcost");
  }

  @Test
  void aPhraseIsFoundAsAWholeAlone() {
    assertThat(concepts.marked("who keeps an eye on it")).endsWith(" zmonitoring");
    assertThat(concepts.marked("my eye hurts")).isEqualTo("my eye hurts");
  }
}
