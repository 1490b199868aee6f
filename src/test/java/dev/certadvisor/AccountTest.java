package dev.certadvisor;

import static org.assertj.core.api.Assertions.assertThat;

import dev.certadvisor.conversation.Account;
import dev.certadvisor.conversation.Advisor;
import dev.certadvisor.conversation.Conversation;
import dev.certadvisor.conversation.ConversationId;
import dev.certadvisor.conversation.Incoming;
import dev.certadvisor.conversation.PersonId;
import dev.certadvisor.conversation.Reply;
import dev.certadvisor.conversation.Transition;
import dev.certadvisor.decision.NextQuestion.Gain;
import dev.certadvisor.intent.Intent;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Why replies of the shipped pack are as they are. */
class AccountTest {

  private static final Advisor ADVISOR =
      Composition.of(Path.of("seeds"), Optional.of(LocalDate.of(2026, 11, 23))).advisor();
  private static final PersonId PERSON = new PersonId("T1", "U1");

  @Test
  void anAnswerTellsWhatItWasReadAsAndTheSectionsWithTheirScores() {
    Reply reply = says(Conversation.NEW, "How are the questions on the AWS exam built?").reply();

    Account account = reply.account();
    assertThat(account.understood())
        .hasValueSatisfying(read -> assertThat(read.intent()).isEqualTo(Intent.ASK));
    assertThat(account.sections().getFirst().section().value()).isEqualTo("exam-format");
    assertThat(account.sections().getFirst().section())
        .isEqualTo(reply.citations().getFirst().section());
    assertThat(account.sections())
        .allSatisfy(found -> assertThat(found.score()).isBetween(0.0, 1.0));
    assertThat(account.interview()).isEmpty();
  }

  @Test
  void theQuestionThatIsPutIsTheOneThatTellsMost() {
    Transition asked = says(Conversation.NEW, "interview me");

    Account.Interviewing stand = asked.reply().account().interview().orElseThrow();
    String put = asked.reply().prompt().orElseThrow().question();
    assertThat(stand.open().orElseThrow().value()).isEqualTo(put);
    assertThat(stand.gains().getFirst().question().value()).isEqualTo(put);
    assertThat(stand.gains())
        .isSortedAccordingTo(Comparator.comparingDouble(Gain::bits).reversed())
        .allSatisfy(gain -> assertThat(gain.bits()).isBetween(0.0, 1.0));
  }

  @Test
  void anAnsweredQuestionTellsNothingMore() {
    Transition asked = says(Conversation.NEW, "interview me");
    String first = asked.reply().prompt().orElseThrow().question();

    Transition next = says(asked.next(), "1");

    assertThat(next.reply().account().interview().orElseThrow().gains())
        .extracting(gain -> gain.question().value())
        .doesNotContain(first);
  }

  private static Transition says(Conversation before, String words) {
    ConversationId here = new ConversationId.Private(PERSON);
    return ADVISOR.respond(before, new Incoming.Said(here, PERSON, words));
  }
}
