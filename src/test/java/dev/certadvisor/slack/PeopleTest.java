package dev.certadvisor.slack;

import static org.assertj.core.api.Assertions.assertThat;

import com.slack.api.Slack;
import dev.certadvisor.conversation.PersonId;
import dev.certadvisor.slack.People.Standing;
import dev.certadvisor.slack.StubMethods.Answer;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Who is a guest and who an admin, asked over real HTTP. */
class PeopleTest {

  private static final PersonId ANN = new PersonId("T1", "U1");
  private static final Standing NEITHER = new Standing(false, false);
  private static final Answer GUEST =
      Answer.json("{\"ok\":true,\"user\":{\"id\":\"U1\",\"is_restricted\":true}}");

  private final StubMethods api = new StubMethods();
  private final AtomicLong nanos = new AtomicLong();

  @AfterEach
  void stop() {
    api.close();
  }

  @Test
  void whatSlackSaysIsRememberedForHalfAnHour() {
    People people = people(Tokens.single("xoxb-t1"));
    api.always("users.info", GUEST);

    assertThat(people.of(ANN)).isEqualTo(new Standing(false, true));
    pass(Duration.ofMinutes(29));
    assertThat(people.of(ANN)).isEqualTo(new Standing(false, true));
    assertThat(api.calls("users.info")).hasSize(1);

    pass(Duration.ofMinutes(1));
    people.of(ANN);
    assertThat(api.calls("users.info")).hasSize(2);
  }

  @Test
  void whatCouldNotBeToldIsSoonAskedAgainButNotAtOnce() {
    People people = people(Tokens.single("xoxb-t1"));
    api.answers("users.info", Answer.error("internal_error"));
    api.always("users.info", GUEST);

    assertThat(people.of(ANN)).isEqualTo(NEITHER);
    assertThat(people.of(ANN)).isEqualTo(NEITHER);
    assertThat(api.calls("users.info")).hasSize(1);

    pass(Duration.ofSeconds(30));
    assertThat(people.of(ANN)).isEqualTo(new Standing(false, true));
  }

  @Test
  void whereNoTokenCanBeHadAPersonIsNeither() {
    Tokens away =
        new Tokens() {
          @Override
          public boolean isInstalled(String workspace) {
            return true;
          }

          @Override
          public Optional<String> of(String workspace) {
            throw new Unavailable("the database is away");
          }

          @Override
          public boolean isReplaced(String workspace, String refused) {
            return false;
          }
        };

    assertThat(people(away).of(ANN)).isEqualTo(NEITHER);
    assertThat(api.calls("users.info")).isEmpty();
  }

  private People people(Tokens tokens) {
    return new People(Slack.getInstance(), api::api, tokens, Runnable::run, nanos::get);
  }

  private void pass(Duration time) {
    nanos.addAndGet(time.toNanos());
  }
}
