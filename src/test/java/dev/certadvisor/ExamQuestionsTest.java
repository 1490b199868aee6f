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
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

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

  @ParameterizedTest
  @ValueSource(
      strings = {
        "what exams can I take today",
        "what can be sat today?",
        "which exams can I still take",
        "which exams are still open",
        "which certs are there",
        "list exams",
        "list all exams",
        "show me all exams",
        "can you give me a list of the certifications please",
        "status of all exams"
      })
  void whoAsksWhichExamsThereAreSeesAllAndFirstWhatCanBeBooked(String words) {
    Conversation talk = say(Conversation.NEW, "how hard is the aws exam").next();

    for (Conversation before : List.of(Conversation.NEW, talk)) {
      Reply reply = say(before, words).reply();
      assertThat(reply.parts()).startsWith(overview().toArray(Part[]::new));
    }
  }

  @Test
  void theOverviewBeginsWithWhatCanBeBooked() {
    assertThat(overview().get(1).toString()).contains("AIF-C01").doesNotContain("retired");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "is the exam still available",
        "what do i take now",
        "which exam costs less today"
      })
  void whoAsksAboutOneExamSeesNoList(String words) {
    assertThat(say(Conversation.NEW, words).reply().parts())
        .doesNotContainAnyElementsOf(overview());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "is PMLE retired",
        "is PMLE still available",
        "is pmle still available",
        "how much is PMLE",
        "what does PCA cost",
        "price of the PCMLE",
        "is 1Z0-1122 retired",
        "how many questions does NCA-GENL have",
        "is AI-999 retired"
      })
  void ofAnExamThatIsUnknownNothingIsSaid(String words) {
    Reply reply = say(Conversation.NEW, words).reply();

    assertThat(reply.kind()).isEqualTo(Reply.Kind.UNKNOWN);
    assertThat(sheets(reply)).isEmpty();
    assertThat(reply.citations()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"is it retired", "is thsi still available", "IS THE AZURE EXAM RETIRED"})
  void whatIsNoNameIsNotTakenForAnUnknownExam(String words) {
    assertThat(sheets(say(Conversation.NEW, words).reply())).isNotEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"AI-999", "bananas", "PMLE"})
  void anUnknownExamsStatusIsThatItIsNotInTheCatalogue(String named) {
    List<Part> parts = say(Conversation.NEW, "status " + named).reply().parts();

    assertThat(parts.getFirst().toString()).contains(named).contains("not in the catalogue");
    assertThat(parts).containsAll(overview());
  }

  private static List<Part> overview() {
    return say(Conversation.NEW, "status").reply().parts().stream()
        .filter(part -> !(part instanceof Part.Buttons))
        .toList();
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
