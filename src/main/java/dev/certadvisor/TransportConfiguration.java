package dev.certadvisor;

import dev.certadvisor.ServerConfiguration.SlackKeys;
import dev.certadvisor.Settings.SlackAccess;
import dev.certadvisor.delivery.DeliveryLog;
import dev.certadvisor.delivery.Departures;
import dev.certadvisor.delivery.LimitedInbox;
import dev.certadvisor.installation.Installations;
import dev.certadvisor.slack.Access;
import dev.certadvisor.slack.SlackEdge;
import dev.certadvisor.store.Database;
import dev.certadvisor.store.JdbcInstallations;
import dev.certadvisor.store.JdbcWorkspaces;
import dev.certadvisor.store.TokenCipher;
import jakarta.servlet.http.HttpServlet;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.Optional;
import javax.crypto.SecretKey;
import org.springframework.boot.web.servlet.ServletContextInitializer;
import org.springframework.boot.web.servlet.ServletRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The ways by which Slack reaches the app and the app reaches Slack. */
@Configuration(proxyBeanMethods = false)
class TransportConfiguration {

  @Bean
  Access access(Settings settings, SlackKeys keys, Database database) {
    return settings.slack() instanceof SlackAccess.ManyWorkspaces many
        ? new Access.ManyWorkspaces(
            many.clientId(), many.clientSecret(), installations(settings, many, database))
        : new Access.OneWorkspace(keys.botToken().orElseThrow());
  }

  private static Installations installations(
      Settings settings, SlackAccess.ManyWorkspaces many, Database database) {
    SecretKey key =
        many.key().orElseGet(() -> KeyFile.in(settings.dataFolder(), new SecureRandom()));
    JdbcInstallations installations =
        new JdbcInstallations(database, new TokenCipher(key, many.previousKey()));
    try {
      installations.adoptKey();
    } catch (JdbcInstallations.UnreadableInstallations e) {
      throw new UnusableException(
          "ADVISOR_ENCRYPTION_KEY: "
              + e.getMessage()
              + "; set that key as ADVISOR_ENCRYPTION_KEY, or as ADVISOR_ENCRYPTION_KEY_PREVIOUS"
              + " to change it");
    }
    return installations;
  }

  @Bean
  Departures departures(Database database, DeliveryLog log, Clock clock) {
    return new Departures(new JdbcWorkspaces(database, clock), log);
  }

  /** In Socket Mode nothing is taken over HTTP, since nothing would be signed. */
  @Bean
  ServletContextInitializer slackServlets(
      SlackEdge slack, SlackKeys keys, LimitedInbox inbox, Departures departures) {
    return context -> {
      if (keys.signingSecret().isPresent()) {
        ServletRegistrationBean<HttpServlet> registration =
            new ServletRegistrationBean<>(
                slack.servlet(keys.signingSecret().get(), inbox, departures), SlackEdge.PATH);
        registration.setName("slack");
        registration.onStartup(context);
      }
      Optional<HttpServlet> install = slack.installServlet();
      if (install.isPresent()) {
        ServletRegistrationBean<HttpServlet> registration =
            new ServletRegistrationBean<>(
                install.get(), SlackEdge.INSTALL_PATH, SlackEdge.REDIRECT_PATH);
        registration.setName("install");
        registration.onStartup(context);
      }
    };
  }

  @Bean
  SlackLines slackHealthIndicator(
      Settings settings,
      SlackEdge slack,
      SlackKeys keys,
      LimitedInbox inbox,
      Departures departures) {
    Optional<SlackAccess.SocketMode> socket =
        settings.slack() instanceof SlackAccess.SocketMode mode
            ? Optional.of(mode)
            : Optional.empty();
    return new SlackLines(
        slack.reachability(keys.botToken()),
        socket.map(
            mode -> slack.socketMode(mode.appToken(), mode.connections(), inbox, departures)));
  }
}
