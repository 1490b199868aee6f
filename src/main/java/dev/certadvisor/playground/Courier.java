package dev.certadvisor.playground;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;

/**
 * Decides when a letter goes to the app, and brings events again where they are not acknowledged
 * (docs.slack.dev, "Events API", "Retries"). Interactivity and commands are sent once, as at Slack.
 */
final class Courier {

  static final String JSON = "application/json";
  static final String FORM = "application/x-www-form-urlencoded";

  private final Postman postman;
  private final List<Duration> retries;
  private final RandomGenerator random;
  private final Later later;
  private final Supplier<Temper> temper;
  private final Deque<Runnable> heldBack = new ArrayDeque<>();
  private final AtomicInteger underWay = new AtomicInteger();
  private final Runnable idle;

  Courier(
      Postman postman,
      List<Duration> retries,
      RandomGenerator random,
      Later later,
      Supplier<Temper> temper,
      Runnable idle) {
    this.postman = postman;
    this.retries = retries;
    this.random = random;
    this.later = later;
    this.temper = temper;
    this.idle = idle;
  }

  /** How a request to the app ended. */
  sealed interface Outcome {
    record Answered(int status, String body, boolean noRetry) implements Outcome {}

    record Failed(String reason) implements Outcome {}

    default boolean isAcknowledged() {
      return this instanceof Answered answered && answered.status() / 100 == 2;
    }
  }

  /** Sends an event in its own time; again and again where the app does not take it. */
  void event(Letter letter) {
    Temper now = temper.get();
    Runnable send = () -> attempt(letter, 0, "", hits(now.unacknowledged()));
    if (hits(now.reordered())) {
      holdBack(send);
      return;
    }
    start(now.delay(), send);
    if (hits(now.duplicated())) {
      start(now.delay(), () -> attempt(letter, 1, "http_timeout", false));
    }
    releaseHeldBack();
  }

  /** Sends interactivity or a command and hands over how it ended. */
  void request(Letter letter, Consumer<Outcome> then) {
    start(Duration.ZERO, () -> then.accept(postman.bring(letter, 0, "")));
  }

  /** Whether nothing is being sent. */
  boolean isIdle() {
    return underWay.get() == 0;
  }

  private void holdBack(Runnable send) {
    synchronized (heldBack) {
      heldBack.add(send);
    }
    later.run(Duration.ofSeconds(2), this::releaseHeldBack);
  }

  private void releaseHeldBack() {
    synchronized (heldBack) {
      while (!heldBack.isEmpty()) {
        start(Duration.ofMillis(300), heldBack.remove());
      }
    }
  }

  private void start(Duration delay, Runnable task) {
    underWay.incrementAndGet();
    later.run(
        delay,
        () -> {
          try {
            task.run();
          } finally {
            underWay.decrementAndGet();
            idle.run();
          }
        });
  }

  private void attempt(Letter letter, int number, String reason, boolean lost) {
    Outcome outcome = postman.bring(letter, number, reason);
    if (outcome.isAcknowledged() && !lost) {
      return;
    }
    if (outcome instanceof Outcome.Answered answered && answered.noRetry()) {
      return;
    }
    if (number < retries.size()) {
      String why = lost ? "http_timeout" : reasonOf(outcome);
      Duration pause = retries.get(number);
      // A pending retry is not under way: nobody waits a minute for things to settle.
      Runnable again = () -> start(Duration.ZERO, () -> attempt(letter, number + 1, why, false));
      if (pause.isZero()) {
        again.run();
      } else {
        later.run(pause, again);
      }
    }
  }

  private static String reasonOf(Outcome outcome) {
    return switch (outcome) {
      case Outcome.Answered answered -> "http_error";
      case Outcome.Failed(String reason) -> reason;
    };
  }

  private boolean hits(int percent) {
    return percent > 0 && random.nextInt(100) < percent;
  }
}
