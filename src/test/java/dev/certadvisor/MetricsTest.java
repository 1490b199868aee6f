package dev.certadvisor;

import static org.assertj.core.api.Assertions.assertThat;

import dev.certadvisor.playground.Member;
import dev.certadvisor.testing.TestWorkspace;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.CompletableFuture;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.context.ConfigurableApplicationContext;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What an operator sees, after people have asked, been declined and left an interview. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class MetricsTest {

  private static final Pattern NAME =
      Pattern.compile("\\b(?:advisor|jvm|process|logback)_[a-z_]+(?=[{\\s])");

  private final TestWorkspace workspace = new TestWorkspace();
  private ConfigurableApplicationContext server;
  private String scraped = "";

  @BeforeAll
  void peopleDoThings(@TempDir Path folder) throws Exception {
    Map<String, String> environment = new HashMap<>(workspace.environment());
    environment.putAll(
        Map.of("ADVISOR_DATA", folder.toString(), "SERVER_PORT", "0", "ADVISOR_LIMIT_PERSON", "4"));
    Settings settings = Settings.from(environment);
    SettledHouse house = new SettledHouse(Optional.empty());
    LivePack pack = LivePack.of(settings, house, Installation.shelf());
    server =
        new SlackServer(settings, CompletableFuture.completedFuture(pack), house, Optional.empty())
            .start();
    URI address = server.getBean(ServerAddress.class).get();
    workspace.serves(address);
    Member maya = workspace.as("maya");
    for (String words :
        List.of("what does AI-102 cover?", "how do I bake sourdough bread?", "interview", "1")) {
      maya.awaitReply(maya.sayDirectly(words));
    }
    maya.sayDirectly("once too often");
    workspace.slack().awaitAnswers(5);
    scraped =
        HttpClient.newHttpClient()
            .send(
                HttpRequest.newBuilder(address.resolve("/actuator/prometheus")).build(),
                BodyHandlers.ofString())
            .body();
  }

  @AfterAll
  void stop() {
    server.close();
    workspace.close();
  }

  @Test
  void declinesAreCountedAmongTheReplies() {
    assertThat(value("advisor_replies_total{kind=\"unknown\"}")).isEqualTo(1);
    assertThat(value("advisor_replies_total{kind=\"answer\"}")).isEqualTo(1);
    assertThat(value("advisor_replies_total{kind=\"recommendation\"}")).isZero();
  }

  @Test
  void theQuestionAtWhichAnInterviewIsLeftShows() {
    Map<String, Double> put = questions("put");
    Map<String, Double> answered = questions("answered");

    assertThat(put).hasSize(2).allSatisfy((question, count) -> assertThat(count).isEqualTo(1));
    assertThat(answered).hasSize(1);
    assertThat(put).containsKeys(answered.keySet().toArray(String[]::new));
  }

  @Test
  void acknowledgementsAndWaitsAreTimed() {
    assertThat(value("advisor_acknowledgements_seconds_count{status=\"200\"}"))
        .isGreaterThanOrEqualTo(5);
    assertThat(value("advisor_queue_age_seconds")).isBetween(0.0, 600.0);
    assertThat(value("advisor_index_age_seconds")).isBetween(0.0, 600.0);
  }

  @Test
  void theDashboardShowsWhatThereIsAndAllThatIsOurs() throws IOException {
    Set<String> there = names(scraped.lines().filter(line -> !line.startsWith("#")));
    Set<String> shown = names(expressions());

    assertThat(shown).hasSizeGreaterThan(12);
    assertThat(there).containsAll(shown);
    assertThat(there.stream().filter(name -> name.startsWith("advisor_")).map(MetricsTest::stem))
        .as("nothing of ours is left out")
        .isSubsetOf(shown.stream().map(MetricsTest::stem).toList());
  }

  private static Stream<String> expressions() throws IOException {
    JsonNode dashboard =
        JsonMapper.shared().readTree(Files.readString(Path.of("src/docs/grafana.json")));
    return dashboard.findValuesAsString("expr").stream();
  }

  private static Set<String> names(Stream<String> texts) {
    return texts
        .flatMap(text -> NAME.matcher(text + " ").results().map(MatchResult::group))
        .collect(Collectors.toCollection(TreeSet::new));
  }

  /** A timer has several series. */
  private static String stem(String name) {
    return name.replaceAll("_(count|sum|max|bucket)$", "");
  }

  private Map<String, Double> questions(String end) {
    Map<String, Double> counts = new HashMap<>();
    Set<String> labels = new HashSet<>();
    Pattern.compile(
            "advisor_interview_questions_total\\{end=\"" + end + "\",question=\"([^\"]+)\"} (\\S+)")
        .matcher(scraped)
        .results()
        .forEach(found -> {
          assertThat(labels.add(found.group(1))).isTrue();
          counts.put(found.group(1), Double.parseDouble(found.group(2)));
        });
    return counts;
  }

  private double value(String series) {
    return scraped
        .lines()
        .filter(line -> line.startsWith(series + " "))
        .map(line -> Double.parseDouble(line.substring(series.length() + 1)))
        .findFirst()
        .orElseThrow(() -> new AssertionError("no " + series + " in\n" + scraped));
  }
}
