package dev.certadvisor;

import dev.certadvisor.playground.Member;
import dev.certadvisor.playground.SlackStandIn;
import dev.certadvisor.slack.SignedSender;
import dev.certadvisor.testing.TestWorkspace;
import java.net.URI;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Supplier;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.springframework.context.ConfigurableApplicationContext;

/**
 * A server at work in a workspace of its own. All test classes that want the same kind share one,
 * since a start takes longer than most of their tests; it is closed after the last test of all.
 */
final class SharedServer implements AutoCloseable {

  private static final Namespace SERVERS = Namespace.create(SharedServer.class);

  private final TestWorkspace workspace = new TestWorkspace();
  private final Map<String, String> more;
  private final ConfigurableApplicationContext server;
  private String channel = "general";

  private SharedServer(Map<String, String> more, Function<Settings, SlackServer> kind) {
    this.more = more;
    server = kind.apply(settings(Path.of("target", "served-" + UUID.randomUUID()), 0)).start();
    workspace.serves(address());
  }

  /**
   * Starts one.
   *
   * @param more of the environment
   * @param kind makes the server
   */
  static SharedServer start(Map<String, String> more, Function<Settings, SlackServer> kind) {
    return new SharedServer(more, kind);
  }

  /**
   * The server of a kind, in a channel in which nothing has been said yet: a channel's messages are
   * spaced, so none is to wait for those of the test before.
   *
   * @param kind stands for it
   * @param start starts it for the first test that asks
   */
  static SharedServer of(Class<?> kind, ExtensionContext test, Supplier<SharedServer> start) {
    SharedServer shared =
        test.getRoot()
            .getStore(SERVERS)
            .computeIfAbsent(kind, key -> start.get(), SharedServer.class);
    shared.slack().reset();
    shared.channel = shared.workspace.newChannel();
    return shared;
  }

  /** What such a server is started with, were it to keep its data there and to listen here. */
  Settings settings(Path folder, int port) {
    Map<String, String> environment = new HashMap<>(workspace.environment());
    environment.put("SERVER_PORT", String.valueOf(port));
    environment.put("ADVISOR_DATA", folder.toString());
    environment.putAll(more);
    return Settings.from(environment);
  }

  TestWorkspace workspace() {
    return workspace;
  }

  SlackStandIn slack() {
    return workspace.slack();
  }

  Member as(String handle) {
    return workspace.as(handle);
  }

  /** The name of this test's channel. */
  String channel() {
    return channel;
  }

  /** The id of this test's channel. */
  String channelId() {
    return slack().channels().stream()
        .filter(each -> each.name().equals(channel))
        .findFirst()
        .orElseThrow()
        .id();
  }

  URI address() {
    return server.getBean(ServerAddress.class).get();
  }

  /** Sends as Slack does. */
  SignedSender sender() {
    return new SignedSender(address().resolve("/slack/events"), TestWorkspace.SECRET);
  }

  <T> T bean(Class<T> type) {
    return server.getBean(type);
  }

  @Override
  public void close() {
    server.close();
    workspace.close();
  }
}
