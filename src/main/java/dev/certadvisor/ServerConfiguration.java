package dev.certadvisor;

import com.github.benmanes.caffeine.cache.Ticker;
import dev.certadvisor.Settings.SlackAccess;
import dev.certadvisor.conversation.Advisor;
import dev.certadvisor.conversation.Wording;
import dev.certadvisor.delivery.Carrier;
import dev.certadvisor.delivery.DeliveryLog;
import dev.certadvisor.delivery.Departures;
import dev.certadvisor.delivery.Dispatcher;
import dev.certadvisor.delivery.Lanes;
import dev.certadvisor.delivery.Ledger;
import dev.certadvisor.delivery.VirtualThreadLanes;
import dev.certadvisor.slack.Access;
import dev.certadvisor.slack.SlackEdge;
import dev.certadvisor.store.Database;
import dev.certadvisor.store.JdbcLedger;
import dev.certadvisor.store.LeasedLanes;
import dev.certadvisor.store.StoredHouse;
import dev.certadvisor.store.StoredRules;
import dev.certadvisor.tracing.Tracing;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.servlet.http.HttpServlet;
import java.net.URI;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.function.Supplier;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.boot.web.servlet.ServletContextInitializer;
import org.springframework.boot.web.servlet.ServletRegistrationBean;
import org.springframework.context.ApplicationListener;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.context.event.ContextClosedEvent;

/** Puts the server together. The settings and the advisor are given from outside. */
@Configuration(proxyBeanMethods = false)
@Import({
  ServerParts.class,
  CustodyConfiguration.class,
  ObservabilityConfiguration.class,
  TransportConfiguration.class
})
class ServerConfiguration {

  /** Enough to keep two cores busy while most wait for Slack. */
  private static final int AT_ONCE = 64;

  private static final Duration LAST_WORK = Duration.ofSeconds(20);

  @Bean
  Clock clock() {
    return Clock.systemUTC();
  }

  @Bean
  ServerAddress serverAddress(Settings settings) {
    return new ServerAddress(settings);
  }

  /** What was set or, where nothing was, what the local workspace and the app agree on. */
  @Bean
  SlackKeys slackKeys(Settings settings, ObjectProvider<LocalWorkspace> stand) {
    return switch (settings.slack()) {
      case SlackAccess.OneWorkspace one ->
          new SlackKeys(Optional.of(one.botToken()), Optional.of(one.signingSecret()));
      case SlackAccess.LocalWorkspace local -> stand.getObject().keys();
      case SlackAccess.SocketMode socket ->
          new SlackKeys(Optional.of(socket.botToken()), Optional.empty());
      case SlackAccess.ManyWorkspaces many ->
          new SlackKeys(Optional.empty(), Optional.of(many.signingSecret()));
    };
  }

  @Bean
  StoredHouse storedHouse(Database database, SettledHouse house) {
    StoredHouse stored = new StoredHouse(database, Ticker.systemTicker());
    house.open(stored);
    return stored;
  }

  @Bean
  StoredRules storedRules(Database database) {
    return new StoredRules(database);
  }

  @Bean
  SlackEdge slackEdge(
      Settings settings,
      Access access,
      ServerAddress address,
      ObjectProvider<LocalWorkspace> local,
      StoredRules rules,
      StoredHouse house,
      Ledger ledger,
      Clock clock) {
    Optional<LocalWorkspace> workspace = Optional.ofNullable(local.getIfAvailable());
    Supplier<URI> api =
        () ->
            settings
                .slackApi()
                .or(() -> workspace.map(stands -> address.get().resolve(stands.apiPath())))
                .orElse(SlackEdge.SLACK_API);
    boolean viaProxy =
        workspace.isEmpty()
            && !settings.slackApi().map(ServerConfiguration::isLoopback).orElse(false);
    return new SlackEdge(
        api, viaProxy, access, Wording.load(), clock, rules, house::lookAgain, ledger::isWaiting);
  }

  @Bean
  DeliveryLog deliveryLog(MeterRegistry meters) {
    return new MeteredDeliveryLog(meters);
  }

  /**
   * Opens the database of the settings.
   *
   * @throws UnusableException if it cannot be used, in one line that says why
   */
  static Database open(Settings settings) {
    return settings
        .database()
        .map(ServerConfiguration::postgresql)
        .orElseGet(() -> embedded(settings.dataFolder()));
  }

  /**
   * Opens the database of the settings to read what it holds, so that a folder that was named by
   * mistake is not taken for a server that has nothing.
   *
   * @throws UnusableException if there is none yet, or it cannot be used
   */
  static Database openExisting(Settings settings) {
    if (settings.database().isEmpty() && !Database.isIn(settings.dataFolder())) {
      throw new UnusableException(
          "ADVISOR_DATA: there is no database in "
              + settings.dataFolder().toAbsolutePath().normalize()
              + "; name the folder that the server uses");
    }
    return open(settings);
  }

  private static Database postgresql(Settings.Database server) {
    try {
      return Database.postgresql(server.url(), server.user(), server.password());
    } catch (Database.UnusableDatabase e) {
      throw new UnusableException(
          "ADVISOR_DATABASE_URL: the database cannot be used: " + e.getMessage());
    }
  }

  private static Database embedded(Path folder) {
    try {
      return Database.embedded(folder);
    } catch (Database.UnusableDatabase e) {
      throw new UnusableException(
          e.isInUse()
              ? "ADVISOR_DATA: another advisor is running on the database in "
                  + folder
                  + ", which serves one process at a time; stop that one first, or let several share"
                  + " PostgreSQL (ADVISOR_DATABASE_URL)"
              : "ADVISOR_DATA: the database in "
                  + folder
                  + " cannot be used: "
                  + FileTrouble.of(e));
    }
  }

  @Bean
  HealthIndicator databaseHealthIndicator(Database database) {
    return () -> (database.isUp() ? Health.up() : Health.down()).build();
  }

  @Bean
  Ledger ledger(
      Database database, Clock clock, StoredRules rules, ObjectProvider<Tracing> tracing) {
    Ledger ledger = new JdbcLedger(database, clock, rules);
    Tracing traces = tracing.getIfAvailable();
    return traces == null ? ledger : traces.traced(ledger);
  }

  /** An embedded database belongs to one process, which needs no leases. */
  @Bean
  Lanes lanes(Settings settings, Database database, Ledger ledger, DeliveryLog log, Clock clock) {
    return settings.database().isPresent()
        ? new LeasedLanes(database, ledger::isWaiting, clock, AT_ONCE, log::stalled)
        : new VirtualThreadLanes(
            Executors.newVirtualThreadPerTaskExecutor(), AT_ONCE, log::stalled);
  }

  @Bean
  Dispatcher dispatcher(
      Ledger ledger,
      Advisor advisor,
      SlackEdge slack,
      Lanes lanes,
      DeliveryLog log,
      Clock clock,
      Departures departures,
      ObjectProvider<Tracing> tracing) {
    Carrier carrier = slack.carrier(departures);
    Tracing traces = tracing.getIfAvailable();
    return new Dispatcher(
        ledger,
        advisor,
        slack.packer(),
        traces == null ? carrier : traces.traced(carrier),
        lanes,
        log,
        clock,
        this::random);
  }

  @Bean
  DispatcherLifecycle dispatcherLifecycle(Dispatcher dispatcher, Settings settings) {
    return new DispatcherLifecycle(dispatcher, settings.retention(), LAST_WORK);
  }

  @Bean
  ApplicationListener<ContextClosedEvent> localWorkspaceEnd(ObjectProvider<LocalWorkspace> local) {
    return event -> local.ifAvailable(LocalWorkspace::close);
  }

  @Bean
  ServletContextInitializer localWorkspaceServlets(
      ObjectProvider<LocalWorkspace> local, ServerAddress address) {
    return context -> {
      LocalWorkspace workspace = local.getIfAvailable();
      if (workspace == null) {
        return;
      }
      Map<String, HttpServlet> servlets = workspace.servlets(address);
      for (Map.Entry<String, HttpServlet> servlet : servlets.entrySet()) {
        ServletRegistrationBean<HttpServlet> registration =
            new ServletRegistrationBean<>(servlet.getValue(), servlet.getKey());
        registration.setName("local " + servlet.getKey());
        registration.setAsyncSupported(true);
        registration.onStartup(context);
      }
    };
  }

  /** Whether an address is on this machine, to which no proxy leads. */
  static boolean isLoopback(URI address) {
    String host = address.getHost();
    return host.equals("localhost") || host.startsWith("127.") || host.equals("[::1]");
  }

  private String random() {
    byte[] bytes = new byte[8];
    new SecureRandom().nextBytes(bytes);
    return HexFormat.of().formatHex(bytes);
  }

  /**
   * What the app and Slack know each other by.
   *
   * @param botToken what the app shows to the Web API; empty where each workspace has its own
   * @param signingSecret what Slack signs requests with; empty where it sends none over HTTP
   */
  record SlackKeys(Optional<String> botToken, Optional<String> signingSecret) {

    @Override
    public String toString() {
      return "SlackKeys";
    }
  }
}
