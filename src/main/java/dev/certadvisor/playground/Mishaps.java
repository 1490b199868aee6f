package dev.certadvisor.playground;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;

/** Decides what goes wrong with the app's calls: first what was told, then what the temper does. */
final class Mishaps {

  private final Supplier<Temper> temper;
  private final RandomGenerator random;
  private final Map<String, Deque<Mishap>> toldByMethod = new HashMap<>();

  Mishaps(Supplier<Temper> temper, RandomGenerator random) {
    this.temper = temper;
    this.random = random;
  }

  /** Lets the method's next call that nothing was told for go wrong in this way. */
  synchronized void tell(String method, Mishap mishap) {
    toldByMethod.computeIfAbsent(method, unknown -> new ArrayDeque<>()).add(mishap);
  }

  synchronized void forget() {
    toldByMethod.clear();
  }

  synchronized Optional<Mishap> next(String method) {
    Deque<Mishap> told = toldByMethod.getOrDefault(method, new ArrayDeque<>());
    return told.isEmpty() ? drawn(temper.get()) : Optional.of(told.remove());
  }

  private Optional<Mishap> drawn(Temper now) {
    if (strikes(now.rateLimited())) {
      return Optional.of(new Mishap.Limited(Duration.ofSeconds(1)));
    }
    if (strikes(now.failing())) {
      return Optional.of(new Mishap.Failing(503));
    }
    if (strikes(now.hanging())) {
      return Optional.of(new Mishap.Hanging(now.hang()));
    }
    return strikes(now.cut()) ? Optional.of(new Mishap.Cut(true)) : Optional.empty();
  }

  private boolean strikes(int percent) {
    return percent > 0 && random.nextInt(100) < percent;
  }
}
