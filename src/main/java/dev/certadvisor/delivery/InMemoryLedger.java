package dev.certadvisor.delivery;

import dev.certadvisor.conversation.Conversation;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Keeps everything as long as the program runs: for tests. */
public final class InMemoryLedger implements Ledger {

  private final Set<String> known = new HashSet<>();
  private final Map<Lane, Deque<Envelope>> envelopesByLane = new LinkedHashMap<>();
  private final Map<Lane, Deque<Outgoing>> parcelsByLane = new LinkedHashMap<>();
  private final Map<String, Integer> failuresById = new HashMap<>();
  private final Map<String, Conversation> conversationByKey = new HashMap<>();

  @Override
  public synchronized boolean take(Envelope envelope) {
    if (!known.add(envelope.id())) {
      return false;
    }
    envelopesByLane.computeIfAbsent(envelope.lane(), lane -> new ArrayDeque<>()).addLast(envelope);
    return true;
  }

  @Override
  public synchronized boolean take(String id, List<Parcel> parcels) {
    if (!known.add(id)) {
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
    Answered answered = step.apply(conversationByKey.getOrDefault(key, Conversation.NEW));
    if (answered.next().equals(Conversation.NEW)) {
      conversationByKey.remove(key);
    } else {
      conversationByKey.put(key, answered.next());
    }
    removeFirst(envelopesByLane, envelope.lane());
    failuresById.remove(envelope.id());
    return put(answered.parcels());
  }

  @Override
  public synchronized int failed(Envelope envelope) {
    return failuresById.merge(envelope.id(), 1, Integer::sum);
  }

  @Override
  public synchronized Optional<Outgoing> nextParcel(Lane lane) {
    return Optional.ofNullable(first(parcelsByLane, lane));
  }

  @Override
  public synchronized void sending(Parcel parcel) {
    replaceFirst(parcel, true);
  }

  @Override
  public synchronized void returned(Parcel parcel) {
    replaceFirst(parcel, false);
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

  private Set<Lane> put(List<Parcel> parcels) {
    Set<Lane> lanes = new LinkedHashSet<>();
    for (Parcel parcel : parcels) {
      parcelsByLane
          .computeIfAbsent(parcel.lane(), lane -> new ArrayDeque<>())
          .addLast(new Outgoing(parcel, 0, false));
      lanes.add(parcel.lane());
    }
    return lanes;
  }

  private void replaceFirst(Parcel parcel, boolean cutShort) {
    Deque<Outgoing> parcels = parcelsByLane.get(parcel.lane());
    if (parcels != null) {
      Outgoing before = parcels.removeFirst();
      int attempts = before.attempts() + (cutShort ? 1 : 0);
      parcels.addFirst(new Outgoing(parcel, attempts, cutShort));
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
}
