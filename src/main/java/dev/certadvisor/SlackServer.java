package dev.certadvisor;

import dev.certadvisor.CustodyConfiguration.PlainAdvisor;
import dev.certadvisor.Settings.LogForm;
import dev.certadvisor.Settings.SlackAccess;
import dev.certadvisor.conversation.Advisor;
import dev.certadvisor.store.Database;
import dev.certadvisor.tracing.Tracing;
import java.io.PrintWriter;
import java.time.Clock;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.Banner;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.context.event.ApplicationFailedEvent;
import org.springframework.boot.web.server.PortInUseException;
import org.springframework.context.ApplicationListener;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.event.ContextClosedEvent;
import org.springframework.context.support.GenericApplicationContext;
import org.springframework.core.env.MapPropertySource;
import org.springframework.core.env.PropertySource;

/** The Slack app as a server: takes signed requests until it is stopped. */
final class SlackServer {

  private static final Logger LOG = LoggerFactory.getLogger(SlackServer.class);

  private final Settings settings;
  private final Consumer<GenericApplicationContext> advisor;
  private final SettledHouse house;
  private final Optional<LocalWorkspace> local;

  /**
   * A server that has not been started.
   *
   * @param settings checked settings
   * @param advisor answers what comes in
   * @param local stands in for Slack where there are no credentials
   */
  SlackServer(Settings settings, Advisor advisor, Optional<LocalWorkspace> local) {
    this(settings, advisor, new SettledHouse(Optional.empty()), local);
  }

  /**
   * A server that has not been started.
   *
   * @param settings checked settings
   * @param advisor answers what comes in
   * @param house what the advisor knows of workspaces, once the server has opened the database
   * @param local stands in for Slack where there are no credentials
   */
  SlackServer(
      Settings settings, Advisor advisor, SettledHouse house, Optional<LocalWorkspace> local) {
    this(settings, plain(() -> advisor), house, local);
  }

  /**
   * A server that has not been started, with a pack that is still being read: both take a while and
   * neither needs the other until the server takes requests.
   *
   * @param settings checked settings
   * @param pack answers what comes in, and is read anew when its folder changes
   * @param house what the pack's advisor knows of workspaces, once the server has opened the
   *     database
   * @param local stands in for Slack where there are no credentials
   */
  SlackServer(
      Settings settings,
      CompletableFuture<LivePack> pack,
      SettledHouse house,
      Optional<LocalWorkspace> local) {
    this(
        settings,
        plain(() -> pack.join().advisor())
            .andThen(beans -> beans.registerBean(LivePack.class, pack::join)),
        house,
        local);
  }

  private SlackServer(
      Settings settings,
      Consumer<GenericApplicationContext> advisor,
      SettledHouse house,
      Optional<LocalWorkspace> local) {
    this.settings = settings;
    this.advisor = advisor;
    this.house = house;
    this.local = local;
  }

  private static Consumer<GenericApplicationContext> plain(Supplier<Advisor> advisor) {
    return beans -> beans.registerBean(PlainAdvisor.class, () -> new PlainAdvisor(advisor.get()));
  }

  /**
   * Serves until the process is told to stop, or its thread is interrupted.
   *
   * @param out gets the one line that says where it listens
   * @throws UnusableException if it cannot start, in one line that says why
   */
  void run(PrintWriter out) {
    ConfigurableApplicationContext context = start();
    ServerAddress address = context.getBean(ServerAddress.class);
    int port = address.get().getPort();
    greet(greeting(address), out);
    try {
      while (endOf(context) == End.RESTART) {
        context = start(port);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** Why a server no longer serves. */
  private enum End {
    STOP,
    RESTART
  }

  /** Serves until the end and closes. */
  private End endOf(ConfigurableApplicationContext context) throws InterruptedException {
    BlockingQueue<End> ends = new LinkedBlockingQueue<>();
    local.ifPresent(workspace -> workspace.onRestart(() -> ends.add(End.RESTART)));
    try (context) {
      context.addApplicationListener(
          (ApplicationListener<ContextClosedEvent>) event -> ends.add(End.STOP));
      return ends.take();
    }
  }

  /**
   * Starts and returns at once.
   *
   * @throws UnusableException if it cannot start
   */
  ConfigurableApplicationContext start() {
    return start(settings.port());
  }

  private ConfigurableApplicationContext start(int port) {
    try {
      return application(port).run();
    } catch (RuntimeException e) {
      throw readable(e);
    }
  }

  /** The server before it runs, so that a trial can put something in between. */
  SpringApplication application() {
    return application(settings.port());
  }

  private SpringApplication application(int port) {
    SpringApplication application = new SpringApplication(ServerConfiguration.class);
    application.setBannerMode(Banner.Mode.OFF);
    application.setLogStartupInfo(false);
    application.setDefaultProperties(logging());
    application.addInitializers(context -> {
      GenericApplicationContext beans = (GenericApplicationContext) context;
      context.getEnvironment().getPropertySources().addFirst(listening(port));
      beans.registerBean(Settings.class, () -> settings);
      beans.registerBean(SettledHouse.class, () -> house);
      openDatabase(beans, application);
      advisor.accept(beans);
      settings
          .telemetry()
          .ifPresent(telemetry -> beans.registerBean(Tracing.class, () -> tracing(telemetry)));
      local.ifPresent(workspace -> beans.registerBean(LocalWorkspace.class, () -> workspace));
    });
    return application;
  }

  /** The database is opened while Spring prepares what comes before it. */
  private void openDatabase(GenericApplicationContext beans, SpringApplication application) {
    CompletableFuture<Database> database =
        CompletableFuture.supplyAsync(() -> ServerConfiguration.open(settings));
    beans.registerBean(Database.class, database::join);
    application.addListeners(
        (ApplicationListener<ApplicationFailedEvent>)
            failed -> {
              var unused = database.thenAccept(Database::close);
            });
  }

  private static Tracing tracing(Settings.Telemetry telemetry) {
    try {
      return Tracing.of(telemetry.variables(), Clock.systemUTC());
    } catch (IllegalArgumentException e) {
      throw new UnusableException("OTEL_…: traces cannot be sent: " + e.getMessage());
    }
  }

  /**
   * Before all others: Spring reads SERVER_PORT by itself and would follow the process's
   * environment where the settings say otherwise, as they do in a rehearsal.
   */
  private PropertySource<?> listening(int port) {
    return new MapPropertySource(
        "settings",
        Map.of("server.port", port, "server.address", settings.address().getHostAddress()));
  }

  private Map<String, Object> logging() {
    return switch (settings.log()) {
      case TEXT -> Map.of();
      case ECS, LOGSTASH, GELF ->
          Map.of(
              "logging.structured.format.console",
              settings.log().name().toLowerCase(Locale.ROOT),
              "spring.application.name",
              "cert-advisor");
    };
  }

  /** What reads the log as JSON is not to find anything else there. */
  private void greet(String greeting, PrintWriter out) {
    if (settings.log() == LogForm.TEXT) {
      out.println(greeting);
      out.flush();
    } else {
      LOG.info("{}", greeting);
    }
  }

  private String greeting(ServerAddress address) {
    int port = address.get().getPort();
    return switch (settings.slack()) {
      case SlackAccess.LocalWorkspace none ->
          "Cert Advisor is ready: open " + address.get() + " (Ctrl-C stops it)";
      case SlackAccess.OneWorkspace one -> "Cert Advisor takes Slack's requests at port " + port;
      case SlackAccess.SocketMode socket ->
          "Cert Advisor opens its lines to Slack itself (Socket Mode); health is at port " + port;
      case SlackAccess.ManyWorkspaces many ->
          "Cert Advisor takes Slack's requests and installs at port " + port;
    };
  }

  private RuntimeException readable(RuntimeException failure) {
    for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
      if (cause instanceof UnusableException unusable) {
        return unusable;
      }
      if (cause instanceof PortInUseException) {
        return new UnusableException(
            "SERVER_PORT: port " + settings.port() + " is taken; set SERVER_PORT to a free one");
      }
    }
    return failure;
  }
}
