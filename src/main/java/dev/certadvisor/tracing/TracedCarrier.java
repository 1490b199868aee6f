package dev.certadvisor.tracing;

import dev.certadvisor.delivery.Carrier;
import dev.certadvisor.delivery.LogFields;
import dev.certadvisor.delivery.Parcel;
import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.api.trace.StatusCode;

/** A carrier of whose calls is told how long they take and what comes of them. */
final class TracedCarrier implements Carrier {

  private static final String OUTCOME = "advisor.outcome";

  private final Carrier carrier;
  private final Tracing tracing;

  TracedCarrier(Carrier carrier, Tracing tracing) {
    this.carrier = carrier;
    this.tracing = tracing;
  }

  @Override
  public Outcome send(Parcel parcel, boolean privately) {
    Span span = begin("send", parcel);
    try {
      Outcome outcome = carrier.send(parcel, privately);
      span.setAttribute(OUTCOME, outcome.getClass().getSimpleName());
      reason(span, outcome);
      return outcome;
    } finally {
      span.end(tracing.now());
    }
  }

  private static void reason(Span span, Outcome outcome) {
    switch (outcome) {
      case Outcome.Sent() -> {}
      case Outcome.Limited(var after) -> span.setStatus(StatusCode.ERROR, "limited for " + after);
      case Outcome.Failed(String reason) -> span.setStatus(StatusCode.ERROR, reason);
      case Outcome.Refused(String reason) -> span.setStatus(StatusCode.ERROR, reason);
      case Outcome.Unknown(String reason) -> span.setStatus(StatusCode.ERROR, reason);
    }
  }

  @Override
  public Trace trace(Parcel parcel, boolean privately) {
    Span span = begin("look up", parcel);
    try {
      Trace found = carrier.trace(parcel, privately);
      span.setAttribute(OUTCOME, found.name());
      return found;
    } finally {
      span.end(tracing.now());
    }
  }

  private Span begin(String name, Parcel parcel) {
    Attributes about =
        Attributes.builder()
            .put(LogFields.EVENT, parcel.answers())
            .put(LogFields.MESSAGE, parcel.id())
            .put(LogFields.TEAM, parcel.to().workspace())
            .put(LogFields.CHANNEL, parcel.to().channelKey())
            .put("advisor.to", parcel.to().getClass().getSimpleName())
            .build();
    return tracing.begin(parcel.answers(), name, SpanKind.CLIENT, tracing.now(), about);
  }
}
