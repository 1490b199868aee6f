package dev.certadvisor.slack;

import com.github.benmanes.caffeine.cache.Ticker;
import com.slack.api.Slack;
import com.slack.api.bolt.App;
import dev.certadvisor.conversation.ChannelRules;
import dev.certadvisor.conversation.Wording;
import dev.certadvisor.delivery.Carrier;
import dev.certadvisor.delivery.Departures;
import dev.certadvisor.delivery.Inbox;
import dev.certadvisor.delivery.Lane;
import dev.certadvisor.delivery.Packer;
import jakarta.servlet.http.HttpServlet;
import java.net.URI;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** All that Slack's edge offers the rest: what takes requests, packs replies and sends them. */
public final class SlackEdge implements AutoCloseable {

  /** The path at which Slack reaches us. */
  public static final String PATH = "/slack/events";

  /** The path at which an installation begins. */
  public static final String INSTALL_PATH = "/slack/install";

  /** The path to which Slack sends the browser back. */
  public static final String REDIRECT_PATH = "/slack/oauth_redirect";

  private static final Logger LOG = LoggerFactory.getLogger(SlackEdge.class);

  private final Slack slack;
  private final Supplier<URI> api;
  private final boolean viaProxy;
  private final Access access;
  private final Tokens tokens;
  private final Wording wording;
  private final ReplyPacker packer;
  private final InstantSource clock;
  private final ChannelRules rules;
  private final Consumer<String> visits;
  private final Predicate<Lane> isWaiting;

  /**
   * An edge.
   *
   * @param api the Web API's base address with a slash at its end; asked before each call, since
   *     the local workspace has its address only once the server runs
   * @param viaProxy whether a proxy that the environment names is used; not for loopback
   * @param access by what the app speaks in workspaces
   * @param wording the sentences
   * @param clock tells the time
   * @param rules where the app speaks
   * @param visits is told the workspace of each request before that is handled
   * @param isWaiting whether something waits to be answered or sent
   */
  public SlackEdge(
      Supplier<URI> api,
      boolean viaProxy,
      Access access,
      Wording wording,
      InstantSource clock,
      ChannelRules rules,
      Consumer<String> visits,
      Predicate<Lane> isWaiting) {
    this.rules = rules;
    this.visits = visits;
    this.isWaiting = isWaiting;
    this.slack = WebApi.connect(viaProxy);
    this.api = api;
    this.viaProxy = viaProxy;
    this.access = access;
    this.tokens =
        switch (access) {
          case Access.OneWorkspace(String botToken) -> Tokens.single(botToken);
          case Access.ManyWorkspaces many ->
              new InstalledTokens(many.installations(), exchange(many, clock), clock);
        };
    this.wording = wording;
    this.packer = new ReplyPacker(wording);
    this.clock = clock;
  }

  /** Slack's own Web API. */
  public static final URI SLACK_API = URI.create("https://slack.com/api/");

  /** Packs replies as Slack takes them, without a connection to it. */
  public static Packer packer(Wording wording) {
    return new ReplyPacker(wording);
  }

  /** Packs replies as Slack takes them. */
  public Packer packer() {
    return packer;
  }

  /**
   * Sends what was packed.
   *
   * @param departures hears where the app may not speak any more
   */
  public Carrier carrier(Departures departures) {
    return new RevocationWatch(new WebApiCarrier(slack, api, tokens, wording), tokens, departures);
  }

  /**
   * Takes what Slack posts to {@link #PATH}.
   *
   * @param signingSecret what Slack signs its requests with
   * @param inbox gets what people did
   * @param departures hears where the app was uninstalled
   */
  public HttpServlet servlet(String signingSecret, Inbox inbox, Departures departures) {
    return new RequestServlet(new Signature(signingSecret, clock), intake(inbox, departures));
  }

  /**
   * Takes the same over WebSockets that we open; nothing is opened before its start.
   *
   * @param appToken the app-level token
   * @param connections how many to keep open, 1 to 10
   * @param inbox gets what people did
   * @param departures hears where the app was uninstalled
   */
  public SocketMode socketMode(
      String appToken, int connections, Inbox inbox, Departures departures) {
    return new SocketMode(
        new SocketDoor(slack, api, appToken),
        WebApi.sockets(viaProxy),
        intake(inbox, departures),
        connections,
        failures -> pauseAfter(failures, ThreadLocalRandom.current()),
        clock);
  }

  /**
   * Asks in the background whether Slack is there and knows us.
   *
   * @param botToken the one workspace's; empty where there are many
   */
  public Reachability reachability(Optional<String> botToken) {
    return new Reachability(
        slack, api, botToken, failures -> pauseAfter(failures, ThreadLocalRandom.current()));
  }

  /** From a second to a minute, doubling, and up to as much again so that not all come at once. */
  static Duration pauseAfter(int failures, RandomGenerator random) {
    long millis = Math.min(1_000L << Math.min(failures - 1, 6), 30_000);
    return Duration.ofMillis(millis + random.nextLong(millis));
  }

  /** Installs the app in workspaces; empty where it is given its one token. */
  public Optional<HttpServlet> installServlet() {
    return access instanceof Access.ManyWorkspaces many
            && tokens instanceof InstalledTokens installed
        ? Optional.of(
            new InstallServlet(
                api,
                many.clientId(),
                new InstallState(many.clientSecret(), clock),
                exchange(many, clock),
                installed,
                many.installations(),
                wording,
                clock))
        : Optional.empty();
  }

  private TokenExchange exchange(Access.ManyWorkspaces many, InstantSource time) {
    return new TokenExchange(slack, api, many.clientId(), many.clientSecret(), time);
  }

  private Intake intake(Inbox inbox, Departures departures) {
    return intake(
        inbox,
        (workspace, at, reason) -> {
          if (!(tokens instanceof InstalledTokens installed)
              || installed.uninstall(workspace, at)) {
            departures.uninstalled(workspace, reason);
          }
        });
  }

  /** The one door behind every transport. */
  Intake intake(Inbox inbox, Uninstalling uninstalling) {
    Executor threads = task -> Thread.ofVirtual().start(task);
    People people = new People(slack, api, tokens, threads, Ticker.systemTicker());
    App app =
        SlackApp.build(
            slack,
            inbox,
            new EnvelopeReader(clock),
            new InteractionReader(clock),
            packer,
            new Manners(rules, people),
            new AdminForms(people, new Foothold(slack, api, tokens, wording, threads), wording),
            new WaitingSign(slack, api, tokens, wording.say("slack.status"), isWaiting, threads),
            uninstalling);
    return new Intake(app, tokens, new Strangers(inbox, packer, wording), visits);
  }

  @Override
  public void close() {
    try {
      slack.close();
    } catch (Exception e) {
      LOG.warn("The connection to Slack was not closed properly", e);
    }
  }
}
