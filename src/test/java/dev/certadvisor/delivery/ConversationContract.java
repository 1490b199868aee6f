package dev.certadvisor.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import dev.certadvisor.conversation.Conversation;
import dev.certadvisor.decision.Answer;
import dev.certadvisor.decision.Choice;
import dev.certadvisor.decision.ChoiceId;
import dev.certadvisor.decision.QuestionId;
import dev.certadvisor.interview.Session;
import dev.certadvisor.knowledge.PassageId;
import dev.certadvisor.knowledge.SectionId;
import dev.certadvisor.knowledge.SubjectId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What a ledger keeps of conversations, and for how long. */
interface ConversationContract extends LedgerUnderTest {

  @Test
  default void aConversationComesBackAsItWas() {
    QuestionId question = new QuestionId("daily-work");
    Session.Step step =
        new Session.Step(List.of(new Answer(new Choice(question, new ChoiceId("models")), "mark")));
    Conversation conversation =
        new Conversation(
            Optional.of(
                new Conversation.Focus(
                    List.of(new SubjectId("aws")),
                    "what’s it <cost> & why?",
                    List.of("price"),
                    List.of(new PassageId(new SectionId("cost"), "fees")),
                    ann().now().plusNanos(123_456_000))),
            Optional.of(
                new Session(
                    "v7",
                    List.of(step, step),
                    Session.Phase.PAUSED,
                    true,
                    Optional.of(question),
                    2,
                    ann().now())),
            true,
            true);

    ann().answer(ledger(), conversation);

    assertThat(ann().stored(ledger())).isEqualTo(conversation);
  }

  @Test
  default void aConversationInWhichNothingIsLeftIsForgotten() {
    ann().answer(ledger(), GREETED);
    ann().answer(ledger(), Conversation.NEW);

    assertThat(ann().stored(ledger())).isEqualTo(Conversation.NEW);
  }

  @Test
  default void whatIsOldIsForgotten() {
    ann().answer(ledger(), GREETED);
    Instant later = ann().now().plusSeconds(1);

    ledger().forgetBefore(ann().now(), ann().now());
    assertThat(ann().stored(ledger())).isEqualTo(GREETED);
    ann().turnTo(ann().now().minusSeconds(3_600));
    ann().answer(ledger(), new Conversation(Optional.empty(), Optional.empty(), false, false));
    ann().answer(ledger(), GREETED);
    ledger().forgetBefore(later.minusSeconds(2), Instant.EPOCH);

    assertThat(ann().stored(ledger())).isEqualTo(Conversation.NEW);
  }
}
