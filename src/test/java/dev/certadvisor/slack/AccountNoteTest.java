package dev.certadvisor.slack;

import static org.assertj.core.api.Assertions.assertThat;

import dev.certadvisor.conversation.Account;
import dev.certadvisor.conversation.Account.Found;
import dev.certadvisor.conversation.Account.Interviewing;
import dev.certadvisor.conversation.Account.Understood;
import dev.certadvisor.conversation.Reply;
import dev.certadvisor.decision.NextQuestion.Gain;
import dev.certadvisor.decision.QuestionId;
import dev.certadvisor.intent.Intent;
import dev.certadvisor.interview.Position;
import dev.certadvisor.knowledge.SectionId;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class AccountNoteTest {

  @Test
  void whatWasUnderstoodAndFoundIsTold() {
    Account account =
        new Account(
            Optional.of(
                new Understood(
                    Intent.ASK, 0.91234, List.of(new Account.Guess(Intent.COMPARE, 0.05)))),
            List.of(new Found(new SectionId("cost"), 0.8)),
            Optional.empty());

    assertThat(Json.write(AccountNote.of(reply(account))))
        .isEqualTo(
            "{\"reply\":\"answer\",\"confidence\":0.5,\"intent\":{\"intent\":\"ask\",\"score\":0.912},"
                + "\"runners_up\":[{\"intent\":\"compare\",\"score\":0.05}],"
                + "\"sections\":[{\"section\":\"cost\",\"score\":0.8}]}");
  }

  @Test
  void anInterviewTellsWhichQuestionsWouldTellMost() {
    List<Gain> gains =
        IntStream.range(0, 9).mapToObj(i -> new Gain(new QuestionId("q" + i), 0.9 - i)).toList();
    Account account =
        Account.NONE.withInterview(
            new Interviewing(Position.ASKING, Optional.of(new QuestionId("q0")), gains));

    assertThat(Json.write(AccountNote.of(reply(account))))
        .contains("\"position\":\"asking\",\"question\":\"q0\"", "\"q4\"")
        .doesNotContain("\"q5\"");
  }

  private static Reply reply(Account account) {
    return new Reply(
            Reply.Kind.ANSWER,
            Reply.Audience.CONVERSATION,
            List.of(),
            0.5,
            List.of(),
            Optional.empty())
        .withAccount(account);
  }
}
