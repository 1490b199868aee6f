package dev.certadvisor.decision;

import static dev.certadvisor.decision.Frameworks.choice;
import static dev.certadvisor.decision.Frameworks.question;
import static org.assertj.core.api.Assertions.assertThat;

import dev.certadvisor.decision.ReplyReader.Read;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ReplyReaderTest {

  private final ReplyReader reader = new ReplyReader(Frameworks.shipped(), Frameworks.ORDINARY);

  private Read read(String question, String text) {
    return reader.read(Frameworks.shipped().get(question(question)), text);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          work-cloud       | both                       | both
          work-cloud       | aws and azure              | both
          work-cloud       | mostly azure, a bit of aws | azure
          work-cloud       | not aws, azure             | azure
          work-cloud       | gcp                        | other
          job-ads          | Mostly Azure or Microsoft  | azure
          study            | I hate maths               | practice
          study            | either                     | either
          goal             | depth                      | ml-specialist
          build            | the invoices one           | document-app
          time             | no hurry                   | no-hurry
          cloud-experience | neither                    | none
          cloud-experience | 4                          | none
          daily-work       | data-science               | data-science
          daily-work       | mix                        | not-sure
          """)
  void readsAReplyInItsQuestionsTerms(String question, String text, String expected) {
    assertThat(read(question, text))
        .isInstanceOfSatisfying(
            Read.Picked.class,
            picked ->
                assertThat(picked.item().choice()).isEqualTo(choice(question + "/" + expected)));
  }

  @Test
  void aWordThatBelongsToAnotherMatterAnswersNothingElse() {
    assertThat(read("cloud-experience", "no hurry"))
        .isInstanceOfSatisfying(
            Read.Missed.class,
            missed ->
                assertThat(missed.further())
                    .singleElement()
                    .satisfies(
                        item -> assertThat(item.choice()).isEqualTo(choice("time/no-hurry"))));
  }

  @Test
  void readsEveryLabelAndEveryNumberAsItsChoice() {
    for (Question question : Frameworks.shipped().questions()) {
      for (int place = 0; place < question.choices().size(); place++) {
        ChoiceOption option = question.choices().get(place);
        Choice expected = new Choice(question.id(), option.id());
        for (String text : new String[] {option.label(), String.valueOf(place + 1)}) {
          assertThat(reader.read(question, text))
              .as("%s: %s", question.id(), text)
              .isInstanceOfSatisfying(
                  Read.Picked.class,
                  picked -> assertThat(picked.item().choice()).isEqualTo(expected));
        }
      }
    }
  }

  @ParameterizedTest
  @CsvSource({"daily-work, 0", "daily-work, 6", "daily-work, 99", "work-cloud, purple"})
  void missesWhatFitsNoChoice(String question, String text) {
    assertThat(read(question, text)).isInstanceOf(Read.Missed.class);
  }

  @Test
  void keepsWhatAnswersAnotherQuestion() {
    assertThat(read("time", "we run on azure"))
        .isInstanceOfSatisfying(
            Read.Missed.class,
            missed ->
                assertThat(missed.further())
                    .extracting(ProfileReader.Item::choice)
                    .containsExactly(choice("work-cloud/azure")));
  }
}
