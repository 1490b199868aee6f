package dev.certadvisor.conversation;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CompareSuggestionTest {

  @ParameterizedTest
  @CsvSource({
    "how hard is the exam,compare how hard is the exam",
    "ask what is on the exam,compare what is on the exam",
    "and how long does it take,compare how long does it take",
    "what maths do i need for ?,compare what maths do i need",
    "study time,compare study time"
  })
  void aQuestionWithoutItsSubjectIsAskedOfBoth(String matter, String words) {
    assertThat(CompareSuggestion.of(matter)).contains(words);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "and for ?",
        "is on the exam",
        "recommend I want",
        "I want",
        "what about ?",
        "does need maths",
        "the exam"
      })
  void whatWouldNotReadAsAComparisonIsLeftOut(String matter) {
    assertThat(CompareSuggestion.of(matter)).isEmpty();
  }
}
