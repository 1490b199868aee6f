package dev.certadvisor.testing;

import dev.certadvisor.playground.AppManifest;
import dev.certadvisor.playground.Channel;
import dev.certadvisor.playground.Exchange;
import dev.certadvisor.playground.Later;
import dev.certadvisor.playground.Member;
import dev.certadvisor.playground.SlackApiServlet;
import dev.certadvisor.playground.SlackStandIn;
import dev.certadvisor.playground.StandInSettings;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.apache.catalina.Context;
import org.apache.catalina.LifecycleException;
import org.apache.catalina.startup.Tomcat;
import org.apache.tomcat.websocket.server.WsSci;
import org.yaml.snakeyaml.Yaml;

/**
 * The test kit: the local workspace's Slack, on a port of its own, for an app that is told of it by
 * its environment. {@code src/docs/test-kit.md} shows how.
 */
public final class TestWorkspace implements AutoCloseable {

  /** What requests to the app are signed with. */
  public static final String SECRET = "8f742231b10e8888abcd99yyyzzz85a5";

  private static final String TOKEN = "xoxb-test";
  private static final String APP_TOKEN = "xapp-test";
  private static final String BASE = "/slack";

  private static final Logger CONTAINER = Logger.getLogger("org.apache");

  private final Tomcat tomcat = new Tomcat();
  private final AtomicReference<URI> app =
      new AtomicReference<>(URI.create("http://127.0.0.1:1/no-app-yet"));
  private final AtomicInteger channels = new AtomicInteger();
  private final SlackStandIn slack;

  private final Map<String, String> credentials;

  /**
   * A workspace in which the app is installed by the project's own manifest, and which sends it
   * signed requests.
   */
  public TestWorkspace() {
    this(false);
  }

  private TestWorkspace(boolean overSockets) {
    CONTAINER.setLevel(Level.WARNING);
    credentials =
        overSockets
            ? Map.of("SLACK_BOT_TOKEN", TOKEN, "SLACK_APP_TOKEN", APP_TOKEN)
            : Map.of("SLACK_BOT_TOKEN", TOKEN, "SLACK_SIGNING_SECRET", SECRET);
    slack =
        new SlackStandIn(
            overSockets
                ? StandInSettings.overSockets(manifest(), TOKEN, APP_TOKEN, this::base)
                : StandInSettings.like(manifest(), TOKEN, SECRET, app::get, this::base),
            InstantSource.system(),
            new SecureRandom(),
            Later.onVirtualThreads());
    try {
      Path folder = Files.createTempDirectory("slack");
      folder.toFile().deleteOnExit();
      tomcat.setBaseDir(folder.toString());
      tomcat.setPort(0);
      tomcat.getConnector().setProperty("address", "127.0.0.1");
      Context context = tomcat.addContext("", folder.toString());
      context.addServletContainerInitializer(new WsSci(), null);
      Tomcat.addServlet(context, "api", new SlackApiServlet(slack)).addMapping(BASE + "/*");
      tomcat.start();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (LifecycleException e) {
      throw new IllegalStateException(e);
    }
  }

  /** A workspace that talks to the app in Socket Mode. */
  public static TestWorkspace overSockets() {
    return new TestWorkspace(true);
  }

  private static AppManifest manifest() {
    try {
      return AppManifest.of(new Yaml().load(Files.readString(Path.of("manifest.yml"))));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** What the app's environment has to say for it to use this workspace. */
  public Map<String, String> environment() {
    Map<String, String> environment = new HashMap<>(credentials);
    environment.put("SLACK_API_URL", base() + "/api/");
    return environment;
  }

  /** Sends its requests to an app from now on. */
  public void serves(URI appsAddress) {
    app.set(appsAddress.resolve("/slack/events"));
  }

  /** The whole stand-in. */
  public SlackStandIn slack() {
    return slack;
  }

  /** Someone to act as: {@code maya}, {@code tomas}, {@code aisha} or {@code kenji}. */
  public Member as(String handle) {
    return slack.as(handle);
  }

  /**
   * A channel that was not there before, with the app in it, so that what is said elsewhere does
   * not slow it down: an app says about one message a second in each conversation.
   *
   * @return its name
   */
  public String newChannel() {
    int number = channels.incrementAndGet();
    String name = "room-" + number;
    slack.open(new Channel("C0ROOM%04d".formatted(number), name, "A test"));
    return name;
  }

  /** The app's calls that Slack refused so far, but for those that were made to go wrong. */
  public List<Exchange> refusals() {
    return slack.exchanges().stream()
        .filter(each -> each.direction() == Exchange.Direction.FROM_APP)
        .filter(each -> each.isAnswered() && !each.outcome().equals("ok") && !each.isSpoilt())
        .toList();
  }

  private URI base() {
    return URI.create("http://127.0.0.1:" + tomcat.getConnector().getLocalPort() + BASE);
  }

  @Override
  public void close() {
    slack.close();
    try {
      tomcat.stop();
      tomcat.destroy();
    } catch (LifecycleException e) {
      throw new IllegalStateException(e);
    }
  }
}
