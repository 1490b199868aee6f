package dev.certadvisor.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.certadvisor.intent.UtteranceClassifier;
import dev.certadvisor.intent.UtteranceClassifier.Classification;
import dev.certadvisor.intent.UtteranceClassifier.Example;
import dev.certadvisor.intent.UtteranceClassifier.Scored;
import java.util.ArrayList;
import java.util.List;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

class LinearTrainingTest {

  private static final List<Example> EXAMPLES = examples();

  private final UtteranceClassifier classifier =
      new LinearTraining().train(() -> EXAMPLES, List.of());

  @Test
  void anUtteranceInOtherWordsGetsItsLabel() {
    assertThat(classifier.classify("play me a song please").label()).isEqualTo("music");
    assertThat(classifier.classify("will it rain on friday").label()).isEqualTo("weather");
  }

  @Test
  void probabilitiesSumToOneAtMostAndFall() {
    Classification classification = classifier.classify("rain song");

    assertThat(classification.ranked())
        .extracting(Scored::probability)
        .isSortedAccordingTo((one, other) -> Double.compare(other, one));
    assertThat(classification.ranked().stream().mapToDouble(Scored::probability).sum())
        .isCloseTo(1, Offset.offset(1e-6));
  }

  @Test
  void withoutExamplesOfItNothingIsOutOfScope() {
    assertThat(classifier.classify("qwertz").accepted()).isTrue();
  }

  @Test
  void whatLooksLikeNoLabelIsOutOfScopeOnceExamplesTellWhatThatIs() {
    List<Example> withOutside = new ArrayList<>(EXAMPLES);
    for (String thing : List.of("tax form", "dentist", "parcel", "train ticket", "shoe size")) {
      withOutside.add(new Example("where is my " + thing, UtteranceClassifier.OUT_OF_SCOPE));
      withOutside.add(new Example("i lost a " + thing, UtteranceClassifier.OUT_OF_SCOPE));
    }

    UtteranceClassifier knowing = new LinearTraining().train(() -> withOutside, withOutside);

    assertThat(knowing.classify("where is my shoe").label())
        .isEqualTo(UtteranceClassifier.OUT_OF_SCOPE);
    assertThat(knowing.classify("will it rain today").label()).isEqualTo("weather");
    assertThat(knowing.classify("rain").ranked())
        .extracting(Scored::label)
        .doesNotContain(UtteranceClassifier.OUT_OF_SCOPE);
  }

  @Test
  void theSameExamplesMakeTheSameClassifier() {
    UtteranceClassifier again = new LinearTraining().train(() -> EXAMPLES, List.of());

    assertThat(again.classify("sing about rain")).isEqualTo(classifier.classify("sing about rain"));
  }

  @Test
  void oneLabelIsTooFew() {
    assertThatThrownBy(() ->
            new LinearTraining().train(() -> List.of(new Example("hello", "greet")), List.of()))
        .hasMessageContaining("at least two labels, found 1");
  }

  private static List<Example> examples() {
    List<Example> examples = new ArrayList<>();
    for (String day : List.of("today", "tomorrow", "on monday", "this week", "tonight")) {
      examples.add(new Example("will it rain " + day, "weather"));
      examples.add(new Example("how warm is it " + day, "weather"));
      examples.add(new Example("play a song for " + day, "music"));
      examples.add(new Example("put on some music " + day, "music"));
    }
    return examples;
  }
}
