package dev.certadvisor;

import dev.certadvisor.playground.AppManifest;
import dev.certadvisor.playground.Later;
import dev.certadvisor.playground.SlackApiServlet;
import dev.certadvisor.playground.SlackStandIn;
import dev.certadvisor.playground.StandInSettings;
import jakarta.servlet.http.HttpServlet;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.Yaml;

/** The workspace that a test plays in: Slack's stand-in, with the app's own manifest. */
final class PlayedWorkspace implements LocalWorkspace {

  private static final String BASE = "/slack-stand-in";

  private @Nullable SlackStandIn slack;

  /** What people do; once the server runs. */
  SlackStandIn slack() {
    return Optional.ofNullable(slack).orElseThrow();
  }

  @Override
  public String apiPath() {
    return BASE + "/api/";
  }

  @Override
  public Map<String, HttpServlet> servlets(
      String botToken, String signingSecret, Supplier<URI> server) {
    slack =
        new SlackStandIn(
            StandInSettings.like(
                manifest(),
                botToken,
                signingSecret,
                () -> URI.create(server.get() + "/slack/events"),
                () -> URI.create(server.get() + BASE)),
            InstantSource.system(),
            new Random(1),
            Later.onVirtualThreads());
    return Map.of(BASE + "/*", new SlackApiServlet(slack));
  }

  private static AppManifest manifest() {
    try {
      return AppManifest.of(new Yaml().load(Files.readString(Path.of("manifest.yml"))));
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  @Override
  public void close() {
    slack().close();
  }
}
