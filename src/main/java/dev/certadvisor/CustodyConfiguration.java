package dev.certadvisor;

import dev.certadvisor.conversation.Advisor;
import dev.certadvisor.conversation.ExportingAdvisor;
import dev.certadvisor.conversation.Wording;
import dev.certadvisor.delivery.Backlog;
import dev.certadvisor.delivery.Dispatcher;
import dev.certadvisor.delivery.LimitedInbox;
import dev.certadvisor.slack.SlackEdge;
import dev.certadvisor.store.Custody;
import dev.certadvisor.store.Database;
import dev.certadvisor.store.QueueLength;
import dev.certadvisor.store.StoredHouse;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.util.Locale;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Primary;

/** The server's parts that look after what is kept: how much is taken, and for whom. */
@Configuration(proxyBeanMethods = false)
class CustodyConfiguration {

  /**
   * The advisor as it is given from outside.
   *
   * @param advisor knows only the conversation that it is in
   */
  record PlainAdvisor(Advisor advisor) {}

  private static final Duration LAST_WORK = Duration.ofSeconds(20);

  @Bean
  Backlog backlog(Database database, Settings settings, MeterRegistry meters) {
    Backlog backlog = new Backlog(new QueueLength(database), settings.limits().queue());
    Gauge.builder("advisor.queue", backlog, Backlog::waiting)
        .description("Events and messages that wait")
        .register(meters);
    return backlog;
  }

  @Bean
  HealthIndicator queueHealthIndicator(Backlog backlog) {
    return () -> (backlog.isFull() ? Health.down() : Health.up()).build();
  }

  /** What an embedded database holds waits for the next start; elsewhere others go on with it. */
  @Bean
  BacklogLifecycle backlogLifecycle(
      Backlog backlog, Settings settings, ObjectProvider<LocalWorkspace> local) {
    return new BacklogLifecycle(
        backlog,
        settings.database().isPresent() ? Duration.ZERO : LAST_WORK,
        local.getIfAvailable() == null
            ? BacklogLifecycle.AFTER_WEB_SERVER
            : BacklogLifecycle.BEFORE_WEB_SERVER);
  }

  /** All that is kept can be shown, also what the advisor itself does not see. */
  @Bean
  Advisor advisor(
      PlainAdvisor advisor, Database database, StoredHouse house, MeterRegistry meters) {
    return new MeteredAdvisor(
        new ExportingAdvisor(
            house.watching(advisor.advisor()), new Custody(database), Wording.load()),
        meters);
  }

  @Bean
  @Primary
  LimitedInbox inbox(
      Dispatcher dispatcher,
      SlackEdge slack,
      Settings settings,
      Backlog backlog,
      MeterRegistry meters,
      Clock clock) {
    return new LimitedInbox(
        dispatcher,
        slack.packer(),
        settings.limits(),
        backlog,
        clock,
        (envelope, over) ->
            meters
                .counter("advisor.messages.refused", "over", over.name().toLowerCase(Locale.ROOT))
                .increment());
  }
}
