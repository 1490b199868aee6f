package dev.certadvisor.tracing;

import dev.certadvisor.conversation.Conversation;
import dev.certadvisor.delivery.Envelope;
import dev.certadvisor.delivery.Lane;
import dev.certadvisor.delivery.Ledger;
import dev.certadvisor.delivery.LogFields;
import dev.certadvisor.delivery.Parcel;
import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.api.trace.StatusCode;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/** A ledger of which is told when events are taken, how long they wait and what answering takes. */
final class TracedLedger implements Ledger {

  private final Ledger ledger;
  private final Tracing tracing;

  TracedLedger(Ledger ledger, Tracing tracing) {
    this.ledger = ledger;
    this.tracing = tracing;
  }

  @Override
  public boolean take(Envelope envelope) {
    Instant begun = tracing.now();
    boolean taken = ledger.take(envelope);
    if (taken) {
      tracing.took(envelope.id(), begun, about(envelope));
    }
    return taken;
  }

  @Override
  public boolean take(String id, List<Parcel> parcels) {
    Instant begun = tracing.now();
    boolean taken = ledger.take(id, parcels);
    if (taken) {
      tracing.took(id, begun, Attributes.builder().put(LogFields.EVENT, id).build());
    }
    return taken;
  }

  @Override
  public Set<Lane> answer(Envelope envelope, Function<Conversation, Answered> step) {
    Attributes about = about(envelope);
    Instant begun = tracing.now();
    tracing.begin(envelope.id(), "wait", SpanKind.INTERNAL, envelope.takenAt(), about).end(begun);
    Span answer = tracing.begin(envelope.id(), "answer", SpanKind.INTERNAL, begun, about);
    try {
      return ledger.answer(envelope, step);
    } catch (RuntimeException | StackOverflowError e) {
      // Its message may hold what a person typed.
      answer.setStatus(StatusCode.ERROR, e.getClass().getName());
      throw e;
    } finally {
      answer.end(tracing.now());
    }
  }

  private static Attributes about(Envelope envelope) {
    return Attributes.builder()
        .put(LogFields.EVENT, envelope.id())
        .put(LogFields.TEAM, envelope.incoming().conversation().workspace())
        .put(LogFields.CONVERSATION, envelope.incoming().conversation().key())
        .put("advisor.did", envelope.incoming().getClass().getSimpleName())
        .build();
  }

  @Override
  public Optional<Envelope> nextEnvelope(Lane lane) {
    return ledger.nextEnvelope(lane);
  }

  @Override
  public int failed(Envelope envelope) {
    return ledger.failed(envelope);
  }

  @Override
  public Set<Lane> giveUp(Envelope envelope, String reason, List<Parcel> apology) {
    return ledger.giveUp(envelope, reason, apology);
  }

  @Override
  public Optional<Outgoing> claim(Lane lane) {
    return ledger.claim(lane);
  }

  @Override
  public void privately(Parcel parcel) {
    ledger.privately(parcel);
  }

  @Override
  public void returned(Parcel parcel) {
    ledger.returned(parcel);
  }

  @Override
  public void settle(Parcel parcel, End end) {
    ledger.settle(parcel, end);
  }

  @Override
  public Set<Lane> waiting() {
    return ledger.waiting();
  }

  @Override
  public boolean isWaiting(Lane lane) {
    return ledger.isWaiting(lane);
  }

  @Override
  public void forgetBefore(Instant conversations, Instant taken) {
    ledger.forgetBefore(conversations, taken);
  }
}
