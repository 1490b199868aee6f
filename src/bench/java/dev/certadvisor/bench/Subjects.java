package dev.certadvisor.bench;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Starts what can be measured, each on a free port and with a Web API to call. */
final class Subjects {

  private static final String EVENTS = "/slack/events";

  private final Options options;

  Subjects(Options options) {
    this.options = options;
  }

  /** Whether a subject answers people; the floor only acknowledges. */
  static boolean answers(String name) {
    return !name.equals("floor");
  }

  /**
   * Starts a subject.
   *
   * @throws IllegalArgumentException if there is none of that name
   */
  Running start(String name, int round, WebApi api) throws IOException, InterruptedException {
    int port = freePort();
    Path log = options.work().resolve(name + "-" + round + ".log");
    Map<String, String> environment = new HashMap<>();
    environment.put("SLACK_BOT_TOKEN", "xoxb-bench");
    environment.put("SLACK_SIGNING_SECRET", Mention.SECRET);
    environment.put("SLACK_API_URL", api.address());
    Subject subject =
        switch (name) {
          case "floor" ->
              Subject.start(
                  List.of(
                      java(),
                      "-Xmx256m",
                      "-cp",
                      System.getProperty("java.class.path"),
                      Floor.class.getName(),
                      String.valueOf(port)),
                  environment,
                  port,
                  EVENTS,
                  log);
          case "advisor" -> {
            Path data = options.work().resolve("data-" + round);
            empty(data);
            environment.put("SERVER_PORT", String.valueOf(port));
            environment.put("ADVISOR_DATA", data.toString());
            yield Subject.start(
                List.of(options.home().resolve("advisor").toString(), "start"),
                environment,
                port,
                "/actuator/health/readiness",
                log);
          }
          case "bolt-js" -> {
            environment.put("PORT", String.valueOf(port));
            environment.put("GUIDE", options.home().resolve("seeds/guide").toString());
            yield Subject.start(
                List.of("node", options.work().resolve("bolt-js/app.js").toString()),
                environment,
                port,
                "/",
                log);
          }
          default -> throw new IllegalArgumentException("there is no subject \"" + name + "\"");
        };
    return new Running(subject, new Load(port, EVENTS));
  }

  private static String java() {
    return Path.of(System.getProperty("java.home"), "bin", "java").toString();
  }

  private static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }

  private static void empty(Path folder) throws IOException {
    if (Files.isDirectory(folder)) {
      try (Stream<Path> files = Files.list(folder)) {
        for (Path file : files.toList()) {
          Files.delete(file);
        }
      }
    }
  }

  /**
   * A subject that takes load.
   *
   * @param subject its process
   * @param load on its port
   */
  record Running(Subject subject, Load load) implements AutoCloseable {

    @Override
    public void close() {
      subject.close();
    }
  }
}
