package dev.certadvisor;

import static org.assertj.core.api.Assertions.assertThat;

import dev.certadvisor.conversation.Advisor;
import dev.certadvisor.conversation.Conversation;
import dev.certadvisor.conversation.ConversationId;
import dev.certadvisor.conversation.Incoming;
import dev.certadvisor.conversation.PersonId;
import dev.certadvisor.conversation.Reply;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Whether words are taken for a question, a profile or neither, with the shipped pack. */
class RoutingTest {

  private static final Advisor ADVISOR =
      Composition.of(Path.of("seeds"), Optional.of(LocalDate.of(2026, 11, 23))).advisor();
  private static final PersonId SOMEONE = new PersonId("t", "someone");

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          i write apis all day for a bank on azure, which cert fits me? | RECOMMENDATION
          we are an aws house and i tune models, any advice             | RECOMMENDATION
          statistician, sagemaker, wants depth                          | RECOMMENDATION
          java developer, azure, hates maths                            | RECOMMENDATION
          i am a java developer on azure, do i need maths for the exam  | ANSWER
          i write c# on azure, am i too old                             | RECOMMENDATION
          jobs with azure                                               | ANSWER
          security basics on aws                                        | ANSWER
          must i do research to earn the azure badge                    | ANSWER
          java dev at a brewery, everything is microsoft. which one?    | RECOMMENDATION
          quant at a pension fund. backtests, time series, an ec2 farm  | RECOMMENDATION
          php freelancer, customers want letters scanned and ocr        | RECOMMENDATION
          azure databricks, pyspark, churn models, feature tables       | RECOMMENDATION
          librarian retraining for tech, where do i fit                 | RECOMMENDATION
          our crew lives in sagemaker, which cert maps                  | ANSWER
          our lambda api keeps timing out, pandas layer on aws          | UNKNOWN
          our azure ml endpoint, python sdk, fails with an error        | UNKNOWN
          ask me some questions                                         | INTERVIEW
          is ai-102 still being offered to newcomers                    | STATUS
          recommend a laptop                                            | UNKNOWN
          recommend security engineer                                   | RECOMMENDATION
          recommend should I take AI-102                                | RECOMMENDATION
          recommend                                                     | INTERVIEW
          which cert is better for a java developer                     | RECOMMENDATION
          what should a java developer take                             | RECOMMENDATION
          our vpn is slow on azure                                      | UNKNOWN
          i want a raise                                                | UNKNOWN
          comptia security+ exam                                        | UNKNOWN
          how do i train a model on sensor data in sagemaker            | UNKNOWN
          biggest plus of the aws badge for an ml engineer              | ANSWER
          who is mls-c01 really made for                                | ANSWER
          mls-c01                                                       | STATUS
          thanks but which of the two does a person without maths take  | ANSWER
          thanks, that was all i wanted to hear from you today          | SMALLTALK
          distributed training and model hosting questions              | ANSWER
          aws and azure side by side on study time                      | COMPARISON
          """)
  void whatIsMeantIsToldApart(String words, Reply.Kind kind) {
    Reply reply =
        ADVISOR
            .respond(
                Conversation.NEW,
                new Incoming.Said(new ConversationId.Private(SOMEONE), SOMEONE, words))
            .reply();

    assertThat(reply.kind()).isEqualTo(kind);
  }
}
