package dev.certadvisor;

import static org.assertj.core.api.Assertions.assertThat;

import dev.certadvisor.conversation.Advisor;
import dev.certadvisor.conversation.Conversation;
import dev.certadvisor.conversation.ConversationId;
import dev.certadvisor.conversation.Incoming;
import dev.certadvisor.conversation.PersonId;
import dev.certadvisor.conversation.Reply;
import dev.certadvisor.decision.PlatformId;
import dev.certadvisor.decision.Recommendation;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** That "recommend" ends in advice or in a first question, with the shipped pack. */
class RecommendCommandTest {

  private static final Advisor ADVISOR =
      Composition.of(Path.of("seeds"), Optional.of(LocalDate.of(2026, 11, 23))).advisor();
  private static final PersonId SOMEONE = new PersonId("t", "someone");
  private static final ConversationId DIRECT = new ConversationId.Private(SOMEONE);

  @ParameterizedTest
  @ValueSource(
      strings = {"", " should I take AI-102", " security engineer", " zzz", " me a certification"})
  void whoTellsTooLittleIsAsked(String rest) {
    for (Reply reply : bothWays("recommend" + rest)) {
      assertThat(reply.prompt()).isPresent();
      assertThat(reply.citations()).isEmpty();
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "no AWS",
        "anything but azure",
        "I have no AWS experience",
        "java developer without aws experience"
      })
  void whatSomebodyLacksOrExcludesIsNoAnswerForTheOtherCloud(String rest) {
    for (Reply reply : bothWays("recommend " + rest)) {
      assertThat(reply.recommendation()).isPresent();
      assertThat(reply.recommendation().flatMap(Recommendation::platform)).isEmpty();
    }
  }

  @Test
  void whoHasToldSomethingAlreadyIsAdvisedOnThat() {
    Conversation told =
        ADVISOR
            .respond(
                Conversation.NEW,
                new Incoming.Commanded(DIRECT, SOMEONE, "recommend data scientist, sagemaker"))
            .next();

    assertThat(
            ADVISOR
                .respond(told, new Incoming.Said(DIRECT, SOMEONE, "recommend"))
                .reply()
                .recommendation()
                .flatMap(Recommendation::platform))
        .contains(new PlatformId("aws"));
  }

  @Test
  void thatAnExamIsRetiredIsSaidBeforeAnythingElse() {
    for (Reply reply : bothWays("recommend should I take AI-102")) {
      assertThat(reply.parts().getFirst().toString()).contains("AI-102", "Retired: 2026-06-30");
      assertThat(reply.parts().toString()).doesNotContain("could not use this");
    }
  }

  private static List<Reply> bothWays(String text) {
    return List.of(
        ADVISOR.respond(Conversation.NEW, new Incoming.Said(DIRECT, SOMEONE, text)).reply(),
        ADVISOR.respond(Conversation.NEW, new Incoming.Commanded(DIRECT, SOMEONE, text)).reply());
  }
}
