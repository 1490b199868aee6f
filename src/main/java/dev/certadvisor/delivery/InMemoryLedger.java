package dev.certadvisor.delivery;

import dev.certadvisor.conversation.Conversation;
import dev.certadvisor.conversation.Effect;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** Keeps everything as long as the program runs: for tests. */
public final class InMemoryLedger implements Ledger {

  private final InstantSource clock;
  private final Map<String, Instant> known = new HashMap<>();
  private final Map<Lane, Deque<Envelope>> envelopesByLane = new LinkedHashMap<>();
  private final Map<Lane, Deque<Outgoing>> parcelsByLane = new LinkedHashMap<>();
  private final Map<String, Integer> failuresById = new HashMap<>();
  private final Map<String, Kept> conversationByKey = new HashMap<>();

  /** An empty ledger. */
  public InMemoryLedger(InstantSource clock) {
    this.clock = clock;
  }

  @Override
  public synchronized boolean take(Envelope envelope) {
    if (known.putIfAbsent(envelope.id(), clock.instant()) != null) {
      return false;
    }
    envelopesByLane.computeIfAbsent(envelope.lane(), lane -> new ArrayDeque<>()).addLast(envelope);
    return true;
  }

  @Override
  public synchronized boolean take(String id, List<Parcel> parcels) {
    if (known.putIfAbsent(id, clock.instant()) != null) {
      return false;
    }
    put(parcels);
    return true;
  }

  @Override
  public synchronized Optional<Envelope> nextEnvelope(Lane lane) {
    return Optional.ofNullable(first(envelopesByLane, lane));
  }

  @Override
  public synchronized Set<Lane> answer(Envelope envelope, Function<Conversation, Answered> step) {
    if (!envelope.equals(first(envelopesByLane, envelope.lane()))) {
      return Set.of();
    }
    String key = envelope.incoming().conversation().key();
    Kept before = conversationByKey.get(key);
    Answered answered = step.apply(before == null ? Conversation.NEW : before.conversation());
    if (answered.next().equals(Conversation.NEW)) {
      conversationByKey.remove(key);
    } else {
      conversationByKey.put(key, new Kept(answered.next(), clock.instant()));
    }
    removeFirst(envelopesByLane, envelope.lane());
    failuresById.remove(envelope.id());
    if (answered.effects().stream().anyMatch(Effect.Halt.class::isInstance)) {
      withdraw(envelope.replyTo());
    }
    return put(answered.parcels());
  }

  @Override
  public synchronized int failed(Envelope envelope) {
    return failuresById.merge(envelope.id(), 1, Integer::sum);
  }

  @Override
  public synchronized Set<Lane> giveUp(Envelope envelope, String reason, List<Parcel> apology) {
    if (!envelope.equals(first(envelopesByLane, envelope.lane()))) {
      return Set.of();
    }
    removeFirst(envelopesByLane, envelope.lane());
    failuresById.remove(envelope.id());
    return put(apology);
  }

  @Override
  public synchronized Optional<Outgoing> claim(Lane lane) {
    Outgoing next = first(parcelsByLane, lane);
    if (next != null && !next.cutShort()) {
      change(
          next.parcel(),
          before -> new Outgoing(before.parcel(), before.attempts() + 1, true, before.privately()));
    }
    return Optional.ofNullable(next);
  }

  @Override
  public synchronized void returned(Parcel parcel) {
    change(parcel, before -> new Outgoing(parcel, before.attempts(), false, before.privately()));
  }

  @Override
  public synchronized void privately(Parcel parcel) {
    change(parcel, before -> new Outgoing(parcel, before.attempts(), false, true));
  }

  @Override
  public synchronized void settle(Parcel parcel, End end) {
    removeFirst(parcelsByLane, parcel.lane());
  }

  @Override
  public synchronized Set<Lane> waiting() {
    Set<Lane> lanes = new LinkedHashSet<>(envelopesByLane.keySet());
    lanes.addAll(parcelsByLane.keySet());
    return lanes;
  }

  @Override
  public synchronized boolean isWaiting(Lane lane) {
    return envelopesByLane.containsKey(lane) || parcelsByLane.containsKey(lane);
  }

  @Override
  public synchronized void forgetBefore(Instant conversations, Instant taken) {
    known.values().removeIf(at -> at.isBefore(taken));
    conversationByKey.values().removeIf(kept -> kept.changedAt().isBefore(conversations));
  }

  /** What is being sent stays: it may have arrived. */
  private void withdraw(Address to) {
    parcelsByLane
        .values()
        .forEach(lane -> lane.removeIf(one -> one.parcel().to().equals(to) && !one.cutShort()));
    parcelsByLane.values().removeIf(Deque::isEmpty);
  }

  private Set<Lane> put(List<Parcel> parcels) {
    Set<Lane> lanes = new LinkedHashSet<>();
    for (Parcel parcel : parcels) {
      parcelsByLane
          .computeIfAbsent(parcel.lane(), lane -> new ArrayDeque<>())
          .addLast(new Outgoing(parcel, 0, false, false));
      lanes.add(parcel.lane());
    }
    return lanes;
  }

  private void change(Parcel parcel, UnaryOperator<Outgoing> change) {
    Deque<Outgoing> parcels = parcelsByLane.get(parcel.lane());
    if (parcels != null) {
      parcels.addFirst(change.apply(parcels.removeFirst()));
    }
  }

  private static <T> @Nullable T first(Map<Lane, Deque<T>> byLane, Lane lane) {
    Deque<T> waiting = byLane.get(lane);
    return waiting == null ? null : waiting.peekFirst();
  }

  private static <T> void removeFirst(Map<Lane, Deque<T>> byLane, Lane lane) {
    Deque<T> waiting = byLane.get(lane);
    if (waiting != null) {
      waiting.removeFirst();
      if (waiting.isEmpty()) {
        byLane.remove(lane);
      }
    }
  }

  /**
   * A conversation as it is kept.
   *
   * @param conversation its state
   * @param changedAt when it was last stored
   */
  private record Kept(Conversation conversation, Instant changedAt) {}
}
