package dev.certadvisor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.certadvisor.playground.Member;
import dev.certadvisor.playground.Mishap;
import dev.certadvisor.testing.SpanSink;
import dev.certadvisor.testing.SpanSink.Span;
import dev.certadvisor.testing.TestWorkspace;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.context.ConfigurableApplicationContext;

/** What a collector is told of a message, over real OTLP. */
class TracesTest {

  private final TestWorkspace workspace = new TestWorkspace();
  private final SpanSink sink = new SpanSink();
  private final Member maya = workspace.as("maya");
  private final String channel = workspace.newChannel();
  @TempDir private Path folder;

  TracesTest() throws IOException {}

  @AfterEach
  void close() {
    sink.close();
    workspace.close();
  }

  @Test
  void aMessageIsOneTraceFromItsAcknowledgementToTheCallsOfTheWebApi() throws Exception {
    try (ConfigurableApplicationContext server = start(Map.of())) {
      workspace.serves(server.getBean(ServerAddress.class).get());
      workspace.slack().spoil("chat.postMessage", new Mishap.Limited(Duration.ofSeconds(1)));
      maya.awaitReply(maya.say(channel, "@Cert Advisor sourdough?"));
    }

    Span sent = sink.await(span -> span.name().equals("send") && !span.error());
    Span limited = sink.await(span -> span.name().equals("send") && span.error());
    Span acknowledged = ofTrace(sent, "acknowledge");
    Span waited = ofTrace(sent, "wait");
    Span answered = ofTrace(sent, "answer");
    assertThat(List.of(limited, waited, answered, sent))
        .extracting(Span::parent)
        .containsOnly(acknowledged.id());
    assertThat(acknowledged.parent()).isEmpty();
    assertThat(limited.trace()).isEqualTo(sent.trace());
    assertThat(waited.ended()).isEqualTo(answered.begun());
    assertThat(limited.begun()).isGreaterThanOrEqualTo(answered.begun());
    assertThat(sent.begun() - limited.ended()).isGreaterThanOrEqualTo(1_000_000_000L);
    assertThat(acknowledged.ended()).isGreaterThan(acknowledged.begun());
    assertThat(acknowledged.attributes())
        .containsEntry("http.response.status_code", "200")
        .containsEntry("advisor.team", "T0LARKFIELD");
    assertThat(limited.attributes()).containsEntry("advisor.outcome", "Limited");
    assertThat(sent.attributes())
        .containsEntry("advisor.outcome", "Sent")
        .containsEntry("advisor.event", acknowledged.attributes().get("advisor.event"));
  }

  @Test
  void nothingThatWasSaidIsTold() throws Exception {
    try (ConfigurableApplicationContext server = start(Map.of())) {
      workspace.serves(server.getBean(ServerAddress.class).get());
      maya.awaitReply(maya.say(channel, "@Cert Advisor sourdough"));
      maya.say(channel, "@Cert Advisor sourdough " + EchoingAdvisor.FAIL);
      maya.awaitEphemeral();
    }

    Span failed = sink.await(span -> span.name().equals("answer") && span.error());
    assertThat(failed.attributes()).containsKey("advisor.conversation");
    assertThat(sink.everything())
        .contains("java.lang.IllegalStateException")
        .doesNotContain("sourdough", "as it was told", "xoxb-");
  }

  @Test
  void aSampleIsOfWholeTraces() throws Exception {
    Map<String, String> half =
        Map.of("OTEL_TRACES_SAMPLER", "traceidratio", "OTEL_TRACES_SAMPLER_ARG", "0.5");
    int messages = 24;
    try (ConfigurableApplicationContext server = start(half)) {
      workspace.serves(server.getBean(ServerAddress.class).get());
      for (int i = 0; i < messages; i++) {
        maya.awaitReply(maya.say(workspace.newChannel(), "@Cert Advisor hello"));
      }
    }

    Map<String, List<String>> traces = new HashMap<>();
    for (Span span : sink.soFar()) {
      traces.computeIfAbsent(span.trace(), id -> new ArrayList<>()).add(span.name());
    }
    assertThat(traces.size()).isBetween(1, messages - 1);
    assertThat(traces.values())
        .allSatisfy(names -> assertThat(names).contains("acknowledge", "wait", "answer", "send"));
  }

  @Test
  void whatCannotBeUsedStopsTheStartWithOneLine() {
    assertThatThrownBy(() -> start(Map.of("OTEL_EXPORTER_OTLP_PROTOCOL", "carrier-pigeon")))
        .isInstanceOfSatisfying(
            UnusableException.class,
            unusable ->
                assertThat(unusable.lines())
                    .singleElement()
                    .asString()
                    .contains("OTEL_", "carrier-pigeon"));
  }

  @Test
  void withoutTheSettingNothingOfItIsLoaded() throws Exception {
    Path classes = folder.resolve("classes");
    List<String> arguments = new ArrayList<>(TrialProcess.SHORT_LIVED);
    arguments.addAll(
        List.of("-Xlog:class+load:file=" + classes, CertAdvisor.class.getName(), "start"));
    Map<String, String> environment = environment(Map.of());
    environment.remove("OTEL_EXPORTER_OTLP_ENDPOINT");
    TrialProcess advisor = new TrialProcess(arguments, environment, folder.resolve("log"));
    Thread alive = Thread.ofVirtual().start(advisor::keepAlive);
    try {
      while (advisor.address().isEmpty()) {
        TimeUnit.MILLISECONDS.sleep(50);
      }
      workspace.serves(advisor.address().orElseThrow());
      maya.awaitReply(maya.sayDirectly("help"));
    } finally {
      advisor.end();
      alive.join();
    }

    assertThat(Files.readString(classes))
        .contains("dev.certadvisor.delivery.Dispatcher")
        .doesNotContain("io.opentelemetry");
  }

  private Span ofTrace(Span one, String name) throws InterruptedException {
    return sink.await(span -> span.trace().equals(one.trace()) && span.name().equals(name));
  }

  private ConfigurableApplicationContext start(Map<String, String> more) {
    return new SlackServer(Settings.from(environment(more)), new EchoingAdvisor(), Optional.empty())
        .start();
  }

  private Map<String, String> environment(Map<String, String> more) {
    Map<String, String> environment = new HashMap<>(workspace.environment());
    environment.put("SERVER_PORT", "0");
    environment.put("ADVISOR_DATA", folder.resolve("data").toString());
    environment.put("OTEL_EXPORTER_OTLP_ENDPOINT", sink.endpoint());
    environment.putAll(more);
    return environment;
  }
}
