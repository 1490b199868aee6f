package dev.certadvisor.bench;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** A process that is measured. */
final class Subject implements AutoCloseable {

  private static final Duration TO_START = Duration.ofSeconds(90);

  private final Process process;

  private Subject(Process process) {
    this.process = process;
  }

  /**
   * Starts a process and waits until its port answers with 200.
   *
   * @param ready the path that is asked
   * @param log gets what it prints
   */
  static Subject start(
      List<String> command, Map<String, String> environment, int port, String ready, Path log)
      throws IOException, InterruptedException {
    ProcessBuilder builder = new ProcessBuilder(command);
    builder.environment().keySet().removeIf(name -> name.startsWith("SLACK_"));
    builder.environment().putAll(environment);
    builder.redirectErrorStream(true).redirectOutput(log.toFile());
    Subject subject = new Subject(builder.start());
    long end = System.nanoTime() + TO_START.toNanos();
    while (!answers(port, ready)) {
      if (!subject.process.isAlive() || System.nanoTime() > end) {
        subject.close();
        throw new IOException(String.join(" ", command) + " did not start; see " + log);
      }
      TimeUnit.MILLISECONDS.sleep(20);
    }
    return subject;
  }

  private static boolean answers(int port, String path) {
    byte[] request =
        ("GET " + path + " HTTP/1.1\r\nHost: localhost\r\n\r\n")
            .getBytes(StandardCharsets.US_ASCII);
    try (Connection connection = new Connection(port)) {
      int status = connection.exchange(request);
      return status != 503;
    } catch (IOException e) {
      return false;
    }
  }

  /** Processor time so far. */
  Duration cpu() {
    return process.info().totalCpuDuration().orElse(Duration.ZERO);
  }

  /** Resident memory now, in MB of 2^20 bytes, as {@code ps} tells it. */
  int residentMegabytes() throws IOException {
    Process ps = new ProcessBuilder("ps", "-o", "rss=", "-p", "" + process.pid()).start();
    String kilobytes = new String(ps.getInputStream().readAllBytes(), StandardCharsets.US_ASCII);
    return Integer.parseInt(kilobytes.strip()) / 1_024;
  }

  boolean isAlive() {
    return process.isAlive();
  }

  @Override
  public void close() {
    process.destroy();
    try {
      if (!process.waitFor(30, TimeUnit.SECONDS)) {
        process.destroyForcibly();
      }
    } catch (InterruptedException e) {
      process.destroyForcibly();
      Thread.currentThread().interrupt();
    }
  }
}
