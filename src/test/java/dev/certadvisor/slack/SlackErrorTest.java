package dev.certadvisor.slack;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import com.sun.net.httpserver.HttpServer;
import dev.certadvisor.conversation.Wording;
import dev.certadvisor.delivery.Address;
import dev.certadvisor.delivery.Carrier.Outcome;
import dev.certadvisor.delivery.Parcel;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.slf4j.LoggerFactory;

/** Walks the table of errors: each one comes back from Slack, and what the table says is done. */
class SlackErrorTest {

  private static final Wording WORDING = Wording.load();
  private static final Path DOCUMENT = Path.of("src/docs/slack.md");

  private static final String HEAD =
      """
      | Slack's word | what is done | what the person reads first | the log says |
      |---|---|---|---|
      """;

  private final List<String> calls = new ArrayList<>();
  private final HttpServer server = start();
  private String firstAnswer = "";

  static Stream<SlackError> table() {
    return SlackError.TABLE.stream();
  }

  @AfterEach
  void stop() {
    server.stop(0);
  }

  @ParameterizedTest
  @MethodSource("table")
  void whatTheTableSaysIsDone(SlackError error) {
    firstAnswer = error.code();
    Address to =
        error.remedy() == SlackError.Remedy.BY_CHANNEL
            ? new Address.Return("T1", "C1", "U1", address("/respond"))
            : new Address.InChannel("T1", "C1", Optional.of("1.5"));

    Outcome outcome = send(to);

    switch (error.remedy()) {
      case WAIT -> assertThat(outcome).isInstanceOf(Outcome.Limited.class);
      case RETRY -> assertThat(outcome).isEqualTo(new Outcome.Failed(error.code()));
      case GIVE_UP -> assertThat(outcome).isEqualTo(new Outcome.Refused(error.code()));
      case LET_GO -> assertThat(outcome).isEqualTo(new Outcome.Sent());
      case PLAINLY -> {
        assertThat(outcome).isEqualTo(new Outcome.Sent());
        assertThat(calls.getLast()).contains("channel=C1").doesNotContain("blocks=");
      }
      case IN_DIRECT_MESSAGES -> {
        assertThat(outcome).isEqualTo(new Outcome.Sent());
        assertThat(calls.getLast()).contains("channel=U1", "the answer");
        error
            .explanation()
            .ifPresent(
                key -> assertThat(calls.getLast()).contains(Mrkdwn.escape(WORDING.say(key))));
      }
      case BY_CHANNEL -> {
        assertThat(outcome).isEqualTo(new Outcome.Sent());
        assertThat(calls.getLast()).contains("channel=C1", "the answer");
      }
    }
  }

  @Test
  void whatIsPrivateNeverGoesToTheChannelWhenItsAddressHasRunOut() {
    firstAnswer = SlackError.EXPIRED_ADDRESS;

    send(
        new Address.Return("T1", "C1", "U1", address("/respond")),
        "{\"text\":\"the answer\",\"response_type\":\"ephemeral\"}");

    assertThat(calls.getLast()).contains("channel=U1");
  }

  @Test
  void anErrorThatIsInNoTableIsGivenUpUnderItsName() {
    firstAnswer = "something_new";

    assertThat(send(new Address.InChannel("T1", "C1", Optional.empty())))
        .isEqualTo(new Outcome.Refused("something_new"));
  }

  @ParameterizedTest
  @MethodSource("table")
  void theLogSaysWhatTheTableSays(SlackError error) {
    Logger logger = (Logger) LoggerFactory.getLogger(WebApiCarrier.class);
    ListAppender<ILoggingEvent> log = new ListAppender<>();
    log.start();
    Level before = logger.getLevel();
    logger.setLevel(Level.INFO);
    logger.addAppender(log);
    try {
      whatTheTableSaysIsDone(error);
    } finally {
      logger.detachAppender(log);
      logger.setLevel(before);
    }

    List<Level> levels = log.list.stream().map(ILoggingEvent::getLevel).toList();
    switch (error.remedy()) {
      case PLAINLY -> assertThat(levels).containsExactly(Level.WARN);
      case IN_DIRECT_MESSAGES, BY_CHANNEL -> assertThat(levels).containsExactly(Level.INFO);
      case WAIT, RETRY, LET_GO, GIVE_UP -> assertThat(levels).isEmpty();
    }
    assertThat(log.list)
        .allSatisfy(line ->
            assertThat(line.getFormattedMessage())
                .contains(error.code())
                .doesNotContain("the answer"));
  }

  /** Run with {@code JAVA_TOOL_OPTIONS=-Dapprove=1} to write the table into the page anew. */
  @Test
  void theDocumentShowsTheTable() throws IOException {
    Map<SlackError, List<String>> alike =
        SlackError.TABLE.stream()
            .collect(
                Collectors.groupingBy(
                    error -> new SlackError("", error.remedy(), error.explanation()),
                    LinkedHashMap::new,
                    Collectors.mapping(error -> "`" + error.code() + "`", Collectors.toList())));
    String rows =
        alike.entrySet().stream()
            .map(row ->
                "| %s | %s | %s | %s |\n"
                    .formatted(
                        String.join(" ", row.getValue()),
                        row.getKey().remedy().words(),
                        row.getKey().explanation().map(WORDING::say).orElse("–"),
                        row.getKey().remedy().logged()))
            .collect(Collectors.joining());
    String table = HEAD + rows;
    String page = Files.readString(DOCUMENT);
    if (System.getProperty("approve") != null) {
      page = page.substring(0, page.indexOf(HEAD)) + table;
      Files.writeString(DOCUMENT, page);
    }

    assertThat(page).endsWith(table);
  }

  private Outcome send(Address to) {
    return send(
        to,
        "{\"text\":\"the answer\",\"asker\":\"U1\",\"response_type\":\"in_channel\","
            + "\"blocks\":[{\"type\":\"divider\"}]}");
  }

  private Outcome send(Address to, String payload) {
    WebApiCarrier carrier =
        new WebApiCarrier(
            WebApi.connect(false),
            () -> URI.create(address("/api/")),
            Tokens.single("xoxb-test"),
            WORDING);
    return carrier.send(new Parcel("p", to, payload), false);
  }

  private String address(String path) {
    return "http://127.0.0.1:" + server.getAddress().getPort() + path;
  }

  /** Refuses the first call and takes the second. */
  private HttpServer start() {
    try {
      HttpServer listening =
          HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
      listening.createContext(
          "/",
          exchange -> {
            String body =
                new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
            calls.add(URLDecoder.decode(body, StandardCharsets.UTF_8));
            boolean first = calls.size() == 1;
            byte[] answer =
                (first ? "{\"ok\":false,\"error\":\"" + firstAnswer + "\"}" : "{\"ok\":true}")
                    .getBytes(StandardCharsets.UTF_8);
            boolean refused = first && exchange.getRequestURI().getPath().equals("/respond");
            exchange.sendResponseHeaders(refused ? 404 : 200, answer.length);
            exchange.getResponseBody().write(answer);
            exchange.close();
          });
      listening.start();
      return listening;
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }
}
