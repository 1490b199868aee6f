package dev.certadvisor;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.spi.ILoggingEvent;
import dev.certadvisor.conversation.ConversationId;
import dev.certadvisor.conversation.Incoming;
import dev.certadvisor.conversation.PersonId;
import dev.certadvisor.delivery.Address;
import dev.certadvisor.delivery.Envelope;
import dev.certadvisor.playground.Exchange;
import dev.certadvisor.playground.Member;
import dev.certadvisor.playground.Message;
import dev.certadvisor.playground.Mishap;
import dev.certadvisor.slack.SignedSender;
import dev.certadvisor.testing.LogLines;
import dev.certadvisor.testing.TestWorkspace;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.File;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What the log tells: ids, and nothing that people or secrets say. */
class LogTest {

  private static final Pattern PORT = Pattern.compile("port (\\d+)");

  @TempDir private Path folder;
  private final BlockingQueue<String> coming = new LinkedBlockingQueue<>();
  private final List<String> lines = new ArrayList<>();

  /** The program as it is shipped, since the tests have a configuration of their own. */
  @Test
  void realTrafficLeavesIdsAndNoWords() throws Exception {
    try (TestWorkspace workspace = new TestWorkspace()) {
      Process server = start(workspace);
      try {
        Matcher port = PORT.matcher(await("Slack's requests at port"));
        assertThat(port.find()).isTrue();
        talk(workspace, URI.create("http://127.0.0.1:" + port.group(1) + "/slack/events"));
        await("was given up");
      } finally {
        server.destroy();
      }
      assertThat(server.waitFor(1, TimeUnit.MINUTES)).isTrue();
      coming.drainTo(lines);
    }

    assertThat(lines).allSatisfy(line -> assertThat(json(line).has("@timestamp")).isTrue());
    JsonNode answered = line("was answered after").path("advisor");
    assertThat(answered.path("event").asString()).startsWith("event:Ev");
    assertThat(answered.path("team").asString()).isEqualTo("T0LARKFIELD");
    assertThat(answered.path("conversation").asString()).contains("T0LARKFIELD/");
    JsonNode givenUp = line("was given up").path("advisor");
    assertThat(givenUp.path("message").asString())
        .startsWith(givenUp.path("event").asString() + "#");
    assertThat(givenUp.path("channel").asString()).startsWith("T0LARKFIELD/C0ROOM");
    assertThat(line("waits")).isNotNull();
    assertThat(line("refused with 400")).isNotNull();
    assertThat(String.join("\n", lines) + Files.readString(folder.resolve("err")))
        .doesNotContainIgnoringCase("sourdough")
        .doesNotContain("Maya", "maya", "xoxb-", TestWorkspace.SECRET, "hooks.slack");
  }

  @Test
  void whatAnExceptionSaysIsNotLogged() throws Exception {
    PersonId maya = new PersonId("T1", "U1");
    Envelope envelope =
        new Envelope(
            "event:Ev1",
            new Incoming.Said(new ConversationId.Private(maya), maya, "sourdough"),
            new Address.DirectTo("T1", "U1"),
            Instant.EPOCH);
    try (LogLines log = new LogLines()) {
      new MeteredDeliveryLog(new SimpleMeterRegistry())
          .unanswered(envelope, "f00d", new IllegalStateException("no recipe for sourdough"));

      ILoggingEvent line = log.await(text -> text.contains("f00d")).getLast();

      assertThat(line.getFormattedMessage())
          .contains("event:Ev1", "person:T1/U1", "IllegalStateException at dev.certadvisor.LogTest")
          .doesNotContain("sourdough");
      assertThat(line.getThrowableProxy()).isNull();
      assertThat(line.getKeyValuePairs())
          .extracting(Object::toString)
          .containsExactlyInAnyOrder(
              "advisor.event=\"event:Ev1\"",
              "advisor.team=\"T1\"",
              "advisor.conversation=\"person:T1/U1\"",
              "advisor.incident=\"f00d\"");
    }
  }

  private void talk(TestWorkspace workspace, URI events) {
    workspace.serves(events);
    Member maya = workspace.as("maya");
    String channel = workspace.newChannel();
    maya.awaitReply(maya.sayDirectly("how do I bake sourdough bread?"));
    maya.command(channel, "/advisor ask about sourdough");
    maya.awaitEphemeral();
    Message question = maya.awaitReply(maya.sayDirectly("interview"));
    maya.press(question, "act:1");
    workspace.slack().spoil("chat.postMessage", new Mishap.Limited(Duration.ofSeconds(1)));
    maya.awaitReply(maya.say(channel, "@Cert Advisor what of sourdough?"));
    workspace.slack().spoil("chat.postMessage", new Mishap.Refused("missing_scope"));
    List<Exchange> before = workspace.slack().calls("chat.postMessage");
    maya.say(channel, "@Cert Advisor is sourdough in the exam?");
    workspace.slack().awaitCalls("chat.postMessage", before.size() + 1);
    SignedSender sender = new SignedSender(events, TestWorkspace.SECRET);
    sender.json("sourdough");
    sender.post(
        "application/json", "{\"a\":\"sourdough\"}".getBytes(StandardCharsets.UTF_8), "0", "v0=");
  }

  private Process start(TestWorkspace workspace) throws Exception {
    String withoutTests =
        Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
            .filter(entry -> !entry.endsWith("test-classes"))
            .collect(Collectors.joining(File.pathSeparator));
    List<String> command =
        new ArrayList<>(
            List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString()));
    command.addAll(TrialProcess.SHORT_LIVED);
    command.addAll(List.of("-cp", withoutTests, CertAdvisor.class.getName(), "start"));
    ProcessBuilder builder = new ProcessBuilder(command);
    builder.environment().putAll(workspace.environment());
    builder
        .environment()
        .putAll(
            Map.of(
                "SERVER_PORT",
                "0",
                "ADVISOR_DATA",
                folder.resolve("data").toString(),
                "ADVISOR_LOG",
                "ecs",
                "LOGGING_LEVEL_DEV_CERTADVISOR_DELIVERY",
                "debug"));
    builder.redirectError(folder.resolve("err").toFile());
    Process process = builder.start();
    Thread.ofVirtual().start(() -> process.inputReader().lines().forEach(coming::add));
    return process;
  }

  private String await(String wanted) throws InterruptedException {
    while (lines.isEmpty() || !lines.getLast().contains(wanted)) {
      String next = coming.poll(1, TimeUnit.MINUTES);
      assertThat(next).as("a line with \"%s\" after %s", wanted, lines).isNotNull();
      lines.add(next);
    }
    return lines.getLast();
  }

  private JsonNode line(String message) {
    return lines.stream()
        .map(LogTest::json)
        .filter(line -> line.path("message").asString("").contains(message))
        .findFirst()
        .orElseThrow(() -> new AssertionError("no \"" + message + "\" in " + lines));
  }

  private static JsonNode json(String line) {
    return JsonMapper.shared().readTree(line);
  }
}
