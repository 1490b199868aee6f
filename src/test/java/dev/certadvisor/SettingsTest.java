package dev.certadvisor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.certadvisor.Settings.Database;
import dev.certadvisor.Settings.LogForm;
import dev.certadvisor.Settings.SlackAccess;
import dev.certadvisor.delivery.Limits;
import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import javax.crypto.SecretKey;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SettingsTest {

  /** 32 zero bytes. */
  private static final String KEY = "A".repeat(43) + "=";

  @Test
  void anEmptyEnvironmentMeansTheLocalWorkspaceOnLoopback() throws UnknownHostException {
    assertThat(Settings.from(Map.of("SLACK_BOT_TOKEN", " ")))
        .isEqualTo(
            new Settings(
                new SlackAccess.LocalWorkspace(),
                Optional.empty(),
                InetAddress.getByAddress(new byte[] {127, 0, 0, 1}),
                3000,
                Path.of("data"),
                Optional.empty(),
                Duration.ofDays(90),
                new Limits(300, 600, Duration.ofMinutes(1), 10_000),
                Path.of("seeds"),
                Optional.empty(),
                Optional.empty(),
                LogForm.TEXT,
                Optional.empty()));
  }

  @Test
  void everyVariableIsRead() throws UnknownHostException {
    Map<String, String> environment =
        Map.ofEntries(
            Map.entry("SLACK_BOT_TOKEN", "xoxb-1"),
            Map.entry("SLACK_SIGNING_SECRET", "s"),
            Map.entry("SLACK_API_URL", "http://proxy.example/api"),
            Map.entry("SERVER_ADDRESS", "0.0.0.0"),
            Map.entry("SERVER_PORT", "8080"),
            Map.entry("ADVISOR_HUMANS_CHANNEL", "C0123456789"),
            Map.entry("ADVISOR_DATA", "/var/lib/advisor"),
            Map.entry("ADVISOR_DATABASE_URL", "jdbc:postgresql://db/advisor"),
            Map.entry("ADVISOR_DATABASE_USER", "u"),
            Map.entry("ADVISOR_DATABASE_PASSWORD", "p"),
            Map.entry("ADVISOR_RETENTION_DAYS", "30"),
            Map.entry("ADVISOR_LIMIT_PERSON", "5"),
            Map.entry("ADVISOR_LIMIT_CHANNEL", "0"),
            Map.entry("ADVISOR_QUEUE", "100"),
            Map.entry("ADVISOR_PACK", "/packs/ours"),
            Map.entry("ADVISOR_LOG", "ecs"),
            Map.entry("OTEL_EXPORTER_OTLP_ENDPOINT", "http://collector:4318"),
            Map.entry("ADVISOR_TODAY", "2026-11-23"));

    assertThat(Settings.from(environment))
        .isEqualTo(
            new Settings(
                new SlackAccess.OneWorkspace("xoxb-1", "s"),
                Optional.of(URI.create("http://proxy.example/api/")),
                InetAddress.getByAddress(new byte[4]),
                8080,
                Path.of("/var/lib/advisor"),
                Optional.of(
                    new Database(
                        "jdbc:postgresql://db/advisor", Optional.of("u"), Optional.of("p"))),
                Duration.ofDays(30),
                new Limits(5, 0, Duration.ofMinutes(1), 100),
                Path.of("/packs/ours"),
                Optional.of(LocalDate.of(2026, 11, 23)),
                Optional.of("C0123456789"),
                LogForm.ECS,
                Optional.of(
                    new Settings.Telemetry(
                        Map.of("OTEL_EXPORTER_OTLP_ENDPOINT", "http://collector:4318")))));
  }

  @Test
  void anAppTokenMeansSocketMode() {
    assertThat(
            Settings.from(Map.of("SLACK_BOT_TOKEN", "xoxb-1", "SLACK_APP_TOKEN", "xapp-1")).slack())
        .isEqualTo(new SlackAccess.SocketMode("xoxb-1", "xapp-1", 2));
  }

  @Test
  void clientIdAndSecretMeanManyWorkspaces() {
    Map<String, String> environment =
        Map.of(
            "SLACK_CLIENT_ID", "1.2",
            "SLACK_CLIENT_SECRET", "c",
            "SLACK_SIGNING_SECRET", "s",
            "ADVISOR_ENCRYPTION_KEY", KEY,
            "ADVISOR_ENCRYPTION_KEY_PREVIOUS", KEY);
    SecretKey key = new SecretKeySpec(new byte[32], "AES");

    assertThat(Settings.from(environment).slack())
        .isEqualTo(
            new SlackAccess.ManyWorkspaces("1.2", "c", "s", Optional.of(key), Optional.of(key)));
  }

  /** Every combination of Slack's five variables either says how Slack is reached or what lacks. */
  @Test
  void everyCombinationOfCredentialsIsUsedOrExplained() {
    Map<String, String> all =
        Map.of(
            "SLACK_BOT_TOKEN", "xoxb-1",
            "SLACK_SIGNING_SECRET", "s",
            "SLACK_APP_TOKEN", "xapp-1",
            "SLACK_CLIENT_ID", "1.2",
            "SLACK_CLIENT_SECRET", "c");
    List<String> names = all.keySet().stream().sorted().toList();
    for (int set = 1; set < 1 << names.size(); set++) {
      Map<String, String> environment = new HashMap<>(Map.of("ADVISOR_ENCRYPTION_KEY", KEY));
      for (int i = 0; i < names.size(); i++) {
        if ((set >> i & 1) == 1) {
          environment.put(names.get(i), all.get(names.get(i)));
        }
      }
      boolean bot = environment.containsKey("SLACK_BOT_TOKEN");
      boolean app = environment.containsKey("SLACK_APP_TOKEN");
      boolean secret = environment.containsKey("SLACK_SIGNING_SECRET");
      boolean id = environment.containsKey("SLACK_CLIENT_ID");
      boolean clientSecret = environment.containsKey("SLACK_CLIENT_SECRET");
      boolean many = id && clientSecret && secret && !bot && !app;
      boolean one = bot && (app || secret) && !id && !clientSecret;

      if (many || one) {
        assertThat(Settings.from(environment).slack())
            .as("%s", environment.keySet())
            .isInstanceOf(
                many
                    ? SlackAccess.ManyWorkspaces.class
                    : app ? SlackAccess.SocketMode.class : SlackAccess.OneWorkspace.class);
      } else {
        assertThatThrownBy(() -> Settings.from(environment))
            .as("%s", environment.keySet())
            .isInstanceOf(UnusableException.class)
            .hasMessageStartingWith("SLACK_");
      }
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "SLACK_BOT_TOKEN=xoxb-1 | SLACK_SIGNING_SECRET is not set, but SLACK_BOT_TOKEN is: set both, or SLACK_APP_TOKEN beside it for Socket Mode",
        "SLACK_SIGNING_SECRET=s | SLACK_BOT_TOKEN is not set, but SLACK_SIGNING_SECRET is: set both or none",
        "SLACK_APP_TOKEN=xapp-1 | SLACK_BOT_TOKEN is not set, but SLACK_APP_TOKEN is: set both or none",
        "SLACK_BOT_TOKEN=xoxp-1 SLACK_SIGNING_SECRET=s | SLACK_BOT_TOKEN has to begin with xoxb-",
        "SLACK_BOT_TOKEN=xoxb-1 SLACK_APP_TOKEN=1 | SLACK_APP_TOKEN has to begin with xapp-",
        "SLACK_BOT_TOKEN=xoxb-1 SLACK_APP_TOKEN=xapp-1 ADVISOR_SOCKET_CONNECTIONS=11 | ADVISOR_SOCKET_CONNECTIONS is \"11\"; expected a number from 1 to 10",
        "SLACK_CLIENT_ID=1 SLACK_CLIENT_SECRET=c SLACK_SIGNING_SECRET=s ADVISOR_DATABASE_URL=jdbc:postgresql://h/d ADVISOR_DATABASE_USER=u ADVISOR_DATABASE_PASSWORD=p | ADVISOR_ENCRYPTION_KEY is not set, but SLACK_CLIENT_ID and ADVISOR_DATABASE_URL are: the tokens of workspaces are kept encrypted; make a key with: openssl rand -base64 32",
        "SLACK_CLIENT_ID=1 SLACK_CLIENT_SECRET=c SLACK_SIGNING_SECRET=s ADVISOR_ENCRYPTION_KEY=short | ADVISOR_ENCRYPTION_KEY has to be 32 bytes in base64; make one with: openssl rand -base64 32",
        "SERVER_PORT=70000 | SERVER_PORT is \"70000\"; expected a number from 0 to 65535",
        "SERVER_PORT=http | SERVER_PORT is \"http\"; expected a number from 0 to 65535",
        "SLACK_API_URL=ftp://x | SLACK_API_URL is \"ftp://x\"; expected an address like https://slack.com/api/",
        "ADVISOR_TODAY=23.11.2026 | ADVISOR_TODAY is \"23.11.2026\"; expected a date like 2026-11-23",
        "ADVISOR_RETENTION_DAYS=0 | ADVISOR_RETENTION_DAYS is \"0\"; expected a number from 1 to 3650",
        "ADVISOR_LIMIT_PERSON=-1 | ADVISOR_LIMIT_PERSON is \"-1\"; expected a number from 0 to 100000",
        "ADVISOR_LOG=json | ADVISOR_LOG is \"json\"; expected text, ecs, logstash or gelf",
        "ADVISOR_QUEUE=0 | ADVISOR_QUEUE is \"0\"; expected a number from 1 to 1000000",
        "ADVISOR_DATABASE_URL=jdbc:mysql:x | ADVISOR_DATABASE_URL has to begin with jdbc:postgresql:, for example jdbc:postgresql://localhost/advisor",
        "ADVISOR_DATABASE_USER=u | ADVISOR_DATABASE_URL is not set, but ADVISOR_DATABASE_USER is: set both or none",
        "SERVER_ADDRESS=0.0.0.0 | SERVER_ADDRESS is \"0.0.0.0\", but without SLACK_BOT_TOKEN and SLACK_SIGNING_SECRET the local workspace is served, on loopback only",
      })
  void aMistakeIsOneLineThatNamesTheVariable(String environment, String message) {
    assertThatThrownBy(() -> Settings.from(parse(environment)))
        .isInstanceOf(UnusableException.class)
        .hasMessage(message);
  }

  @Test
  void everyMistakeIsSaid() {
    assertThatThrownBy(() -> Settings.from(Map.of("SERVER_PORT", "-1", "ADVISOR_TODAY", "soon")))
        .isInstanceOfSatisfying(UnusableException.class, e -> assertThat(e.lines()).hasSize(2));
  }

  @Test
  void secretsAreNotShown() {
    Map<String, String> environment =
        Map.of("SLACK_BOT_TOKEN", "xoxb-1", "SLACK_SIGNING_SECRET", "hidden");

    assertThat(Settings.from(environment).toString()).doesNotContain("xoxb-1", "hidden");
  }

  private static Map<String, String> parse(String environment) {
    return Arrays.stream(environment.split(" "))
        .map(pair -> pair.split("=", 2))
        .collect(Collectors.toMap(pair -> pair[0], pair -> pair[1]));
  }
}
