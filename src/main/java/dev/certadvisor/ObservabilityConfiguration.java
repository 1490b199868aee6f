package dev.certadvisor;

import dev.certadvisor.slack.SlackEdge;
import dev.certadvisor.store.Database;
import dev.certadvisor.store.LongestWait;
import dev.certadvisor.tracing.Tracing;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.TimeGauge;
import io.micrometer.core.instrument.Timer;
import io.micrometer.core.instrument.binder.MeterBinder;
import jakarta.servlet.Filter;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.boot.web.servlet.ServletContextInitializer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What the server tells of itself in numbers, besides what its parts count. */
@Configuration(proxyBeanMethods = false)
class ObservabilityConfiguration {

  private static final double MILLIS = 1_000;

  @Bean
  FilterRegistrationBean<Filter> acknowledgementTimes(MeterRegistry meters) {
    FilterRegistrationBean<Filter> registration =
        new FilterRegistrationBean<>((request, response, chain) -> {
          Timer.Sample begun = Timer.start(meters);
          chain.doFilter(request, response);
          int status = ((HttpServletResponse) response).getStatus();
          begun.stop(acknowledgements(meters, status));
        });
    registration.addUrlPatterns(SlackEdge.PATH);
    return registration;
  }

  @Bean
  ServletContextInitializer tracedAcknowledgements(ObjectProvider<Tracing> tracing) {
    return context -> {
      Tracing traces = tracing.getIfAvailable();
      if (traces != null) {
        FilterRegistrationBean<Filter> registration =
            new FilterRegistrationBean<>((request, response, chain) -> {
              Tracing.Acknowledgement begun = traces.acknowledge();
              try {
                chain.doFilter(request, response);
              } finally {
                begun.end(((HttpServletResponse) response).getStatus());
              }
            });
        registration.setName("traces");
        registration.addUrlPatterns(SlackEdge.PATH);
        registration.onStartup(context);
      }
    };
  }

  private static Timer acknowledgements(MeterRegistry meters, int status) {
    return Timer.builder("advisor.acknowledgements")
        .description("From taking a request of Slack until it was acknowledged")
        .tag("status", String.valueOf(status))
        .publishPercentiles(0.5, 0.99)
        .register(meters);
  }

  @Bean
  MeterBinder longestWait(Database database, Clock clock) {
    LongestWait wait = new LongestWait(database, clock);
    return meters ->
        TimeGauge.builder(
                "advisor.queue.age",
                wait,
                TimeUnit.MILLISECONDS,
                longest ->
                    longest.now().map(Duration::toMillis).map(Long::doubleValue).orElse(Double.NaN))
            .description("How long what waits longest has waited")
            .register(meters);
  }

  /** Where the advisor is not made of a pack, there is no index. */
  @Bean
  MeterBinder packInUse(ObjectProvider<LivePack> pack, Clock clock) {
    return meters ->
        pack.ifAvailable(live -> {
          TimeGauge.builder(
                  "advisor.index.age",
                  live,
                  TimeUnit.SECONDS,
                  used ->
                      Duration.between(used.current().since(), clock.instant()).toMillis() / MILLIS)
              .description("Since the pack was read and its index made")
              .register(meters);
          Gauge.builder("advisor.pack.mistakes", live, used -> mistakes(used))
              .description("Mistakes for which the pack that lies in the folder is not used")
              .register(meters);
        });
  }

  private static int mistakes(LivePack pack) {
    return pack.refusal().map(refusal -> refusal.mistakes().size()).orElse(0);
  }

  @Bean
  PackWatch packHealthIndicator(ObjectProvider<LivePack> pack) {
    return new PackWatch(Optional.ofNullable(pack.getIfAvailable()));
  }
}
