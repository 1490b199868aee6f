package dev.certadvisor;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import dev.certadvisor.playground.Mishap;
import dev.certadvisor.slack.StubMethods;
import dev.certadvisor.slack.StubMethods.Answer;
import dev.certadvisor.store.Postgres;
import dev.certadvisor.testing.TestWorkspace;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Each fault that the doctor names, on real parts. */
class DoctorTest {

  private static final String SECRET = "8f742231b10e8888abcd99yyyzzz85a5";
  private static final long PLENTY = 1L << 40;

  @TempDir private Path folder;

  @Test
  void allIsFineWhereTheAppWouldRun() throws Exception {
    try (TestWorkspace workspace = new TestWorkspace()) {
      Map<String, String> environment = with(workspace.environment(), Map.of());
      ServerConfiguration.open(Settings.from(environment)).close();

      List<Finding> findings = doctor(environment).examine();

      assertThat(findings).allMatch(Finding::fine);
      assertThat(findings)
          .extracting(Finding::part)
          .containsExactly(
              "settings", "network", "clock", "token", "scopes", "database", "disk", "pack");
      assertThat(exitCode(findings)).isZero();
    }
  }

  @Test
  void nothingHasToBeReachedWhereTheLocalWorkspaceStandsIn() {
    assertThat(doctor(with(Map.of(), Map.of())).examine())
        .allMatch(Finding::fine)
        .extracting(Finding::part)
        .containsExactly("settings", "database", "disk", "pack");
  }

  @Test
  void everyMistakeInTheSettingsIsTold() {
    Map<String, String> environment =
        with(Map.of("SLACK_BOT_TOKEN", "xoxb-secret"), Map.of("SERVER_PORT", "many"));

    List<Finding> findings = doctor(environment).examine();

    assertThat(findings)
        .hasSize(2)
        .noneMatch(Finding::fine)
        .extracting(Finding::toString)
        .anySatisfy(line -> assertThat(line).contains("SLACK_SIGNING_SECRET is not set"))
        .anySatisfy(line -> assertThat(line).contains("SERVER_PORT is \"many\""));
    assertThat(exitCode(findings)).isEqualTo(CertAdvisor.FELL_SHORT);
  }

  @Test
  void aTokenThatSlackDoesNotTakeIsNamed() throws Exception {
    try (TestWorkspace workspace = new TestWorkspace()) {
      for (String error :
          List.of("invalid_auth", "token_revoked", "token_expired", "not_allowed_token_type")) {
        workspace.slack().spoil("auth.test", new Mishap.Refused(error));

        assertThat(wrong(workspace.environment()))
            .singleElement()
            .asString()
            .startsWith("token ")
            .contains("SLACK_BOT_TOKEN", error);
      }
    }
  }

  @Test
  void missingScopesAreListed() {
    try (StubMethods slack = new StubMethods()) {
      slack.always(
          "auth.test",
          new Answer(
              200,
              Map.of("X-OAuth-Scopes", "app_mentions:read,chat:write, im:history"),
              "{\"ok\":true,\"team\":\"Acme\"}"));

      assertThat(wrong(oneWorkspace(slack)))
          .singleElement()
          .asString()
          .contains("lacks assistant:write, commands, users:read;", "install the app again");
    }
  }

  @Test
  void aClockIsWrongBeyondTheWindowOfSignatures() throws Exception {
    try (TestWorkspace workspace = new TestWorkspace()) {
      Map<String, String> environment = with(workspace.environment(), Map.of());

      assertThat(
              wrong(environment, InstantSource.offset(InstantSource.system(), minutes(4)), PLENTY))
          .isEmpty();
      assertThat(
              wrong(environment, InstantSource.offset(InstantSource.system(), minutes(6)), PLENTY))
          .singleElement()
          .asString()
          .contains("ahead of Slack's", "NTP");
      assertThat(
              wrong(environment, InstantSource.offset(InstantSource.system(), minutes(-6)), PLENTY))
          .singleElement()
          .asString()
          .contains("behind Slack's", "NTP");
    }
  }

  @Test
  void withoutAConnectionOnlyTheNetworkIsBlamed() throws Exception {
    StubMethods closed = new StubMethods();
    Map<String, String> environment = oneWorkspace(closed);
    closed.close();

    assertThat(wrong(environment))
        .singleElement()
        .asString()
        .startsWith("network ")
        .contains("nothing takes the connection", "HTTPS_PROXY");
  }

  @Test
  void somethingElseThanSlackIsToldFromSlackInTrouble() {
    try (StubMethods slack = new StubMethods()) {
      slack.answers("auth.test", new Answer(200, Map.of(), "<html>Log in to the hotel</html>"));
      assertThat(wrong(oneWorkspace(slack)))
          .singleElement()
          .asString()
          .contains("correct SLACK_API_URL");
      slack.answers("auth.test", new Answer(503, Map.of(), "Sorry"));
      assertThat(wrong(oneWorkspace(slack)))
          .singleElement()
          .asString()
          .contains("status 503", "slack-status.com");
    }
  }

  @Test
  void anAppTokenThatOpensNothingIsNamed() throws Exception {
    try (TestWorkspace workspace = TestWorkspace.overSockets()) {
      assertThat(wrong(workspace.environment())).isEmpty();
      workspace.slack().spoil("apps.connections.open", new Mishap.Refused("missing_scope"));

      assertThat(wrong(workspace.environment()))
          .singleElement()
          .asString()
          .contains("SLACK_APP_TOKEN", "missing_scope", "connections:write");
    }
  }

  @Test
  void clientIdAndSecretAreToldApart() {
    try (StubMethods slack = new StubMethods()) {
      Map<String, String> environment =
          with(
              Map.of(
                  "SLACK_CLIENT_ID",
                  "1.2",
                  "SLACK_CLIENT_SECRET",
                  SECRET,
                  "SLACK_SIGNING_SECRET",
                  SECRET,
                  "SLACK_API_URL",
                  slack.api().toString()),
              Map.of());
      slack.answers("oauth.v2.access", Answer.error("invalid_code"));
      assertThat(wrong(environment)).isEmpty();
      slack.answers("oauth.v2.access", Answer.error("invalid_client_id"));
      assertThat(wrong(environment)).singleElement().asString().contains("SLACK_CLIENT_ID:");
      slack.answers("oauth.v2.access", Answer.error("bad_client_secret"));
      assertThat(wrong(environment)).singleElement().asString().contains("SLACK_CLIENT_SECRET:");
    }
  }

  @Test
  void anEmbeddedDatabaseIsLookedAtAndLeftAsItIs() throws Exception {
    assertThat(database()).isEqualTo("fine: none in " + data() + " yet; the first start makes it");
    assertThat(data()).doesNotExist();
    ServerConfiguration.open(Settings.from(with(Map.of(), Map.of()))).close();
    assertThat(database()).startsWith("fine: reached, at this version's schema");

    change(
        "delete from \"flyway_schema_history\" where \"installed_rank\" ="
            + " (select max(\"installed_rank\") from \"flyway_schema_history\")");
    assertThat(database()).startsWith("fine: reached; the next start takes 1 steps");
    assertThat(database()).as("it took none").contains("takes 1 steps");
    change("update \"flyway_schema_history\" set \"success\" = false where \"version\" = '50'");
    assertThat(database()).startsWith("WRONG: ADVISOR_DATA: an upgrade of it broke off");
    change(
        "update \"flyway_schema_history\" set \"success\" = true, \"version\" = '999' where \"version\" = '50'");
    assertThat(database()).startsWith("WRONG: ADVISOR_DATA: a later version");
    Files.writeString(data().resolve("advisor.mv.db"), "no database".repeat(1_000));
    assertThat(database()).startsWith("WRONG: ADVISOR_DATA: ").contains("restore a backup");
  }

  @Test
  void aDatabaseInUseIsAskedOfTheServerThatHasIt() throws Exception {
    ServerConfiguration.open(Settings.from(with(Map.of(), Map.of()))).close();
    HttpServer server =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    int[] status = {200};
    server.createContext(
        "/actuator/health/readiness",
        exchange -> {
          exchange.sendResponseHeaders(status[0], -1);
          exchange.close();
        });
    server.start();
    Map<String, String> port = Map.of("SERVER_PORT", "" + server.getAddress().getPort());
    try (FileChannel file =
            FileChannel.open(data().resolve("advisor.mv.db"), StandardOpenOption.WRITE);
        FileLock held = file.lock()) {
      assertThat(held.isValid()).isTrue();
      assertThat(database(port)).startsWith("fine: in use by the running server");
      status[0] = 503;
      assertThat(database(port)).contains("WRONG", "not ready");
      server.stop(0);
      assertThat(database(port)).contains("WRONG", "another process that is no server");
    }
  }

  @Test
  void aDatabaseServerIsLookedAt() throws SQLException {
    String url = Postgres.url("examined").replaceAll("\\?.*", "");
    assertThat(database(postgres(url, "postgres"))).contains("fine: reached; the next start takes");
    ServerConfiguration.open(Settings.from(with(postgres(url, "postgres"), Map.of()))).close();
    assertThat(database(postgres(url, "postgres"))).contains("fine: reached, at this version's");

    assertThat(database(postgres(url, "nobody"))).contains("WRONG", "ADVISOR_DATABASE_USER");
    assertThat(database(postgres(url.replace("examined", "absent"), "postgres")))
        .contains("WRONG", "create database");
    assertThat(database(postgres(url.replaceAll(":\\d+/", ":1/"), "postgres")))
        .contains("WRONG", "start the server");
    try (Connection connection = DriverManager.getConnection(url, "postgres", "");
        Statement statement = connection.createStatement()) {
      statement.execute("alter database examined set default_transaction_read_only = on");
    }
    assertThat(database(postgres(url, "postgres")))
        .contains("WRONG", "can be read but not written");
  }

  @Test
  void aDiskThatIsNearlyFullIsToldInTime() throws IOException {
    Map<String, String> environment = with(Map.of(), Map.of());
    assertThat(wrong(environment, InstantSource.system(), Doctor.LEAST_SPACE)).isEmpty();
    assertThat(wrong(environment, InstantSource.system(), Doctor.LEAST_SPACE - 1))
        .singleElement()
        .asString()
        .contains("ADVISOR_DATA: only 1023 MiB are left");
    Files.writeString(data(), "a file");
    assertThat(wrong(environment)).singleElement().asString().contains("is a file");
  }

  @Test
  void aPackIsLookedForAndRead() throws IOException {
    assertThat(wrong(Map.of("ADVISOR_PACK", folder.resolve("none").toString())))
        .singleElement()
        .asString()
        .contains("ADVISOR_PACK: there is no folder");
    Path pack = copy(Path.of("seeds"), folder.resolve("pack"));
    assertThat(wrong(Map.of("ADVISOR_PACK", pack.toString()))).isEmpty();
    Files.writeString(pack.resolve("pack.yaml"), "\nnonsense: 1\n", StandardOpenOption.APPEND);
    assertThat(wrong(Map.of("ADVISOR_PACK", pack.toString())))
        .singleElement()
        .asString()
        .contains("1 mistake,", "pack.yaml:", "./advisor check " + pack);
  }

  @Test
  void wrongUsageIsToldFromAFault() {
    assertThat(CertAdvisor.run("doctor", "now")).isEqualTo(CertAdvisor.WRONG_USAGE);
  }

  private Path data() {
    return folder.resolve("data");
  }

  private void change(String sql) throws SQLException {
    try (Connection connection =
            DriverManager.getConnection("jdbc:h2:file:" + data().resolve("advisor"));
        Statement statement = connection.createStatement()) {
      assertThat(statement.executeUpdate(sql)).isEqualTo(1);
    }
  }

  private String database() {
    return database(Map.of());
  }

  private String database(Map<String, String> environment) {
    return doctor(with(environment, Map.of())).examine().stream()
        .filter(finding -> finding.part().equals("database"))
        .map(finding -> finding.toString().substring("database  ".length()))
        .findFirst()
        .orElseThrow();
  }

  private List<Finding> wrong(Map<String, String> environment) {
    return wrong(with(environment, Map.of()), InstantSource.system(), PLENTY);
  }

  /** What is wrong; along the way, no secret may be told. */
  private List<Finding> wrong(Map<String, String> environment, InstantSource clock, long space) {
    List<Finding> findings = new Doctor(environment, clock, any -> space).examine();
    assertThat(findings.toString())
        .doesNotContain(SECRET)
        .doesNotContain(environment.getOrDefault("SLACK_BOT_TOKEN", "xoxb-"))
        .doesNotContain(environment.getOrDefault("SLACK_APP_TOKEN", "xapp-"));
    return findings.stream().filter(finding -> !finding.fine()).toList();
  }

  private static Doctor doctor(Map<String, String> environment) {
    return new Doctor(environment, InstantSource.system(), any -> PLENTY);
  }

  private Map<String, String> with(Map<String, String> some, Map<String, String> more) {
    Map<String, String> all = new HashMap<>(Map.of("ADVISOR_DATA", data().toString()));
    all.putAll(some);
    all.putAll(more);
    return all;
  }

  private Map<String, String> oneWorkspace(StubMethods slack) {
    return Map.of(
        "SLACK_BOT_TOKEN",
        "xoxb-hidden",
        "SLACK_SIGNING_SECRET",
        SECRET,
        "SLACK_API_URL",
        slack.api().toString());
  }

  private static Map<String, String> postgres(String url, String user) {
    return Map.of("ADVISOR_DATABASE_URL", url, "ADVISOR_DATABASE_USER", user);
  }

  private static Duration minutes(int count) {
    return Duration.ofMinutes(count);
  }

  private static int exitCode(List<Finding> findings) {
    return DoctorCommand.tell(findings, new PrintWriter(new StringWriter()));
  }

  private static Path copy(Path from, Path to) throws IOException {
    try (Stream<Path> files = Files.walk(from)) {
      for (Path file : files.toList()) {
        Files.copy(file, to.resolve(from.relativize(file).toString()));
      }
    }
    return to;
  }
}
