package dev.certadvisor;

import dev.certadvisor.pack.PackFiles;
import dev.certadvisor.pack.PackReader;
import java.io.IOException;
import java.io.PrintWriter;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Tells whether the running server uses the pack as it now lies in its folder, and waits for it.
 * The server looks by itself: there is no door through which anybody could make it work.
 */
@Command(
    name = "reload",
    description = {
      "Checks the content pack and waits until the running server uses it as it now is.",
      "The server reads a changed pack by itself, some seconds after the last change. Exit code 1"
          + " where the pack has a mistake, or the server does not take it."
    },
    mixinStandardHelpOptions = true)
final class ReloadCommand implements Callable<Integer> {

  /** A pack is noticed within two seconds and learnt in some more. */
  private static final Duration PATIENCE = Duration.ofSeconds(60);

  private static final Duration PAUSE = Duration.ofMillis(250);

  @Spec private @Nullable CommandSpec spec;

  @Override
  public Integer call() throws InterruptedException {
    if (spec == null) {
      throw new IllegalStateException("picocli gives the command's description");
    }
    return reload(Settings.from(System.getenv()), PATIENCE, spec.commandLine().getOut());
  }

  /**
   * Checks, waits and tells.
   *
   * @param patience how long the server may take
   * @return the exit code
   * @throws UnusableException if no server answers
   */
  static int reload(Settings settings, Duration patience, PrintWriter out)
      throws InterruptedException {
    Path folder = PackFolder.of(settings.pack());
    PackFiles files = PackFiles.in(folder);
    return switch (PackReader.read(files)) {
      case PackReader.Result.Faulty faulty -> {
        Composition.lines(folder, faulty).forEach(out::println);
        yield CertAdvisor.FELL_SHORT;
      }
      case PackReader.Result.Sound sound ->
          await(new ServerAddress(settings).get(), folder, files.edition(), patience, out);
    };
  }

  private static int await(
      URI server, Path folder, String edition, Duration patience, PrintWriter out)
      throws InterruptedException {
    long end = System.nanoTime() + patience.toNanos();
    try (HttpClient http = HttpClient.newBuilder().connectTimeout(PATIENCE).build()) {
      JsonNode pack = pack(http, server);
      while (!edition.equals(pack.path("edition").asString("")) && System.nanoTime() < end) {
        Thread.sleep(PAUSE);
        pack = pack(http, server);
      }
      String used = pack.path("edition").asString("of its own");
      if (edition.equals(used)) {
        out.printf("The server at %s uses the pack in %s: %s%n", server, folder, edition);
        return CertAdvisor.OK;
      }
      pack.path("mistakes").forEach(mistake -> out.println(mistake.asString()));
      out.printf(
          "advisor: the server at %s still uses %s and not %s; does its ADVISOR_PACK name %s?%n",
          server, used, edition, folder.toAbsolutePath());
      return CertAdvisor.FELL_SHORT;
    }
  }

  private static JsonNode pack(HttpClient http, URI server) throws InterruptedException {
    try {
      URI readiness = server.resolve("/actuator/health/readiness");
      String body =
          http.send(
                  HttpRequest.newBuilder(readiness).timeout(PATIENCE).build(),
                  BodyHandlers.ofString())
              .body();
      return JsonMapper.shared().readTree(body).at("/components/pack/details");
    } catch (IOException | JacksonException e) {
      throw new UnusableException(
          "advisor: no server answers at "
              + server
              + " (SERVER_ADDRESS, SERVER_PORT); a start reads the pack by itself");
    }
  }
}
