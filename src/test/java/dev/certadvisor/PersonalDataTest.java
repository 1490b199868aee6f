package dev.certadvisor;

import static org.assertj.core.api.Assertions.assertThat;

import dev.certadvisor.slack.Payloads;
import dev.certadvisor.slack.SignedSender;
import dev.certadvisor.slack.StubWebApi;
import dev.certadvisor.slack.StubWebApi.Call;
import dev.certadvisor.store.Database;
import dev.certadvisor.store.Walk;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.context.ConfigurableApplicationContext;

/** What a person is shown of themselves and what is left after they want to be forgotten. */
class PersonalDataTest {

  private static final String START = "1.do.U1RBUlRfSU5URVJWSUVX";
  private static final String FORGET = "1.do.Q09ORklSTV9GT1JHRVRfTUU";

  @TempDir private Path folder;
  private int events;

  @Test
  void aPersonSeesAllThatIsKeptAndAfterwardsNothingOfItIsLeft() {
    Composition composition = Composition.of(Path.of("seeds"), Optional.empty());
    try (StubWebApi api = new StubWebApi()) {
      try (ConfigurableApplicationContext server =
          new SlackServer(settings(api), composition.advisor(), Optional.empty()).start()) {
        SignedSender slack =
            new SignedSender(
                server.getBean(ServerAddress.class).get().resolve("/slack/events"), "s");
        slack.json(message("direct-message", "D1", "how hard is the AWS exam zebra"));
        api.await(1);
        slack.json(message("app-mention", "C1", "<@U0BOT> what does it cost giraffe"));
        api.await(2);
        slack.interaction(click(START, api));
        api.await(3);

        slack.json(message("app-mention", "C2", "<@U0BOT> export my data"));
        Call export = api.await(4).getLast();

        assertThat(export.method()).as("for nobody else's eyes").isEqualTo("chat.postEphemeral");
        assertThat(export.parameter("blocks"))
            .contains("an interview begun", "zebra", "in a channel thread", "giraffe");

        slack.interaction(click(FORGET, api));

        assertThat(api.await(5).getLast().parameter("text")).contains("nothing of you is kept");
        assertThat(api.violations()).isEmpty();
      }
    }
    try (Database database = Database.embedded(folder)) {
      assertThat(Walk.rowsWith(database, "U0ANN", "zebra", "giraffe")).isEmpty();
    }
  }

  private String message(String payload, String channel, String text) {
    return Payloads.of(
        payload, Map.of("event", "Ev" + ++events, "text", text, "ts", "1.5", "channel", channel));
  }

  private String click(String value, StubWebApi api) {
    return Payloads.of(
        "click",
        Map.of(
            "value",
            value,
            "channel",
            "C1",
            "click",
            "Ev" + ++events,
            "responseUrl",
            api.responseUrl("click")));
  }

  private Settings settings(StubWebApi api) {
    return Settings.from(
        Map.of(
            "SLACK_BOT_TOKEN", "xoxb-test",
            "SLACK_SIGNING_SECRET", "s",
            "SLACK_API_URL", api.api().toString(),
            "SERVER_PORT", "0",
            "ADVISOR_DATA", folder.toString()));
  }
}
