package dev.certadvisor.playground;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The page's server, asked over a bare socket so that every header can be wrong. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class WorkspacePageTest {

  private final StandInClock clock = new StandInClock();
  private final StandInServer server = new StandInServer(0, clock, Duration.ofSeconds(3), clock);
  private final int port = server.address("/").getPort();
  private final String host = "Host: localhost:" + port;

  @AfterAll
  void stop() {
    server.close();
  }

  @Test
  void thePageComesWithAPolicyThatLetsNothingElseIn() throws IOException {
    assertThat(ask("GET / HTTP/1.1", host))
        .startsWith("HTTP/1.1 200")
        .contains("Content-Security-Policy: default-src 'none'; script-src 'self'")
        .contains("X-Content-Type-Options: nosniff")
        .contains("<!doctype html>");
  }

  @Test
  void anUnchangedFileIsNotSentAgain() throws IOException {
    String first = ask("GET /workspace/js/app.js HTTP/1.1", host);
    String tag = first.replaceAll("(?s).*ETag: (\"[^\"]+\").*", "$1");

    assertThat(ask("GET /workspace/js/app.js HTTP/1.1", host, "If-None-Match: " + tag))
        .startsWith("HTTP/1.1 304");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/workspace/../application.yaml",
        "/workspace/js/%2e%2e/%2e%2e/application.yaml",
        "/workspace/nothing.js",
        "/workspace/js/",
        "/workspace/"
      })
  void nothingButThePagesFilesIsServed(String path) throws IOException {
    assertThat(ask("GET " + path + " HTTP/1.1", host)).containsPattern("^HTTP/1.1 40[04]");
  }

  @ParameterizedTest
  @ValueSource(strings = {"evil.example", "localhost.evil.example", "127.0.0.1.evil.example"})
  void aNameThatIsNotLoopbackIsRefused(String name) throws IOException {
    assertThat(ask("GET / HTTP/1.1", "Host: " + name)).startsWith("HTTP/1.1 403");
    assertThat(ask("GET /workspace/live HTTP/1.1", "Host: " + name)).startsWith("HTTP/1.1 403");
    assertThat(ask("GET /slack-stand-in/api/api.test HTTP/1.1", "Host: " + name))
        .startsWith("HTTP/1.1 403");
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("forged")
  void aForeignPageCannotDoAnything(String what, String origin, String site, String type)
      throws IOException {
    assertThat(say(origin, site, type)).startsWith("HTTP/1.1 403");
  }

  static Stream<Arguments> forged() {
    String own = "Origin: http://localhost:PORT";
    String json = "Content-Type: application/json";
    String same = "Sec-Fetch-Site: same-origin";
    return Stream.of(
        Arguments.of("another origin", "Origin: http://evil.example", same, json),
        Arguments.of("another port", "Origin: http://localhost:1", same, json),
        Arguments.of("no origin", "X-None: 1", same, json),
        Arguments.of("a sandboxed frame", "Origin: null", same, json),
        Arguments.of("another site, says the browser", own, "Sec-Fetch-Site: cross-site", json),
        Arguments.of("a plain form", own, same, "Content-Type: text/plain"));
  }

  @Test
  void thePageItselfCan() throws IOException {
    String answer =
        say(
            "Origin: http://localhost:PORT",
            "Sec-Fetch-Site: same-origin",
            "Content-Type: application/json");

    assertThat(answer).startsWith("HTTP/1.1 200");
  }

  private String say(String origin, String site, String type) throws IOException {
    String body = "{\"me\":\"maya\",\"channel\":\"general\",\"text\":\"hello\"}";
    return ask(
        "POST /workspace/say HTTP/1.1",
        host,
        origin.replace("PORT", Integer.toString(port)),
        site,
        type,
        "Content-Length: " + body.length(),
        "",
        body);
  }

  @Test
  void aForeignPageCannotLook() throws IOException {
    assertThat(ask("GET /workspace/transcript HTTP/1.1", host, "Sec-Fetch-Site: cross-site"))
        .startsWith("HTTP/1.1 403");
  }

  @Test
  void theWebApiIsNotForWebPages() throws IOException {
    assertThat(
            ask(
                "GET /slack-stand-in/api/api.test HTTP/1.1",
                host,
                "Origin: http://localhost:" + port))
        .startsWith("HTTP/1.1 403");
  }

  @Test
  void badInputIsRefusedWithAReason() throws IOException {
    String body = "{\"me\":\"nobody\",\"channel\":\"general\",\"text\":\"x\"}";
    String answer =
        ask(
            "POST /workspace/say HTTP/1.1",
            host,
            "Origin: http://localhost:" + port,
            "Content-Type: application/json",
            "Content-Length: " + body.length(),
            "",
            body);

    assertThat(answer).startsWith("HTTP/1.1 400").contains("nobody is called nobody");
  }

  @Test
  void aLiveViewBeginsWithAllThereIsAndGoesOnWithChanges() throws IOException {
    try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
      socket.setSoTimeout(10_000);
      send(socket, "GET /workspace/live?person=tomas HTTP/1.1", host, "", "");
      InputStream in = socket.getInputStream();
      assertThat(readUntil(in, "\"type\":\"everything\"")).contains("text/event-stream");

      server.slack.as("maya").say("general", "<b>good</b> morning");

      assertThat(readUntil(in, "morning")).contains("&lt;b&gt;good&lt;/b&gt;");
    }
  }

  private static String readUntil(InputStream in, String wanted) throws IOException {
    StringBuilder read = new StringBuilder();
    while (read.indexOf(wanted) < 0) {
      int next = in.read();
      if (next < 0) {
        break;
      }
      read.append((char) next);
    }
    return read.toString();
  }

  /** Sends lines and reads the whole answer. */
  private String ask(String... lines) throws IOException {
    try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
      socket.setSoTimeout(10_000);
      String[] closing = lines.clone();
      closing[1] = lines[1] + "\r\nConnection: close";
      send(socket, closing);
      return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  private static void send(Socket socket, String... lines) throws IOException {
    String request = String.join("\r\n", lines);
    String whole = request.contains("\r\n\r\n") ? request : request + "\r\n\r\n";
    socket.getOutputStream().write(whole.getBytes(StandardCharsets.UTF_8));
  }
}
