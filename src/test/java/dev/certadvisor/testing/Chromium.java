package dev.certadvisor.testing;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import tools.jackson.databind.json.JsonMapper;

/** A real Chromium without a window, led over the DevTools protocol; nothing else is needed. */
public final class Chromium implements AutoCloseable {

  private static final String ANNOUNCED = "DevTools listening on ";

  private final Process process;
  private final Path profile;
  private final URI devTools;

  private Chromium(Process process, Path profile, URI devTools) {
    this.process = process;
    this.profile = profile;
    this.devTools = devTools;
  }

  /** The browser's program: what CHROMIUM names, or one of the usual places; empty: none here. */
  public static Optional<Path> program() {
    return Stream.of(
            Optional.ofNullable(System.getenv("CHROMIUM")).orElse("/usr/bin/chromium"),
            "/usr/bin/chromium-browser",
            "/usr/bin/google-chrome",
            "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome")
        .map(Path::of)
        .filter(Files::isExecutable)
        .findFirst();
  }

  /** Starts it with an empty profile and no way to a network of its own accord. */
  public static Chromium start(Path program) {
    try {
      Path profile = Files.createTempDirectory("chromium");
      Process process =
          new ProcessBuilder(
                  program.toString(),
                  "--headless",
                  "--no-sandbox",
                  "--disable-gpu",
                  "--disable-quic",
                  "--no-first-run",
                  "--disable-background-networking",
                  "--disable-component-update",
                  "--disable-sync",
                  "--force-prefers-reduced-motion",
                  "--remote-debugging-port=0",
                  "--user-data-dir=" + profile,
                  "about:blank")
              .redirectErrorStream(true)
              .start();
      return new Chromium(process, profile, announced(process.inputReader()));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static URI announced(BufferedReader output) throws IOException {
    for (String line = output.readLine(); line != null; line = output.readLine()) {
      if (line.startsWith(ANNOUNCED)) {
        return URI.create(line.substring(ANNOUNCED.length()));
      }
    }
    throw new IOException("Chromium ended before it said where it listens");
  }

  /** Opens a page in a tab of its own. */
  public BrowserPage open(URI address, int width, int height, boolean dark) {
    URI tabs = URI.create("http://" + devTools.getAuthority() + "/json/new?about:blank");
    HttpRequest request =
        HttpRequest.newBuilder(tabs).PUT(HttpRequest.BodyPublishers.noBody()).build();
    try (HttpClient client = HttpClient.newHttpClient()) {
      String tab = client.send(request, HttpResponse.BodyHandlers.ofString()).body();
      String socket = new JsonMapper().readTree(tab).path("webSocketDebuggerUrl").asString();
      BrowserPage page = BrowserPage.attach(URI.create(socket));
      page.show(address, width, height, dark);
      return page;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while a tab opened", e);
    }
  }

  @Override
  public void close() {
    // the processes that it has begun write into the profile after it has ended itself
    List<ProcessHandle> others = process.descendants().toList();
    process.destroy();
    try {
      if (!process.waitFor(5, TimeUnit.SECONDS)) {
        process.destroyForcibly().waitFor();
      }
      others.forEach(ProcessHandle::destroyForcibly);
      others.forEach(other -> other.onExit().join());
      for (Path each : below(profile)) {
        Files.deleteIfExists(each);
      }
    } catch (IOException | UncheckedIOException leftBehind) {
      profile.toFile().deleteOnExit();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static List<Path> below(Path folder) throws IOException {
    try (Stream<Path> all = Files.walk(folder)) {
      return all.sorted(java.util.Comparator.reverseOrder()).toList();
    }
  }
}
