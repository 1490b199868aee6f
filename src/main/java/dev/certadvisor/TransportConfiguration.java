package dev.certadvisor;

import dev.certadvisor.ServerConfiguration.SlackKeys;
import dev.certadvisor.Settings.SlackAccess;
import dev.certadvisor.delivery.LimitedInbox;
import dev.certadvisor.slack.SlackEdge;
import jakarta.servlet.http.HttpServlet;
import java.util.Optional;
import org.springframework.boot.web.servlet.ServletContextInitializer;
import org.springframework.boot.web.servlet.ServletRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The ways by which Slack reaches the app and the app reaches Slack. */
@Configuration(proxyBeanMethods = false)
class TransportConfiguration {

  /** In Socket Mode nothing is taken over HTTP, since nothing would be signed. */
  @Bean
  ServletContextInitializer slackServlets(SlackEdge slack, SlackKeys keys, LimitedInbox inbox) {
    return context -> {
      if (keys.signingSecret().isPresent()) {
        ServletRegistrationBean<HttpServlet> registration =
            new ServletRegistrationBean<>(
                slack.servlet(keys.signingSecret().get(), inbox), SlackEdge.PATH);
        registration.setName("slack");
        registration.onStartup(context);
      }
    };
  }

  @Bean
  SlackLines slackHealthIndicator(
      Settings settings, SlackEdge slack, SlackKeys keys, LimitedInbox inbox) {
    Optional<SlackAccess.SocketMode> socket =
        settings.slack() instanceof SlackAccess.SocketMode mode
            ? Optional.of(mode)
            : Optional.empty();
    return new SlackLines(
        slack.reachability(keys.botToken()),
        socket.map(mode -> slack.socketMode(mode.appToken(), mode.connections(), inbox)));
  }
}
