package dev.certadvisor.slack;

import static org.assertj.core.api.Assertions.assertThat;

import com.slack.api.Slack;
import com.sun.net.httpserver.HttpServer;
import dev.certadvisor.slack.Reachability.State;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Whether Slack can be reached, asked over real HTTP. */
class ReachabilityTest {

  private static final String FINE = "{\"ok\":true,\"team\":\"Larkfield\"}";

  private final Queue<String> answers = new ConcurrentLinkedQueue<>();
  private HttpServer slack;

  @BeforeEach
  void listen() throws IOException {
    slack = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    slack.createContext(
        "/",
        exchange -> {
          try (exchange) {
            String answer = answers.size() > 1 ? answers.remove() : answers.element();
            byte[] body = answer.getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(200, body.length);
            exchange.getResponseBody().write(body);
          }
        });
    slack.start();
  }

  @AfterEach
  void stop() {
    slack.stop(0);
  }

  @Test
  void askingGoesOnAfterAnAnswerThatIsNotUnderstood() throws InterruptedException {
    answers.addAll(List.of("{\"ok\":true,\"team\":{}}", "<html>Sign in to the Wi-Fi</html>", FINE));
    CountDownLatch twoFailures = new CountDownLatch(2);
    try (Reachability reachability =
        new Reachability(
            Slack.getInstance(),
            () -> URI.create("http://127.0.0.1:" + slack.getAddress().getPort() + "/"),
            Optional.of("xoxb-test"),
            failures -> {
              twoFailures.countDown();
              return Duration.ZERO;
            })) {
      reachability.start();
      twoFailures.await();

      while (!(reachability.state() instanceof State.Reached)) {
        Thread.onSpinWait();
      }
      assertThat(reachability.state()).isEqualTo(new State.Reached(Optional.of("Larkfield")));
    }
  }
}
