package dev.certadvisor;

import dev.certadvisor.playground.AppManifest;
import dev.certadvisor.playground.Later;
import dev.certadvisor.playground.SlackApiServlet;
import dev.certadvisor.playground.SlackStandIn;
import dev.certadvisor.playground.StandInSettings;
import dev.certadvisor.playground.WorkspaceServlet;
import jakarta.servlet.http.HttpServlet;
import java.net.URI;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.Map;
import java.util.function.Supplier;

/** Mounts the local workspace in the app's own server; between the two goes nothing but HTTP. */
final class Playground implements LocalWorkspace {

  private static final String BASE = "/slack-stand-in";

  private final AppManifest manifest;

  /**
   * @param manifest the app's manifest, whose scopes and events the workspace enforces
   */
  Playground(AppManifest manifest) {
    this.manifest = manifest;
  }

  @Override
  public String apiPath() {
    return BASE + "/api/";
  }

  @Override
  public Map<String, HttpServlet> servlets(
      String botToken, String signingSecret, Supplier<URI> server) {
    SlackStandIn slack =
        new SlackStandIn(
            StandInSettings.like(
                manifest,
                botToken,
                signingSecret,
                () -> URI.create(server.get() + "/slack/events"),
                () -> URI.create(server.get() + BASE)),
            InstantSource.system(),
            new SecureRandom(),
            Later.onVirtualThreads());
    return Map.of(
        BASE + "/*", new SlackApiServlet(slack),
        "", new WorkspaceServlet(slack),
        "/workspace/*", new WorkspaceServlet(slack));
  }
}
