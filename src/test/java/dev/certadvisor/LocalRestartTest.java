package dev.certadvisor;

import static org.assertj.core.api.Assertions.assertThat;

import dev.certadvisor.playground.Member;
import dev.certadvisor.playground.Message;
import dev.certadvisor.playground.Mishap;
import dev.certadvisor.playground.SlackStandIn;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.PipedReader;
import java.io.PipedWriter;
import java.io.PrintWriter;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The app is restarted from the local workspace, which itself stays as it is. */
class LocalRestartTest {

  private final Path folder;
  private final Playground playground = Playground.withOwnManifest();
  private Optional<Thread> server = Optional.empty();
  private URI address = URI.create("http://localhost");

  LocalRestartTest(@TempDir Path folder) {
    this.folder = folder;
  }

  @BeforeEach
  void start() throws IOException {
    Settings settings =
        Settings.from(Map.of("SERVER_PORT", "0", "ADVISOR_DATA", folder.toString()));
    Composition composition = Composition.of(PackFolder.of(settings.pack()), settings.today());
    PipedWriter out = new PipedWriter();
    BufferedReader said = new BufferedReader(new PipedReader(out));
    SlackServer slackServer =
        new SlackServer(settings, composition.advisor(), Optional.of(playground));
    server =
        Optional.of(Thread.ofPlatform().start(() -> slackServer.run(new PrintWriter(out, true))));
    address = URI.create(said.readLine().replaceAll(".*open (\\S+) .*", "$1"));
  }

  @AfterEach
  void stop() throws InterruptedException {
    server.orElseThrow().interrupt();
    assertThat(server.orElseThrow().join(Duration.ofSeconds(60))).isTrue();
  }

  @Test
  void anInterviewAndAnOpenQuestionOutliveIt() throws Exception {
    SlackStandIn slack = playground.standIn().orElseThrow();
    Member maya = slack.as("maya");
    maya.sayDirectly("interview me");
    Message first = slack.awaitMessage("question 1", each -> asks(each, 1));
    maya.press(first, "act:1");
    Message second = slack.awaitMessage("question 2", each -> asks(each, 2));
    int starts = slack.awaitCalls("auth.test", 1).size();
    int posts = slack.calls("chat.postMessage").size();
    slack.spoil("chat.postMessage", new Mishap.Limited(Duration.ofSeconds(1)));
    Message asked = slack.as("tomas").say("cloud-certs", "@Cert Advisor how long is AI-103?");
    slack.awaitCalls("chat.postMessage", posts + 1);

    assertThat(post("/workspace/restart")).isEqualTo(200);

    slack.awaitCalls("auth.test", starts + 1);
    assertThat(slack.as("tomas").awaitReply(asked).text()).contains("AI-103");
    maya.press(second, "Back");
    slack.awaitMessage(
        "question 1 again", each -> each.ts().compareTo(second.ts()) > 0 && asks(each, 1));
  }

  private static boolean asks(Message message, int question) {
    return message.blocks().toString().contains("Question " + question + " of");
  }

  private int post(String path) throws IOException, InterruptedException {
    return HttpClient.newHttpClient()
        .send(
            HttpRequest.newBuilder(address.resolve(path))
                .header("Content-Type", "application/json")
                .header("Origin", address.toString())
                .POST(HttpRequest.BodyPublishers.ofString("{\"me\":\"maya\"}"))
                .build(),
            BodyHandlers.discarding())
        .statusCode();
  }
}
