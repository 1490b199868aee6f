package dev.certadvisor;

import dev.certadvisor.ServerConfiguration.SlackKeys;
import dev.certadvisor.playground.AppManifest;
import dev.certadvisor.playground.Later;
import dev.certadvisor.playground.SlackApiServlet;
import dev.certadvisor.playground.SlackStandIn;
import dev.certadvisor.playground.StandInSettings;
import dev.certadvisor.playground.WorkspaceServlet;
import jakarta.servlet.http.HttpServlet;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/** Mounts the local workspace in the app's own server; between the two goes nothing but HTTP. */
final class Playground implements LocalWorkspace {

  private static final String BASE = "/slack-stand-in";

  private static final String MANIFEST = "/manifest.yml";

  private final AppManifest manifest;
  private final SlackKeys keys;
  private final AtomicReference<@Nullable SlackStandIn> running = new AtomicReference<>();
  private final AtomicReference<Supplier<URI>> address =
      new AtomicReference<>(() -> {
        throw new IllegalStateException("no server has asked for the servlets");
      });
  private final AtomicReference<Runnable> restart = new AtomicReference<>(() -> {});

  private Playground(AppManifest manifest) {
    this.manifest = manifest;
    SecureRandom random = new SecureRandom();
    this.keys =
        new SlackKeys(
            Optional.of("xoxb-local-" + Long.toHexString(random.nextLong())),
            Optional.of(Long.toHexString(random.nextLong()) + Long.toHexString(random.nextLong())));
  }

  /** A workspace in which the app is installed by its own manifest, with its scopes and events. */
  static Playground withOwnManifest() {
    return new Playground(ownManifest());
  }

  /** The app's own manifest, as it is shipped. */
  static AppManifest ownManifest() {
    try (InputStream in = Playground.class.getResourceAsStream(MANIFEST)) {
      if (in == null) {
        throw new IllegalStateException(MANIFEST + " is missing from the class path");
      }
      return AppManifest.of(new Yaml(new SafeConstructor(new LoaderOptions())).load(in));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void close() {
    SlackStandIn slack = running.get();
    if (slack != null) {
      slack.close();
    }
  }

  @Override
  public String apiPath() {
    return BASE + "/api/";
  }

  @Override
  public SlackKeys keys() {
    return keys;
  }

  @Override
  public void onRestart(Runnable how) {
    restart.set(how);
  }

  /** The workspace; nothing before a server has asked for its servlets. */
  Optional<SlackStandIn> standIn() {
    return Optional.ofNullable(running.get());
  }

  @Override
  public Map<String, HttpServlet> servlets(Supplier<URI> server) {
    address.set(server);
    SlackStandIn slack = standIn().orElseGet(this::furnished);
    running.set(slack);
    return Map.of(
        BASE + "/*",
        new SlackApiServlet(slack),
        "",
        new WorkspaceServlet(slack),
        "/workspace/*",
        new WorkspaceServlet(slack));
  }

  private SlackStandIn furnished() {
    SlackStandIn slack =
        new SlackStandIn(
            StandInSettings.like(
                manifest,
                keys.botToken().orElseThrow(),
                keys.signingSecret().orElseThrow(),
                () -> URI.create(address.get().get() + "/slack/events"),
                () -> URI.create(address.get().get() + BASE)),
            InstantSource.system(),
            new SecureRandom(),
            Later.onVirtualThreads());
    slack.onRestart(() -> restart.get().run());
    slack.furnish();
    return slack;
  }
}
