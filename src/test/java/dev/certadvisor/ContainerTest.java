package dev.certadvisor;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import dev.certadvisor.slack.SlackEdge;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/** Keeps the container files true, since the tests have no engine to build them with. */
class ContainerTest {

  private static final String DOCKERFILE = read("Dockerfile");

  /** Instructions, each in one line. */
  private static final List<String> STEPS =
      DOCKERFILE
          .replaceAll("\\\\\n\\s*", "")
          .lines()
          .filter(line -> !line.isBlank() && !line.startsWith("#"))
          .toList();

  @Test
  void everyFileThatIsCopiedIsThere() {
    assertThat(steps("COPY").filter(step -> !step.startsWith("--from")))
        .isNotEmpty()
        .allSatisfy(step -> {
          String[] words = step.split(" ", -1);
          for (String source : Arrays.copyOf(words, words.length - 1)) {
            assertThat(Path.of(source)).exists();
          }
        });
  }

  @Test
  void whatComesFromTheBuildWasMadeThere() {
    assertThat(steps("COPY").filter(step -> step.startsWith("--from=build")))
        .hasSize(2)
        .allSatisfy(step ->
            assertThat(steps("RUN").anyMatch(run -> run.contains(step.split(" ", -1)[1])))
                .isTrue());
  }

  @Test
  void theJvmReadsItsOptionsWhereTheyAreCopiedTo() {
    assertThat(steps("COPY")).contains("src/main/jvm jvm");
    Matcher files = Pattern.compile("@jvm/([a-z-]+)").matcher(DOCKERFILE);

    assertThat(files.results().map(match -> match.group(1)).distinct())
        .containsExactlyInAnyOrder("options", "server-options")
        .allSatisfy(file -> assertThat(Path.of("src/main/jvm", file)).exists());
  }

  @Test
  void theCacheIsUsedThatIsMade() {
    assertThat(DOCKERFILE)
        .contains("-XX:AOTCacheOutput=start.aot", "-XX:AOTCache=start.aot", "rehearse");
  }

  @Test
  void itDoesNotRunAsRootAndWritesOnlyBelowItsVolume() {
    assertThat(STEPS.indexOf("USER advisor"))
        .isGreaterThan(0)
        .isLessThan(STEPS.indexOf("CMD [\"start\"]"));
    assertThat(STEPS).contains("VOLUME /data");
    assertThat(DOCKERFILE).contains("ADVISOR_DATA=/data", "java.io.tmpdir=/data/tmp");
  }

  @Test
  void settingsOfTheImageAreUnderstood() {
    String settings = steps("ENV").findFirst().orElseThrow().replace("ADVISOR_JAVA_OPTIONS=", "");
    Map<String, String> environment = new HashMap<>(credentials());
    for (String pair : settings.strip().split(" ", -1)) {
      environment.put(pair.split("=", 2)[0], pair.split("=", 2)[1]);
    }

    Settings read = Settings.from(environment);

    assertThat(read.dataFolder()).isEqualTo(Path.of("/data"));
    assertThat(read.address().isAnyLocalAddress()).isTrue();
    assertThat(steps("EXPOSE")).containsExactly(String.valueOf(read.port()));
  }

  @Test
  @SuppressWarnings("unchecked")
  void settingsOfTheCompositionAreUnderstood() {
    for (String instance : List.of("advisor-1", "advisor-2")) {
      Map<String, String> environment =
          new HashMap<>((Map<String, String>) part(instance, "environment"));
      environment.putAll(credentials());

      assertThat(Settings.from(environment).database()).isPresent();
      assertThat(service(instance))
          .containsEntry("read_only", true)
          .containsEntry("cap_drop", List.of("ALL"))
          .containsEntry("security_opt", List.of("no-new-privileges:true"));
      assertThat((List<String>) part(instance, "volumes")).containsExactly(instance + ":/data");
    }
  }

  @Test
  void theEntranceSpreadsWhatSlackSendsOverTheInstancesThatAreReady() {
    Map<String, Map<String, String>> configs = section("configs");

    assertThat(Objects.requireNonNull(configs.get("entrance")).get("content"))
        .contains("handle " + SlackEdge.PATH.replaceAll("/events$", "/*") + " {")
        .contains("reverse_proxy advisor-1:3000 advisor-2:3000 {")
        .contains("health_uri /actuator/health/readiness")
        .contains("respond 404");
    assertThat(service("entrance").get("ports")).isEqualTo(List.of("3000:3000"));
    assertThat((Map<?, ?>) part("entrance", "depends_on")).hasSize(2);
  }

  @Test
  void theHealthCheckFindsAServerThatLivesAndOneThatDoesNot() throws IOException {
    assertThat(DOCKERFILE).contains("\"" + Probe.class.getName() + "\"");
    HttpServer server =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext(
        "/actuator/health/liveness",
        exchange -> {
          exchange.sendResponseHeaders(200, -1);
          exchange.close();
        });
    server.start();
    String port = String.valueOf(server.getAddress().getPort());

    assertThat(Probe.lives(port)).isTrue();
    server.stop(0);
    assertThat(Probe.lives(port)).isFalse();
  }

  private static Map<String, String> credentials() {
    return Map.of("SLACK_BOT_TOKEN", "xoxb-1", "SLACK_SIGNING_SECRET", "s");
  }

  private static Stream<String> steps(String instruction) {
    return STEPS.stream()
        .filter(step -> step.startsWith(instruction + " "))
        .map(step -> step.substring(instruction.length() + 1));
  }

  private static Map<String, Object> service(String name) {
    Map<String, Map<String, Object>> services = section("services");
    return Objects.requireNonNull(services.get(name));
  }

  private static <T> Map<String, T> section(String name) {
    Map<String, Map<String, T>> all =
        new Yaml(new SafeConstructor(new LoaderOptions())).load(read("compose.yaml"));
    return Objects.requireNonNull(all.get(name));
  }

  private static Object part(String service, String name) {
    return Objects.requireNonNull(service(service).get(name));
  }

  private static String read(String file) {
    try {
      return Files.readString(Path.of(file));
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }
}
