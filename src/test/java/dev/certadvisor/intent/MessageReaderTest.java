package dev.certadvisor.intent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.certadvisor.intent.Reading.ReadAs;
import dev.certadvisor.intent.UtteranceClassifier.Classification;
import dev.certadvisor.intent.UtteranceClassifier.Example;
import dev.certadvisor.intent.UtteranceClassifier.Scored;
import dev.certadvisor.intent.Vocabulary.Named;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MessageReaderTest {

  private static final Vocabulary VOCABULARY =
      new Vocabulary(
          List.of(
              new Named("aws", List.of("aws", "amazon")),
              new Named("azure", List.of("azure", "microsoft"))),
          List.of(
              new Named("AI-102", List.of("azure ai engineer")), new Named("MLS-C01", List.of())),
          List.of(new Named("fees", List.of("cost", "fee")), new Named("maths", List.of("maths"))),
          List.of(
              new Named("price", List.of("how much", "cost")),
              new Named("successor", List.of("instead of", "take instead"))),
          List.of(),
          List.of("both", "which one"),
          List.of("harder", "better"),
          List.of("versus", "difference between"),
          List.of("without", "not", "instead of"),
          List.of(
              new Named("pay", List.of("salary")), new Named("other", List.of("security+", "c#"))),
          List.of("what", "is", "how", "which"),
          List.of("and for", "what about"));
  private static final Set<String> ORDINARY = Set.of("asked", "azures", "security", "wrote");

  private final MessageReader reader = reader(scored("ask", 0.9, "fact", 0.05));

  @ParameterizedTest
  @ValueSource(strings = {"AI-102", "ai102", "ai 102", "Ai_102", "the azure ai engineer exam"})
  void aCredentialIsKnownByItsCodeInAnyWritingAndByItsName(String text) {
    assertThat(reader.read(text).credentials()).containsExactly("AI-102");
  }

  @ParameterizedTest
  @CsvSource({"security+ exam,security+", "is C# needed?,C#", "security on aws,", "aws+security,"})
  void aSignAtTheEndBelongsToAName(String text, @Nullable String outside) {
    assertThat(reader.read(text).outside())
        .isEqualTo(outside == null ? List.of() : List.of(outside));
  }

  @Test
  void theNameOfACredentialIsNotTakenForASubject() {
    assertThat(reader.read("azure ai engineer").subjects()).isEmpty();
    assertThat(reader.read("azure ai engineer or amazon").subjects()).containsExactly("aws");
  }

  @Test
  void subjectsTopicsAndAttributesComeInTheOrderOfMention() {
    Reading reading = reader.read("Cost of microsoft's and amazon's exams, without maths?");

    assertThat(reading.subjects()).containsExactly("azure", "aws");
    assertThat(reading.topics()).containsExactly("fees");
    assertThat(reading.attributes()).containsExactly("price");
    assertThat(reading.negated()).containsExactly("maths");
  }

  @Test
  void aNegationReachesNoFurtherThanItsClause() {
    assertThat(reader.read("not that, azure").subjects()).containsExactly("azure");
    assertThat(reader.read("not azure").negated()).containsExactly("azure");
    assertThat(reader.read("not azure").subjects()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"what instead of ai-102", "what shall i take instead of AI-102?"})
  void aNegationThatAsksForAFactExcludesNoCredential(String text) {
    Reading reading = reader.read(text);

    assertThat(reading.credentials()).containsExactly("AI-102");
    assertThat(reading.attributes()).containsExactly("successor");
    assertThat(reading.negated()).isEmpty();
    assertThat(reader.read("azure instead of amazon").negated()).containsExactly("aws");
  }

  @ParameterizedTest
  @CsvSource({"which one is harder,true", "aws or azure,true", "is aws harder,false"})
  void bothAreMeantWhereTwoAreNamedOrTheWordSaysSo(String text, boolean both) {
    assertThat(reader.read(text).both()).isEqualTo(both);
  }

  @Test
  void aMisspeltNameIsCorrectedAndSaid() {
    Reading reading = reader.read("is AZRUE harder");

    assertThat(reading.text()).isEqualTo("is azure harder");
    assertThat(reading.readAs()).containsExactly(new ReadAs("AZRUE", "azure"));
    assertThat(reading.subjects()).containsExactly("azure");
  }

  @Test
  void ordinaryWordsAreNotTakenForMisspeltNames() {
    assertThat(reader.read("azures").readAs()).isEmpty();
  }

  @Test
  void whatLiesOutsideIsNamedAsWritten() {
    assertThat(reader.read("Salary with AZ-900?").outside())
        .containsExactlyInAnyOrder("Salary", "AZ-900");
    assertThat(reader.read("in 100 days, ai-102").outside()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "how much is PMLE,PMLE",
    "how much is pmle,pmle",
    "cost of the ACE exam,ACE",
    "how much is asked,",
    "how much is tihs,",
    "HOW MUCH IS ASKED,",
    "cost of azure in ACE,",
    "is PMLE here,"
  })
  void whatAFactIsAskedOfAndNobodyKnowsLiesOutside(String text, @Nullable String outside) {
    assertThat(reader.read(text).outside())
        .isEqualTo(outside == null ? List.of() : List.of(outside));
  }

  @Test
  void aShortMessageWithAFollowUpsBeginningRefersBack() {
    assertThat(reader.read("and for azure?").followUp()).isTrue();
    assertThat(reader.read("azure and for aws").followUp()).isFalse();
  }

  @Test
  void whatTheClassifierDoesNotAcceptIsOutOfScope() {
    MessageReader doubting =
        reader(
            new Classification(List.of(new Scored("ask", 0.1), new Scored("fact", 0.05)), false));

    assertThat(doubting.read("lorem ipsum").intent()).isEqualTo(Intent.OOS);
  }

  @Test
  void aQuestionIsNotTakenForADialogMoveThatIsUnsure() {
    MessageReader unsure = reader(scored("recommend", 0.4, "ask", 0.3));

    assertThat(unsure.read("is it for me").intent()).isEqualTo(Intent.ASK);
    assertThat(unsure.read("advise me").intent()).isEqualTo(Intent.RECOMMEND);
  }

  @Test
  void examplesAreMarkedWithWhatTheyNameSoThatWhatIsLearntHoldsForAllOfAKind() {
    List<Example> seen = new ArrayList<>();
    MessageReader.learn(
        VOCABULARY,
        List.of(new Example("mls-c01 salary", "oos")),
        (training, validation) -> {
          seen.addAll(training.get());
          return text -> scored("ask", 1, "fact", 0);
        },
        word -> false);

    assertThat(seen).containsExactly(new Example("mls-c01 salary xcredential xoutside", "oos"));
  }

  @Test
  void aLabelThatNoIntentHasIsRefused() {
    assertThatThrownBy(() ->
            MessageReader.learn(
                VOCABULARY,
                List.of(new Example("hi", "gruess")),
                (training, validation) -> text -> scored("ask", 1, "fact", 0),
                word -> false))
        .hasMessageContaining("no intent \"gruess\"");
  }

  private static MessageReader reader(Classification classification) {
    return MessageReader.learn(
        VOCABULARY,
        List.of(),
        (training, validation) -> text -> classification,
        ORDINARY::contains);
  }

  private static Classification scored(
      String first, double probability, String second, double other) {
    return new Classification(
        List.of(new Scored(first, probability), new Scored(second, other)), true);
  }
}
