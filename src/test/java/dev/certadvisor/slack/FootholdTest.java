package dev.certadvisor.slack;

import static org.assertj.core.api.Assertions.assertThat;

import com.slack.api.Slack;
import dev.certadvisor.conversation.PersonId;
import dev.certadvisor.conversation.Wording;
import dev.certadvisor.slack.StubMethods.Answer;
import dev.certadvisor.slack.StubMethods.Call;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Executor;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Whether the app may post where an admin wants questions to go, tried over real HTTP. */
class FootholdTest {

  private static final PersonId ADMIN = new PersonId("T1", "U1");

  private final StubMethods api = new StubMethods();

  @AfterEach
  void stop() {
    api.close();
  }

  @Test
  void aChannelThatTakesThePostIsToldWhatComesAndByWhom() {
    assertThat(objection()).isEmpty();

    List<Call> posts = api.calls("chat.postMessage");
    assertThat(posts).hasSize(1);
    assertThat(posts.getFirst().parameter("channel")).isEqualTo("C1");
    assertThat(posts.getFirst().parameter("text"))
        .contains("questions that need a person", "<@U1>");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          not_in_channel    | /invite @Cert Advisor
          channel_not_found | /invite @Cert Advisor
          is_archived       | archived
          restricted_action | not allowed to post
          ratelimited       | save again in a moment
          internal_error    | save again in a moment
          missing_scope     | save again in a moment
          something_new     | save again in a moment
          """)
  void whyItMayNotPostIsSaidInWordsThatHelp(String error, String words) {
    api.always("chat.postMessage", Answer.error(error));

    assertThat(objection()).get().asString().contains(words).doesNotContain(error);
  }

  @Test
  void whereSlackDoesNotAnswerTheAdminIsAskedToTryAgain() {
    api.always("chat.postMessage", new Answer(503, Map.of(), "upstream"));
    assertThat(objection()).get().asString().contains("save again in a moment");

    Executor never = task -> {};
    assertThat(objection(never)).get().asString().contains("save again in a moment");
  }

  private Optional<String> objection() {
    return objection(Runnable::run);
  }

  private Optional<String> objection(Executor threads) {
    return new Foothold(
            Slack.getInstance(), api::api, Tokens.single("xoxb-t1"), Wording.load(), threads)
        .objection(ADMIN, "C1");
  }
}
