package dev.certadvisor.playground;

import jakarta.servlet.Servlet;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.apache.catalina.Context;
import org.apache.catalina.LifecycleException;
import org.apache.catalina.Wrapper;
import org.apache.catalina.startup.Tomcat;

/** The stand-in and the sample app in one Tomcat on loopback. */
final class StandInServer implements AutoCloseable {

  static final String TOKEN = "xoxb-sample";
  static final String SECRET = "sample-secret";

  /** The sample app's manifest. */
  static final Map<String, Object> MANIFEST =
      Map.of(
          "display_information",
              Map.of("name", "Cert Advisor", "description", "Answers with sources and advice."),
          "features",
              Map.of(
                  "bot_user", Map.of("display_name", "Cert Advisor"),
                  "slash_commands",
                      List.of(
                          Map.of(
                              "command", "/advisor",
                              "description", "Ask, get a recommendation or be interviewed",
                              "usage_hint", "ask … | recommend … | compare … | interview | help")),
                  "shortcuts",
                      List.of(
                          Map.of(
                              "name", "Ask the advisor",
                              "type", "message",
                              "callback_id", "ask_about")),
                  "agent_view",
                      Map.of(
                          "suggested_prompts",
                          List.of(
                              Map.of("title", "Compare the two", "message", "Compare the costs"),
                              Map.of("title", "Interview me", "message", "Interview me")))),
          "oauth_config",
              Map.of(
                  "scopes",
                  Map.of("bot", List.of("chat:write", "commands", "im:history", "im:write"))),
          "settings",
              Map.of(
                  "event_subscriptions",
                  Map.of("bot_events", List.of("app_mention", "message.im", "app_home_opened"))));

  private final Tomcat tomcat = new Tomcat();
  private final Path folder;
  final SlackStandIn slack;
  final SampleApp app;

  StandInServer(int port, InstantSource clock, Duration ackWithin, Later later) {
    try {
      folder = Files.createTempDirectory("stand-in");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    StandInSettings settings =
        new StandInSettings(
            AppManifest.of(MANIFEST),
            TOKEN,
            new StandInSettings.Transport.Http(() -> address("/slack/events"), SECRET),
            () -> address("/slack-stand-in"),
            ackWithin,
            StandInSettings.SLACK_RETRIES);
    slack = new SlackStandIn(settings, clock, new Random(1), later);
    app = new SampleApp(TOKEN, SECRET, () -> address("/slack-stand-in/api/"));
    tomcat.setBaseDir(folder.toString());
    tomcat.setPort(port);
    tomcat.getConnector().setProperty("address", "127.0.0.1");
    Context context = tomcat.addContext("", folder.toString());
    mount(context, "api", new SlackApiServlet(slack), "/slack-stand-in/*");
    mount(context, "page", new WorkspaceServlet(slack), "", "/workspace/*");
    mount(context, "app", app, "/slack/events");
    try {
      tomcat.start();
    } catch (LifecycleException e) {
      throw new IllegalStateException(e);
    }
  }

  private static void mount(Context context, String name, Servlet servlet, String... paths) {
    Wrapper wrapper = Tomcat.addServlet(context, name, servlet);
    wrapper.setAsyncSupported(true);
    for (String path : paths) {
      wrapper.addMapping(path);
    }
  }

  URI address(String path) {
    return URI.create("http://127.0.0.1:" + tomcat.getConnector().getLocalPort() + path);
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

  /** Serves the workspace with the sample app, for looking at the page. */
  public static void main(String[] args) {
    int port = args.length > 0 ? Integer.parseInt(args[0]) : 3000;
    try (StandInServer server =
        new StandInServer(
            port,
            InstantSource.system(),
            StandInSettings.SLACK_ACK_WITHIN,
            Later.onVirtualThreads())) {
      System.out.println(server.address("/"));
      server.tomcat.getServer().await();
    }
  }
}
