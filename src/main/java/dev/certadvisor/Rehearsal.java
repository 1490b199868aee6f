package dev.certadvisor;

import com.sun.net.httpserver.HttpServer;
import dev.certadvisor.console.Chat;
import dev.certadvisor.conversation.Advisor;
import dev.certadvisor.conversation.InMemoryConversationStore;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.io.StringReader;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.springframework.context.ConfigurableApplicationContext;

/**
 * A start of each kind and some talk in each: the terminal, the local workspace, and the app as
 * Slack reaches it, with a stub of the Web API. Everything stays on loopback and in one folder.
 */
final class Rehearsal {

  private static final String SECRET = "rehearsal";

  /** Often enough that the JVM learns which methods are hot. */
  private static final int ROUNDS = 20;

  private static final Duration PATIENCE = Duration.ofSeconds(30);

  private static final List<String> QUESTIONS =
      List.of(
          "how hard is the AWS exam?",
          "compare both on cost",
          "is ai-102 still available?",
          "recommend backend developer at a bank on Azure, weak in maths",
          "what is the weather",
          "help");

  private final Path folder;
  private final Composition composition;
  private final Advisor advisor;
  private final HttpClient http = HttpClient.newHttpClient();

  /**
   * A rehearsal.
   *
   * @param folder where databases may be made
   * @param composition of the pack that will be used
   */
  Rehearsal(Path folder, Composition composition) {
    this.folder = folder;
    this.composition = composition;
    this.advisor = composition.advisor();
  }

  /**
   * Goes through it.
   *
   * @throws IOException if a server does not answer
   */
  void run() throws IOException, InterruptedException {
    inTheTerminal();
    inTheLocalWorkspace();
    asSlackReachesIt();
  }

  private void inTheTerminal() throws IOException {
    Chat chat =
        new Chat(
            advisor,
            new InMemoryConversationStore(),
            composition.pack().manifest().introduction().matter(),
            composition.wording());
    PrintWriter nowhere =
        new PrintWriter(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8);
    String lines = String.join("\n", QUESTIONS) + "\ninterview\n1\n";
    chat.inWords(new BufferedReader(new StringReader(lines)), nowhere, true);
    chat.inJson(new BufferedReader(new StringReader(lines)), nowhere);
  }

  private void inTheLocalWorkspace() throws IOException, InterruptedException {
    Settings settings = settings("local", Map.of());
    try (ConfigurableApplicationContext server =
        new SlackServer(settings, advisor, Optional.of(Playground.withOwnManifest())).start()) {
      URI address = server.getBean(ServerAddress.class).get();
      get(address.resolve("/"));
      get(address.resolve("/actuator/health/readiness"));
    }
  }

  private void asSlackReachesIt() throws IOException, InterruptedException {
    CountDownLatch answers = new CountDownLatch(ROUNDS * QUESTIONS.size());
    HttpServer webApi = webApi(answers);
    Map<String, String> access =
        Map.of(
            "SLACK_BOT_TOKEN",
            "xoxb-rehearsal",
            "SLACK_SIGNING_SECRET",
            SECRET,
            "SLACK_API_URL",
            "http://127.0.0.1:" + webApi.getAddress().getPort() + "/");
    try (ConfigurableApplicationContext server =
        new SlackServer(settings("slack", access), advisor, Optional.empty()).start()) {
      URI address = server.getBean(ServerAddress.class).get();
      for (int round = 0; round < ROUNDS; round++) {
        for (int i = 0; i < QUESTIONS.size(); i++) {
          mention(address.resolve("/slack/events"), round * QUESTIONS.size() + i);
        }
      }
      if (!answers.await(PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
        throw new IOException(answers.getCount() + " messages were not answered");
      }
      get(address.resolve("/actuator/health/readiness"));
      get(address.resolve("/actuator/prometheus"));
    } finally {
      webApi.stop(0);
    }
  }

  private static HttpServer webApi(CountDownLatch answers) throws IOException {
    HttpServer server =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    byte[] fine = "{\"ok\":true}".getBytes(StandardCharsets.UTF_8);
    server.createContext(
        "/",
        exchange -> {
          try (exchange) {
            exchange.getRequestBody().readAllBytes();
            exchange.getResponseHeaders().add("Content-Type", "application/json");
            exchange.sendResponseHeaders(200, fine.length);
            exchange.getResponseBody().write(fine);
          }
          answers.countDown();
        });
    server.start();
    return server;
  }

  private Settings settings(String name, Map<String, String> access) {
    Map<String, String> environment = new HashMap<>(access);
    environment.put("SERVER_PORT", "0");
    environment.put("ADVISOR_DATA", folder.resolve(name).toString());
    return Settings.from(environment);
  }

  /** Each in a channel of its own, since messages of one channel are spaced by a second. */
  private void mention(URI address, int number) throws IOException, InterruptedException {
    String body =
        """
        {"type":"event_callback","team_id":"T0","api_app_id":"A0","event_id":"Ev%1$d",\
        "event_time":1763900000,"authorizations":[{"team_id":"T0","user_id":"U0","is_bot":true}],\
        "event":{"type":"app_mention","user":"U%1$d","channel":"C%1$d","text":"<@U0> %2$s",\
        "ts":"1763900000.%1$06d","event_ts":"1763900000.%1$06d"}}\
        """
            .formatted(number, QUESTIONS.get(number % QUESTIONS.size()));
    String now = String.valueOf(Instant.now().getEpochSecond());
    HttpRequest request =
        HttpRequest.newBuilder(address)
            .timeout(PATIENCE)
            .header("Content-Type", "application/json")
            .header("X-Slack-Request-Timestamp", now)
            .header("X-Slack-Signature", signature(now, body))
            .POST(BodyPublishers.ofString(body))
            .build();
    expectFine(http.send(request, BodyHandlers.ofString()).statusCode(), address);
  }

  private void get(URI address) throws IOException, InterruptedException {
    HttpRequest request = HttpRequest.newBuilder(address).timeout(PATIENCE).build();
    expectFine(http.send(request, BodyHandlers.ofString()).statusCode(), address);
  }

  private static void expectFine(int status, URI address) throws IOException {
    if (status != 200) {
      throw new IOException(address.getPath() + " answered " + status);
    }
  }

  private static String signature(String timestamp, String body) {
    try {
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(SECRET.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
      byte[] signed =
          mac.doFinal(("v0:" + timestamp + ":" + body).getBytes(StandardCharsets.UTF_8));
      return "v0=" + HexFormat.of().formatHex(signed);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every Java platform has HmacSHA256", e);
    }
  }
}
