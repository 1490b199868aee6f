package dev.certadvisor.playground;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;

/** What is left when a browser goes: nothing that anybody has to read in a log. */
class LiveUpdatesTest {

  /** More than the container holds back, so that a tab that is gone is noticed at once. */
  private static final String LONG = "word ".repeat(1_500);

  private final List<Throwable> failures = new CopyOnWriteArrayList<>();
  private final List<Thread> threads = new CopyOnWriteArrayList<>();

  @Test
  void tabsThatAreClosedEndTheirViewsQuietly() throws Exception {
    try (StandInServer server =
        new StandInServer(0, InstantSource.system(), Duration.ofSeconds(3), this::watched)) {
      Member maya = server.slack.as("maya");
      maya.say("general", LONG);
      for (int tab = 0; tab < 50; tab++) {
        openAndClose(server.address("/").getPort());
        maya.say("general", LONG);
      }
    }
    for (Thread thread : threads) {
      thread.join(Duration.ofSeconds(20));
    }

    assertThat(threads).isNotEmpty().noneMatch(Thread::isAlive);
    assertThat(failures).isEmpty();
  }

  private void watched(Duration delay, Runnable task) {
    threads.add(
        Thread.ofVirtual()
            .uncaughtExceptionHandler((thread, failure) -> failures.add(failure))
            .start(task));
  }

  private static void openAndClose(int port) throws IOException {
    try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
      socket.setSoTimeout(10_000);
      socket.setSoLinger(true, 0);
      socket
          .getOutputStream()
          .write(
              "GET /workspace/live?person=tomas HTTP/1.1\r\nHost: localhost:%d\r\n\r\n"
                  .formatted(port)
                  .getBytes(StandardCharsets.UTF_8));
      InputStream in = socket.getInputStream();
      StringBuilder read = new StringBuilder();
      while (read.indexOf("everything") < 0) {
        int next = in.read();
        assertThat(next).as("the view has begun").isNotNegative();
        read.append((char) next);
      }
    }
  }
}
