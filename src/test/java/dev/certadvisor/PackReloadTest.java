package dev.certadvisor;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.spi.ILoggingEvent;
import dev.certadvisor.playground.Member;
import dev.certadvisor.playground.Message;
import dev.certadvisor.testing.LogLines;
import dev.certadvisor.testing.PackCopy;
import dev.certadvisor.testing.TestWorkspace;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.context.ConfigurableApplicationContext;

/** The pack's folder is changed under a server that people talk to. */
class PackReloadTest {

  private static final String QUESTION = "How much do the AWS and Azure AI exams cost?";
  private static final String REFUSED = "1 mistake and is not used";

  private final TestWorkspace workspace = new TestWorkspace();
  private final Map<String, String> environment = new HashMap<>(workspace.environment());
  private final PackCopy pack;
  private final ConfigurableApplicationContext server;
  private final URI address;
  private final Member maya = workspace.as("maya");
  private final String channel = workspace.newChannel();
  private final StringWriter said = new StringWriter();
  private final LogLines log;

  PackReloadTest(@TempDir Path folder) throws IOException {
    pack = PackCopy.in(folder.resolve("pack"));
    environment.putAll(
        Map.of(
            "ADVISOR_PACK",
            pack.folder().toString(),
            "ADVISOR_DATA",
            folder.resolve("data").toString(),
            "SERVER_PORT",
            "0"));
    Settings settings = Settings.from(environment);
    SettledHouse house = new SettledHouse(Optional.empty());
    LivePack live = LivePack.of(settings, house, Installation.shelfOfServer(settings.dataFolder()));
    server =
        new SlackServer(settings, CompletableFuture.completedFuture(live), house, Optional.empty())
            .start();
    address = server.getBean(ServerAddress.class).get();
    environment.put("SERVER_PORT", String.valueOf(address.getPort()));
    log = new LogLines();
  }

  @BeforeEach
  void connect() {
    workspace.serves(address);
  }

  @AfterEach
  void stop() {
    log.close();
    server.close();
    workspace.close();
  }

  @Test
  void aChangedPackAnswersTheNextMessage() throws Exception {
    assertThat(answer()).contains("Exam fees are only one part of what");
    Instant changed = Instant.now();

    pack.change("guide/10-cost.md", "Exam fees are only one part", "Exam fees are but one part");
    pack.change("framework.yaml", "What fills most of your", "What takes up most of your");

    assertThat(reload(Duration.ofMinutes(1))).isEqualTo(CertAdvisor.OK);
    assertThat(answer()).contains("Exam fees are but one part of what");
    Message first = maya.awaitReply(maya.sayDirectly("interview"));
    assertThat(first.text()).contains("What takes up most of your working days");
    assertThat(value("advisor_index_age_seconds"))
        .isBetween(0.0, Duration.between(changed, Instant.now()).toMillis() / 1_000.0);
    assertThat(said.toString()).contains("uses the pack in " + pack.folder());
  }

  @Test
  void whoeverIsInTheMiddleOfAnInterviewIsToldWhatNoLongerCounts() throws Exception {
    maya.awaitReply(maya.sayDirectly("interview"));
    Message second = maya.awaitReply(maya.sayDirectly("1"));
    assertThat(second.text()).contains("Which cloud");
    pack.change(
        "framework.yaml",
        "label: Data science, statistics, trying out models\n        evidence: {ml-engineering: 2.0}",
        "label: Data science, statistics, trying out models\n        evidence: {ml-engineering: 1.9}");
    assertThat(reload(Duration.ofMinutes(1))).isEqualTo(CertAdvisor.OK);

    Message again = maya.awaitReply(maya.sayDirectly("1"));

    assertThat(again.text())
        .contains("these answers no longer count: work: Data science")
        .contains("I did not take your number")
        .contains("What fills most of your working days");
    assertThat(maya.awaitReply(maya.sayDirectly("1")).text()).contains("Which cloud");
  }

  @Test
  void adviceIsSharedAndExplainedWithTheAnswersThatStillCount() throws Exception {
    Message last = maya.awaitReply(maya.sayDirectly("interview"));
    while (!last.text().contains("My advice")) {
      last = maya.awaitReply(maya.sayDirectly("1"));
    }
    pack.change("framework.yaml", "  - id: daily-work\n", "  - id: everyday-work\n");
    replaceAll("framework.yaml", "daily-work/", "everyday-work/");
    assertThat(reload(Duration.ofMinutes(1))).as(said::toString).isEqualTo(CertAdvisor.OK);

    assertThat(maya.awaitReply(maya.sayDirectly("why this advice?")).text())
        .doesNotContain("incident");
    assertThat(maya.awaitReply(maya.sayDirectly("share")).text()).doesNotContain("incident");
  }

  @Test
  void aPackWithAMistakeIsRefusedWholeAndToldEverywhere() throws Exception {
    String before = answer();
    pack.change("guide/10-cost.md", "Exam fees are only one part", "Exam fees are but one part");
    int line = pack.change("guide/10-cost.md", "topics: [fees", "topics: [fee");
    String mistake = "guide/10-cost.md:" + line + ": ";

    List<ILoggingEvent> lines = log.await(text -> text.contains(REFUSED));

    assertThat(lines)
        .extracting(ILoggingEvent::getFormattedMessage)
        .anySatisfy(text -> assertThat(text).startsWith(mistake));
    assertThat(answer()).as("the pack before goes on").isEqualTo(before);
    HttpResponse<String> readiness = get("/actuator/health/readiness");
    assertThat(readiness.statusCode()).isEqualTo(200);
    assertThat(readiness.body()).contains(mistake);
    assertThat(value("advisor_pack_mistakes")).isEqualTo(1);
    assertThat(reload(Duration.ZERO)).isEqualTo(CertAdvisor.FELL_SHORT);
    assertThat(said.toString()).contains(mistake, REFUSED);

    pack.change("guide/10-cost.md", "topics: [fee,", "topics: [fees,");
    assertThat(reload(Duration.ofMinutes(1))).isEqualTo(CertAdvisor.OK);
    assertThat(answer()).contains("Exam fees are but one part");
    assertThat(get("/actuator/health/readiness").body()).doesNotContain("mistakes");
    assertThat(value("advisor_pack_mistakes")).isZero();
  }

  @Test
  void thatAServerUsesAnotherFolderIsSaid(@TempDir Path other) throws Exception {
    PackCopy elsewhere = PackCopy.in(other);
    elsewhere.change("guide/10-cost.md", "Exam fees are only", "Exam fees are but");
    environment.put("ADVISOR_PACK", other.toString());

    assertThat(reload(Duration.ZERO)).isEqualTo(CertAdvisor.FELL_SHORT);
    assertThat(said.toString()).contains("does its ADVISOR_PACK name " + other);
  }

  private void replaceAll(String file, String old, String other) throws IOException {
    Path path = pack.folder().resolve(file);
    Files.writeString(path, Files.readString(path).replace(old, other));
  }

  private String answer() {
    return maya.awaitReply(maya.say(channel, "@Cert Advisor " + QUESTION)).text();
  }

  private int reload(Duration patience) throws InterruptedException {
    return ReloadCommand.reload(Settings.from(environment), patience, new PrintWriter(said, true));
  }

  private double value(String series) throws Exception {
    return get("/actuator/prometheus")
        .body()
        .lines()
        .filter(line -> line.startsWith(series + " "))
        .mapToDouble(line -> Double.parseDouble(line.substring(series.length() + 1)))
        .findFirst()
        .orElseThrow();
  }

  private HttpResponse<String> get(String path) throws Exception {
    return HttpClient.newHttpClient()
        .send(HttpRequest.newBuilder(address.resolve(path)).build(), BodyHandlers.ofString());
  }
}
