package dev.certadvisor.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TwoSidesTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          Which lake is deeper, Lake Geneva or Lake Constance? | Lake Geneva | Lake Constance?
          Who was born first, Ada Lovelace or Mary Shelley? | Ada Lovelace | Mary Shelley?
          Are Mont Blanc and Monte Rosa both in Italy? | Mont Blanc | Monte Rosa
          Were Max Frisch and Friedrich Glauser of the same nationality? | Max Frisch | Friedrich Glauser
          What is the difference between a swift and a swallow? | a swift | a swallow
          compare tea with coffee | tea | coffee
          Which is faster, a tram or a bus? | a tram | a bus
          Between Basel and Bern, which is larger? | Basel | Bern
          Which of Ada Berg and Otto Klein wrote more books? | Ada Berg | Otto Klein
          Sparrow Review and Finch Weekly are what kind of papers? | Sparrow Review | Finch Weekly
          Are both of them, the Fen and Lake from the Hills, nature reserves? | Fen | Lake from the Hills,
          is the tram faster than a bus? | the tram | a bus
          which exam is harder chemistry or physics? | chemistry | physics
          """)
  void aQuestionAboutTwoThingsIsTakenApart(String question, String first, String second) {
    TwoSides sides = TwoSides.of(question).orElseThrow();

    assertThat(sides.first()).isEqualTo(first);
    assertThat(sides.second()).isEqualTo(second);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "When did the oil crisis begin?",
        "What did Marie and Pierre Curie discover?",
        "What happened between 1914 and 1918?",
        "What is the relationship between rice farming and floods?",
        "Smoke and Mirrors was shown at which festival?",
        "Is there a lake deeper than this one?",
        "How many people live in Basel?",
        "or",
        "",
        "vs",
      })
  void aQuestionAboutOneThingIsLeftWhole(String question) {
    assertThat(TwoSides.of(question)).isEmpty();
  }

  @Test
  void theRestIsTheQuestionWithoutTheNames() {
    Optional<TwoSides> sides = TwoSides.of("Who is older, Anna Berg or Otto Klein?");

    assertThat(sides.orElseThrow().rest()).contains("Who is older").doesNotContain("Berg", "Klein");
  }
}
