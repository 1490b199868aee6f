package dev.certadvisor;

import java.io.BufferedReader;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** One process of a trial, started again whenever it has ended. */
final class TrialProcess {

  /** What the process says last on its standard output once it takes requests. */
  private static final Pattern READY = Pattern.compile("(?:.* )?port (\\d+)");

  /** What the process says on its standard output before it ends itself; the step follows. */
  static final String DIES = "dies ";

  /** Options for a process that does not live long. */
  static final List<String> SHORT_LIVED =
      List.of("-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "-Xshare:auto", "-Xmx256m");

  /** The exit code of a process that kill -9 has ended, or one that ends itself like that. */
  static final int KILLED = 137;

  /** The exit code of a process that was asked to end. */
  private static final int STOPPED = 143;

  private final List<String> arguments;
  private final Map<String, String> environment;
  private final Path log;
  private final AtomicInteger kills = new AtomicInteger();
  private final AtomicInteger stops = new AtomicInteger();
  private final Map<String, Integer> killsByStep = new ConcurrentSkipListMap<>();
  private volatile @Nullable URI address;
  private volatile @Nullable Process process;
  private volatile boolean over;

  /**
   * A process that was not started yet.
   *
   * @param arguments options of the JVM, a class of the class path, and what its {@code main} gets
   * @param environment its settings
   * @param log what it writes is added to this file
   */
  TrialProcess(List<String> arguments, Map<String, String> environment, Path log) {
    this.arguments = arguments;
    this.environment = environment;
    this.log = log;
  }

  /** Where it takes requests; empty while it does not. */
  Optional<URI> address() {
    return Optional.ofNullable(address);
  }

  /** The time that its run so far has taken of all processors together. */
  Duration processorTime() {
    Process running = process;
    return running == null
        ? Duration.ZERO
        : running.info().totalCpuDuration().orElse(Duration.ZERO);
  }

  /** How often it was killed. */
  int kills() {
    return kills.get();
  }

  /** How often it was asked to end and did. */
  int stops() {
    return stops.get();
  }

  /** How often it ended itself between two steps. */
  Map<String, Integer> killsByStep() {
    return Map.copyOf(killsByStep);
  }

  /** Starts it again and again until {@link #end}. */
  void keepAlive() {
    while (!over) {
      int exit = live();
      address = null;
      if (!over) {
        kills.addAndGet(exit == KILLED ? 1 : 0);
        stops.addAndGet(exit == STOPPED ? 1 : 0);
      }
    }
  }

  /** As {@code kill -9} does it. */
  void kill() {
    Process running = process;
    if (running != null) {
      running.destroyForcibly();
    }
  }

  /** Asks it to end, as an orchestrator does before it replaces an instance. */
  void stop() {
    Process running = process;
    if (running != null) {
      running.destroy();
    }
  }

  /** Ends it for good. */
  void end() {
    over = true;
    kill();
  }

  private int live() {
    try {
      Files.createDirectories(log.getParent());
      List<String> command =
          new ArrayList<>(
              List.of(
                  Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                  "-cp",
                  System.getProperty("java.class.path")));
      command.addAll(arguments);
      ProcessBuilder builder = new ProcessBuilder(command);
      builder.environment().putAll(environment);
      builder.redirectError(ProcessBuilder.Redirect.appendTo(log.toFile()));
      Process started = builder.start();
      process = started;
      listen(started);
      return started.waitFor(1, TimeUnit.MINUTES) ? started.exitValue() : KILLED;
    } catch (IOException e) {
      throw new AssertionError(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return KILLED;
    }
  }

  private void listen(Process started) throws IOException {
    try (BufferedReader lines = started.inputReader()) {
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        Matcher ready = READY.matcher(line);
        if (ready.matches()) {
          address = URI.create("http://127.0.0.1:" + ready.group(1) + "/slack/events");
        } else if (line.startsWith(DIES)) {
          killsByStep.merge(line.substring(DIES.length()), 1, Integer::sum);
        } else {
          Files.writeString(log, line + "\n", StandardOpenOption.CREATE, StandardOpenOption.APPEND);
        }
      }
    } catch (IOException e) {
      address = null; // killed while it was read from
    }
  }
}
