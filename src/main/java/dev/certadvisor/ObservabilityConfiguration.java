package dev.certadvisor;

import dev.certadvisor.conversation.Advisor;
import dev.certadvisor.slack.SlackEdge;
import dev.certadvisor.store.Database;
import dev.certadvisor.store.LongestWait;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.TimeGauge;
import io.micrometer.core.instrument.Timer;
import io.micrometer.core.instrument.binder.MeterBinder;
import jakarta.servlet.Filter;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.TimeUnit;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
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

  /** The index is made with the advisor, from the pack as it was then. */
  @Bean
  MeterBinder indexAge(Advisor advisor, Clock clock) {
    Instant made = clock.instant();
    return meters ->
        TimeGauge.builder(
                "advisor.index.age",
                advisor,
                TimeUnit.SECONDS,
                any -> Duration.between(made, clock.instant()).toMillis() / MILLIS)
            .description("Since the pack was read and its index made")
            .register(meters);
  }
}
