package dev.certadvisor.playground;

import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/** All requests and calls in order; the oldest are forgotten beyond {@value #KEPT}. */
final class Journal {

  static final int KEPT = 1000;

  private final InstantSource clock;
  private final Consumer<Change> listener;
  private final List<Exchange> exchanges = new ArrayList<>();
  private int count;

  Journal(InstantSource clock, Consumer<Change> listener) {
    this.clock = clock;
    this.listener = listener;
  }

  Exchange begin(
      Exchange.Direction direction, String name, Map<String, String> headers, String request) {
    Exchange exchange;
    synchronized (this) {
      count++;
      Instant now = clock.instant();
      exchange = Exchange.begun(count, direction, name, now, headers, request);
      exchanges.add(exchange);
      if (exchanges.size() > KEPT) {
        exchanges.removeFirst();
      }
    }
    listener.accept(new Change.Recorded(exchange));
    return exchange;
  }

  void end(Exchange begun, int status, String outcome, String response) {
    end(begun, status, outcome, response, false);
  }

  void end(Exchange begun, int status, String outcome, String response, boolean spoilt) {
    long millis = java.time.Duration.between(begun.at(), clock.instant()).toMillis();
    Exchange ended = begun.answered(millis, status, outcome, response, spoilt);
    synchronized (this) {
      exchanges.replaceAll(known -> known.number() == ended.number() ? ended : known);
    }
    listener.accept(new Change.Recorded(ended));
  }

  synchronized List<Exchange> exchanges() {
    return List.copyOf(exchanges);
  }

  synchronized void clear() {
    exchanges.clear();
  }
}
