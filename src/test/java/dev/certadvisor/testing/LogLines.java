package dev.certadvisor.testing;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.AppenderBase;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import org.slf4j.LoggerFactory;

/**
 * What the app logs from now on. To be made after the server's start, which sets logging up anew.
 */
public final class LogLines implements AutoCloseable {

  private static final Duration PATIENCE = Duration.ofSeconds(60);

  private final BlockingQueue<ILoggingEvent> coming = new LinkedBlockingQueue<>();
  private final Logger logger = (Logger) LoggerFactory.getLogger("dev.certadvisor");
  private final AppenderBase<ILoggingEvent> appender =
      new AppenderBase<>() {
        @Override
        protected void append(ILoggingEvent event) {
          coming.add(event);
        }
      };

  /** Listens until it is closed. */
  public LogLines() {
    appender.setContext(logger.getLoggerContext());
    appender.start();
    logger.addAppender(appender);
  }

  /**
   * Waits for a line.
   *
   * @return all lines up to it, from the one after the last that was waited for
   */
  public List<ILoggingEvent> await(Predicate<String> wanted) throws InterruptedException {
    List<ILoggingEvent> lines = new ArrayList<>();
    long end = System.nanoTime() + PATIENCE.toNanos();
    while (lines.isEmpty() || !wanted.test(lines.getLast().getFormattedMessage())) {
      ILoggingEvent next = coming.poll(end - System.nanoTime(), TimeUnit.NANOSECONDS);
      assertThat(next).as("the line that is waited for, after %s", lines).isNotNull();
      lines.add(next);
    }
    return lines;
  }

  @Override
  public void close() {
    logger.detachAppender(appender);
    appender.stop();
  }
}
