package dev.certadvisor;

import static org.assertj.core.api.Assertions.assertThat;

import dev.certadvisor.conversation.Act;
import dev.certadvisor.conversation.Advisor;
import dev.certadvisor.conversation.Conversation;
import dev.certadvisor.conversation.Incoming;
import dev.certadvisor.conversation.Reply;
import dev.certadvisor.conversation.Reply.Part;
import dev.certadvisor.conversation.Transition;
import dev.certadvisor.slack.Payloads;
import dev.certadvisor.slack.SignedSender;
import dev.certadvisor.slack.StubWebApi;
import dev.certadvisor.slack.StubWebApi.Call;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.context.ConfigurableApplicationContext;

/** The whole server over real HTTP, with signatures like Slack's and a stub of its Web API. */
class SlackServerTest {

  private static final String SECRET = "8f742231b10e8888abcd99yyyzzz85a5";

  @TempDir Path folder;
  private final StubWebApi api = new StubWebApi();
  private ConfigurableApplicationContext server = null;
  private SignedSender slack;

  @BeforeEach
  void start() {
    Settings settings =
        Settings.from(
            Map.of(
                "SLACK_BOT_TOKEN",
                "xoxb-test",
                "SLACK_SIGNING_SECRET",
                SECRET,
                "SLACK_API_URL",
                api.api().toString(),
                "SERVER_PORT",
                "0",
                "ADVISOR_DATA",
                folder.toString()));
    server = new SlackServer(settings, new EchoingAdvisor(), Optional.empty()).start();
    URI address = server.getBean(ServerAddress.class).get().resolve("/slack/events");
    slack = new SignedSender(address, SECRET);
  }

  @AfterEach
  void stop() {
    server.close();
    api.close();
  }

  @Test
  void aMentionIsAnsweredInItsThread() {
    assertThat(slack.json(mention("Ev1", "<@U0BOT> how long is AI-102?")).statusCode())
        .isEqualTo(200);

    Call reply = api.await(1).getFirst();
    assertThat(reply.method()).isEqualTo("chat.postMessage");
    assertThat(reply.authorization()).isEqualTo("Bearer xoxb-test");
    assertThat(reply.parameter("channel")).isEqualTo("C0GEN");
    assertThat(reply.parameter("thread_ts")).isEqualTo("1763900000.000100");
    assertThat(reply.parameter("text")).isEqualTo("You said: how long is AI-102?");
    assertThat(reply.parameter("blocks")).contains("You said: how long is AI-102?");
    assertThat(reply.parameter("unfurl_links")).isEqualTo("0");
  }

  private static String mention(String event, String text) {
    return Payloads.of(
        "app-mention", Map.of("event", event, "text", text, "ts", "1763900000.000100"));
  }

  /** Says what it heard. */
  static final class EchoingAdvisor implements Advisor {

    @Override
    public Transition respond(Conversation before, Incoming incoming) {
      String heard =
          switch (incoming) {
            case Incoming.Said said -> "You said: " + said.text();
            case Incoming.Chose chose -> "You chose: " + chose.act();
            case Incoming.Commanded commanded -> "You commanded: " + commanded.text();
            case Incoming.OpenedHome home -> "Your home";
            case Incoming.OpenedMessages messages -> "Welcome";
          };
      Reply reply =
          new Reply(
              Reply.Kind.SMALLTALK,
              Reply.Audience.CONVERSATION,
              List.of(
                  new Part.Prose(heard),
                  new Part.Buttons(List.of(new Reply.Button("More", new Act.Say("more"))))),
              1,
              List.of(),
              Optional.empty());
      return new Transition(before, reply);
    }
  }
}
