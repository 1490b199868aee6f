package dev.certadvisor.delivery;

import dev.certadvisor.delivery.Carrier.Outcome;
import dev.certadvisor.delivery.Carrier.Trace;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;

/** Answers as it was told to, with success otherwise. */
final class ScriptedCarrier implements Carrier {

  final Queue<Outcome> outcomes = new ArrayDeque<>();
  final Queue<Trace> traces = new ArrayDeque<>();
  final List<String> sent = new ArrayList<>();
  final List<String> arrived = new ArrayList<>();
  final List<Instant> times = new ArrayList<>();
  private final InstantSource clock;

  ScriptedCarrier(InstantSource clock) {
    this.clock = clock;
  }

  @Override
  public Outcome send(Parcel parcel, boolean privately) {
    String line = (privately ? "privately " : "") + parcel.id() + " " + parcel.payload();
    sent.add(line);
    times.add(clock.instant());
    Outcome told = outcomes.poll();
    if (told == null) {
      arrived.add(line);
      return new Outcome.Sent();
    }
    return told;
  }

  @Override
  public Trace trace(Parcel parcel, boolean privately) {
    return traces.remove();
  }
}
