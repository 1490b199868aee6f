package dev.certadvisor;

import dev.certadvisor.Settings.Database;
import dev.certadvisor.Settings.LogForm;
import dev.certadvisor.Settings.SlackAccess;
import dev.certadvisor.Settings.Telemetry;
import dev.certadvisor.delivery.Limits;
import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import javax.crypto.SecretKey;
import javax.crypto.spec.SecretKeySpec;

/** Reads {@link Settings} from the environment's variables and gathers every mistake. */
final class SettingsReader {

  private static final Duration DEFAULT_RETENTION = Duration.ofDays(90);

  /** One more than is needed, so that one can be replaced without a gap. */
  private static final int DEFAULT_CONNECTIONS = 2;

  /** So many Slack allows an app ("Using Socket Mode"). */
  private static final int MOST_CONNECTIONS = 10;

  private static final int MOST_MESSAGES = 100_000;
  private static final int MOST_WAITING = 1_000_000;

  private static final int KEY_BYTES = 32;

  /** Stands in until the mistake is said. */
  private static final SecretKey NO_KEY = new SecretKeySpec(new byte[KEY_BYTES], "AES");

  private final Map<String, String> environment;
  private final List<String> mistakes = new ArrayList<>();

  SettingsReader(Map<String, String> environment) {
    this.environment = environment;
  }

  Settings read() {
    SlackAccess slack = slack();
    Optional<URI> slackApi = value("SLACK_API_URL").map(this::webAddress);
    InetAddress address = address(slack);
    int port = value("SERVER_PORT").map(this::port).orElse(3000);
    Path dataFolder = path("ADVISOR_DATA", "data");
    Optional<Database> database = database();
    Duration retention = value("ADVISOR_RETENTION_DAYS").map(this::days).orElse(DEFAULT_RETENTION);
    Limits limits = limits();
    Path pack = path("ADVISOR_PACK", "seeds");
    Optional<LocalDate> today = value("ADVISOR_TODAY").map(this::day);
    Optional<String> peopleToAsk = value("ADVISOR_HUMANS_CHANNEL").map(this::channel);
    LogForm log = value("ADVISOR_LOG").map(this::logForm).orElse(LogForm.TEXT);
    Optional<Telemetry> telemetry = telemetry();
    if (!mistakes.isEmpty()) {
      throw new UnusableException(mistakes);
    }
    return new Settings(
        slack,
        slackApi,
        address,
        port,
        dataFolder,
        database,
        retention,
        limits,
        pack,
        today,
        peopleToAsk,
        log,
        telemetry);
  }

  private SlackAccess slack() {
    Optional<String> botToken = value("SLACK_BOT_TOKEN");
    Optional<String> appToken = value("SLACK_APP_TOKEN");
    Optional<String> clientId = value("SLACK_CLIENT_ID");
    Optional<String> clientSecret = value("SLACK_CLIENT_SECRET");
    Optional<String> signingSecret = value("SLACK_SIGNING_SECRET");
    botToken.ifPresent(token -> token("SLACK_BOT_TOKEN", token, "xoxb-"));
    appToken.ifPresent(token -> token("SLACK_APP_TOKEN", token, "xapp-"));

    if (clientId.isPresent() || clientSecret.isPresent()) {
      if (botToken.isPresent() || appToken.isPresent()) {
        mistakes.add(
            "SLACK_CLIENT_ID is set beside SLACK_BOT_TOKEN or SLACK_APP_TOKEN: many workspaces"
                + " (client id and secret) and one workspace (token) exclude each other");
      }
      return new SlackAccess.ManyWorkspaces(
          needed("SLACK_CLIENT_ID", clientId, "SLACK_CLIENT_SECRET"),
          needed("SLACK_CLIENT_SECRET", clientSecret, "SLACK_CLIENT_ID"),
          needed("SLACK_SIGNING_SECRET", signingSecret, "SLACK_CLIENT_ID"),
          encryptionKey(),
          previousKey());
    }
    if (appToken.isPresent()) {
      return new SlackAccess.SocketMode(
          needed("SLACK_BOT_TOKEN", botToken, "SLACK_APP_TOKEN"),
          appToken.get(),
          value("ADVISOR_SOCKET_CONNECTIONS").map(this::connections).orElse(DEFAULT_CONNECTIONS));
    }
    if (botToken.isPresent() || signingSecret.isPresent()) {
      return new SlackAccess.OneWorkspace(
          needed("SLACK_BOT_TOKEN", botToken, "SLACK_SIGNING_SECRET"),
          signingSecret.orElseGet(this::neitherWay));
    }
    return new SlackAccess.LocalWorkspace();
  }

  private Optional<Database> database() {
    Optional<String> user = value("ADVISOR_DATABASE_USER");
    Optional<String> password = value("ADVISOR_DATABASE_PASSWORD");
    Optional<String> url = value("ADVISOR_DATABASE_URL");
    if (url.isEmpty()) {
      user.ifPresent(set -> needed("ADVISOR_DATABASE_URL", url, "ADVISOR_DATABASE_USER"));
      password.ifPresent(set -> needed("ADVISOR_DATABASE_URL", url, "ADVISOR_DATABASE_PASSWORD"));
      return Optional.empty();
    }
    if (!url.get().startsWith("jdbc:postgresql:")) {
      mistakes.add(
          "ADVISOR_DATABASE_URL has to begin with jdbc:postgresql:, for example"
              + " jdbc:postgresql://localhost/advisor");
    }
    return Optional.of(new Database(url.get(), user, password));
  }

  /** Without credentials anyone who reaches the port could act as anyone: loopback only. */
  private InetAddress address(SlackAccess slack) {
    String name = value("SERVER_ADDRESS").orElse("127.0.0.1");
    try {
      InetAddress address = InetAddress.getByName(name);
      if (slack instanceof SlackAccess.LocalWorkspace && !address.isLoopbackAddress()) {
        mistakes.add(
            "SERVER_ADDRESS is \""
                + name
                + "\", but without SLACK_BOT_TOKEN and SLACK_SIGNING_SECRET the local workspace"
                + " is served, on loopback only");
      }
      return address;
    } catch (UnknownHostException e) {
      mistakes.add("SERVER_ADDRESS is \"" + name + "\", which is no address of this machine");
      return InetAddress.getLoopbackAddress();
    }
  }

  private void token(String name, String token, String prefix) {
    if (!token.startsWith(prefix)) {
      mistakes.add(name + " has to begin with " + prefix);
    }
  }

  private URI webAddress(String text) {
    String withSlash = text.endsWith("/") ? text : text + "/";
    try {
      URI address = URI.create(withSlash);
      if (("http".equals(address.getScheme()) || "https".equals(address.getScheme()))
          && address.getHost() != null) {
        return address;
      }
    } catch (IllegalArgumentException e) {
      // said below
    }
    mistakes.add(
        "SLACK_API_URL is \"" + text + "\"; expected an address like https://slack.com/api/");
    return URI.create("https://slack.com/api/");
  }

  /**
   * With the embedded database a key can be kept beside it; several instances have to share one.
   */
  private Optional<SecretKey> encryptionKey() {
    Optional<String> text = value("ADVISOR_ENCRYPTION_KEY");
    if (text.isEmpty() && value("ADVISOR_DATABASE_URL").isPresent()) {
      mistakes.add(
          "ADVISOR_ENCRYPTION_KEY is not set, but SLACK_CLIENT_ID and ADVISOR_DATABASE_URL are: the"
              + " tokens of workspaces are kept encrypted; make a key with: openssl rand -base64 32");
    }
    return text.map(set -> key("ADVISOR_ENCRYPTION_KEY", set));
  }

  private Optional<SecretKey> previousKey() {
    return value("ADVISOR_ENCRYPTION_KEY_PREVIOUS")
        .map(text -> key("ADVISOR_ENCRYPTION_KEY_PREVIOUS", text));
  }

  private SecretKey key(String name, String text) {
    try {
      byte[] bytes = Base64.getDecoder().decode(text);
      if (bytes.length == KEY_BYTES) {
        return new SecretKeySpec(bytes, "AES");
      }
    } catch (IllegalArgumentException e) {
      // said below, without the value, which is a secret
    }
    mistakes.add(name + " has to be 32 bytes in base64; make one with: openssl rand -base64 32");
    return NO_KEY;
  }

  private int connections(String text) {
    int connections = wholeNumber(text);
    if (connections < 1 || connections > MOST_CONNECTIONS) {
      mistakes.add(
          "ADVISOR_SOCKET_CONNECTIONS is \""
              + text
              + "\"; expected a number from 1 to "
              + MOST_CONNECTIONS);
    }
    return connections;
  }

  private int port(String text) {
    int port = wholeNumber(text);
    if (port < 0 || port > 65_535) {
      mistakes.add("SERVER_PORT is \"" + text + "\"; expected a number from 0 to 65535");
    }
    return port;
  }

  private Duration days(String text) {
    int days = wholeNumber(text);
    if (days < 1 || days > 3_650) {
      mistakes.add("ADVISOR_RETENTION_DAYS is \"" + text + "\"; expected a number from 1 to 3650");
    }
    return Duration.ofDays(days);
  }

  /** Above what people type, also all at once in a busy channel: what runs away is a program. */
  private Limits limits() {
    return new Limits(
        number("ADVISOR_LIMIT_PERSON", 300, 0, MOST_MESSAGES),
        number("ADVISOR_LIMIT_CHANNEL", 600, 0, MOST_MESSAGES),
        Duration.ofMinutes(1),
        number("ADVISOR_QUEUE", 10_000, 1, MOST_WAITING));
  }

  private int number(String name, int otherwise, int least, int most) {
    Optional<String> text = value(name);
    int number = text.map(SettingsReader::wholeNumber).orElse(otherwise);
    if (number < least || number > most) {
      mistakes.add(
          "%s is \"%s\"; expected a number from %d to %d"
              .formatted(name, text.orElse(""), least, most));
      return otherwise;
    }
    return number;
  }

  /** On where OpenTelemetry's own variables say where to send traces. */
  private Optional<Telemetry> telemetry() {
    Optional<String> endpoint =
        value("OTEL_EXPORTER_OTLP_TRACES_ENDPOINT").or(() -> value("OTEL_EXPORTER_OTLP_ENDPOINT"));
    if (endpoint.isEmpty() || value("OTEL_SDK_DISABLED").filter("true"::equals).isPresent()) {
      return Optional.empty();
    }
    Map<String, String> variables =
        environment.entrySet().stream()
            .filter(variable -> variable.getKey().startsWith("OTEL_"))
            .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    return Optional.of(new Telemetry(variables));
  }

  private LogForm logForm(String text) {
    for (LogForm form : LogForm.values()) {
      if (form.name().equalsIgnoreCase(text)) {
        return form;
      }
    }
    mistakes.add("ADVISOR_LOG is \"" + text + "\"; expected text, ecs, logstash or gelf");
    return LogForm.TEXT;
  }

  private String channel(String text) {
    if (!text.matches("[CG][A-Z0-9]{6,20}")) {
      mistakes.add(
          "ADVISOR_HUMANS_CHANNEL is \""
              + text
              + "\"; expected a channel's id like C0123456789, as its details show it in Slack");
    }
    return text;
  }

  private LocalDate day(String text) {
    try {
      return LocalDate.parse(text);
    } catch (DateTimeParseException e) {
      mistakes.add("ADVISOR_TODAY is \"" + text + "\"; expected a date like 2026-11-23");
      return LocalDate.EPOCH;
    }
  }

  private Path path(String name, String otherwise) {
    String text = value(name).orElse(otherwise);
    try {
      return Path.of(text);
    } catch (InvalidPathException e) {
      mistakes.add(name + " is \"" + text + "\", which is no path: " + e.getReason());
      return Path.of(otherwise);
    }
  }

  /** Whoever has a bot token may come from either of two ways. */
  private String neitherWay() {
    mistakes.add(
        "SLACK_SIGNING_SECRET is not set, but SLACK_BOT_TOKEN is: set both,"
            + " or SLACK_APP_TOKEN beside it for Socket Mode");
    return "";
  }

  private String needed(String name, Optional<String> value, String because) {
    if (value.isEmpty()) {
      mistakes.add(name + " is not set, but " + because + " is: set both or none");
    }
    return value.orElse("");
  }

  private static int wholeNumber(String text) {
    try {
      return Integer.parseInt(text);
    } catch (NumberFormatException e) {
      return -1;
    }
  }

  private Optional<String> value(String name) {
    return Optional.ofNullable(environment.get(name))
        .map(String::strip)
        .filter(text -> !text.isEmpty());
  }
}
