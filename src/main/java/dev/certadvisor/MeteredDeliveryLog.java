package dev.certadvisor;

import dev.certadvisor.delivery.DeliveryLog;
import dev.certadvisor.delivery.Envelope;
import dev.certadvisor.delivery.Lane;
import dev.certadvisor.delivery.LogFields;
import dev.certadvisor.delivery.Parcel;
import dev.certadvisor.delivery.Workspaces.Dropped;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.spi.LoggingEventBuilder;

/** Counts what becomes of envelopes and parcels, and logs what went wrong: ids only, never text. */
final class MeteredDeliveryLog implements DeliveryLog {

  private static final Logger LOG = LoggerFactory.getLogger("dev.certadvisor.delivery");

  private final Timer answers;
  private final Counter unanswered;
  private final Counter arrived;
  private final Counter delayed;
  private final Counter envelopesDropped;
  private final Counter parcelsDropped;
  private final Counter givenUp;

  /** A log with meters in this registry. */
  MeteredDeliveryLog(MeterRegistry meters) {
    answers =
        Timer.builder("advisor.answers")
            .description("From taking a message until its reply is stored")
            .publishPercentiles(0.5, 0.99)
            .register(meters);
    unanswered = meters.counter("advisor.unanswered");
    arrived = meters.counter("advisor.messages", "end", "arrived");
    givenUp = meters.counter("advisor.messages", "end", "given-up");
    envelopesDropped = meters.counter("advisor.dropped", "what", "events");
    parcelsDropped = meters.counter("advisor.dropped", "what", "messages");
    delayed = meters.counter("advisor.messages.delayed");
  }

  @Override
  public void answered(Envelope envelope, Duration since) {
    answers.record(since);
    if (LOG.isDebugEnabled()) {
      about(LOG.atDebug(), envelope).log("{} was answered after {}", envelope.id(), since);
    }
  }

  @Override
  public void unanswered(Envelope envelope, String incident, Throwable cause) {
    unanswered.increment();
    about(LOG.atError(), envelope)
        .addKeyValue(LogFields.INCIDENT, incident)
        .log(
            "Incident {}: {} in {} was not answered: {}",
            incident,
            envelope.id(),
            envelope.incoming().conversation().key(),
            place(cause));
  }

  @Override
  public void arrived(Parcel parcel, int attempts) {
    arrived.increment();
    if (LOG.isDebugEnabled()) {
      about(LOG.atDebug(), parcel)
          .log("Message {} to {} arrived, attempt {}", parcel.id(), parcel.to(), attempts);
    }
  }

  @Override
  public void delayed(Parcel parcel, String reason, Duration after) {
    delayed.increment();
    about(LOG.atWarn(), parcel)
        .log("Message {} to {} waits {}: {}", parcel.id(), parcel.to(), after, reason);
  }

  @Override
  public void givenUp(Parcel parcel, String reason) {
    givenUp.increment();
    about(LOG.atError(), parcel)
        .log("Message {} to {} was given up: {}", parcel.id(), parcel.to(), reason);
  }

  @Override
  public void dropped(String workspace, Dropped dropped, String reason) {
    envelopesDropped.increment(dropped.envelopes());
    parcelsDropped.increment(dropped.parcels());
    LOG.atWarn()
        .addKeyValue(LogFields.TEAM, workspace)
        .log(
            "Workspace {} is left: {} events and {} messages that waited were dropped: {}",
            workspace,
            dropped.envelopes(),
            dropped.parcels(),
            reason);
  }

  @Override
  public void stalled(Lane lane, Throwable cause) {
    String field =
        switch (lane.work()) {
          case ANSWER -> LogFields.CONVERSATION;
          case SEND -> LogFields.CHANNEL;
        };
    LOG.atWarn()
        .addKeyValue(field, lane.name())
        .log("Work in {} failed and is tried again: {}", lane, place(cause));
  }

  private static LoggingEventBuilder about(LoggingEventBuilder line, Envelope envelope) {
    return line.addKeyValue(LogFields.EVENT, envelope.id())
        .addKeyValue(LogFields.TEAM, envelope.incoming().conversation().workspace())
        .addKeyValue(LogFields.CONVERSATION, envelope.incoming().conversation().key());
  }

  private static LoggingEventBuilder about(LoggingEventBuilder line, Parcel parcel) {
    return line.addKeyValue(LogFields.EVENT, parcel.answers())
        .addKeyValue(LogFields.MESSAGE, parcel.id())
        .addKeyValue(LogFields.TEAM, parcel.to().workspace())
        .addKeyValue(LogFields.CHANNEL, parcel.to().channelKey());
  }

  /** Messages of exceptions may hold what a person typed, so only kinds and places are logged. */
  private static String place(Throwable cause) {
    StackTraceElement[] trace = cause.getStackTrace();
    String here = cause.getClass().getName() + (trace.length == 0 ? "" : " at " + trace[0]);
    return cause.getCause() == null ? here : here + ", because of " + place(cause.getCause());
  }
}
