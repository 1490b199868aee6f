package dev.certadvisor.conversation;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class OrdinalsTest {

  @ParameterizedTest
  @CsvSource({
    "the first one, 0",
    "second, 1",
    "The SECOND one?, 1",
    "and the third, 2",
    "what about the 4th passage?, 3",
    "show me the 2nd please, 1",
    "'  open 5th section pls!  ', 4"
  })
  void aPlaceIsCountedFromTheFirst(String text, int place) {
    assertThat(Ordinals.in(text)).hasValue(place);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "the sixth one",
        "7th",
        "2",
        "which comes first",
        "the first exam or the second",
        "first steps?",
        "the second one is retired, why",
        "why?"
      })
  void whatSaysAnythingElsePicksNothing(String text) {
    assertThat(Ordinals.in(text)).isEmpty();
  }
}
