package dev.certadvisor;

import static org.assertj.core.api.Assertions.assertThat;

import dev.certadvisor.conversation.Advisor;
import dev.certadvisor.conversation.Conversation;
import dev.certadvisor.conversation.ConversationId;
import dev.certadvisor.conversation.Incoming;
import dev.certadvisor.conversation.PersonId;
import dev.certadvisor.conversation.Reply;
import dev.certadvisor.conversation.Reply.Part;
import dev.certadvisor.conversation.Transition;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which exam a question of fact is about, with the whole advisor and the shipped pack. */
class ExamQuestionsTest {

  private static final Advisor ADVISOR =
      Composition.of(Path.of("seeds"), Optional.of(LocalDate.of(2026, 11, 23))).advisor();
  private static final PersonId SOMEONE = new PersonId("t", "someone");

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
                                        | which should I take instead of AI-102?   | AI-102
                                        | what should I take instead of MLS-C01    | MLS-C01
                                        | what do I sit in place of ai-102         | AI-102
                                        | whats next after mls-c01                 | MLS-C01
                                        | what do people do instead of dp-100      | DP-100
          is mla-c02 in beta            | which should I take instead of AI-102?   | AI-102
          how hard is the aws exam      | which should I take instead of AI-102?   | AI-102
          compare both on cost          | what do I sit in place of ai-102         | AI-102
          how hard is the azure exam    | whats next after mls-c01                 | MLS-C01
          """)
  void whatToSitInsteadIsSaidOfTheExamThatIsNamed(String before, String words, String code) {
    Conversation talk = before == null ? Conversation.NEW : say(Conversation.NEW, before).next();

    assertThat(sheets(say(talk, words).reply()))
        .first()
        .satisfies(sheet -> assertThat(sheet.title()).startsWith(code))
        .satisfies(sheet ->
            assertThat(sheet.facts()).extracting(Part.Fact::label).contains("Replaced by"));
  }

  private static List<Part.Status> sheets(Reply reply) {
    return reply.parts().stream()
        .filter(Part.Status.class::isInstance)
        .map(Part.Status.class::cast)
        .toList();
  }

  private static Transition say(Conversation before, String words) {
    return ADVISOR.respond(
        before, new Incoming.Said(new ConversationId.Private(SOMEONE), SOMEONE, words));
  }
}
