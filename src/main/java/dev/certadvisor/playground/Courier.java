package dev.certadvisor.playground;

import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpTimeoutException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;

/**
 * Brings signed requests to the app, and events again where they are not acknowledged
 * (docs.slack.dev, "Events API", "Retries"). Interactivity and commands are sent once, as at Slack.
 */
final class Courier {

  static final String JSON = "application/json";
  static final String FORM = "application/x-www-form-urlencoded";

  private final StandInSettings settings;
  private final InstantSource clock;
  private final RandomGenerator random;
  private final Later later;
  private final Journal journal;
  private final Supplier<Temper> temper;
  private final HttpClient client =
      HttpClient.newBuilder()
          .version(HttpClient.Version.HTTP_1_1)
          .followRedirects(HttpClient.Redirect.NEVER)
          .connectTimeout(Duration.ofSeconds(3))
          .build();
  private final Deque<Runnable> heldBack = new ArrayDeque<>();
  private final AtomicInteger underWay = new AtomicInteger();
  private final Runnable idle;

  Courier(
      StandInSettings settings,
      InstantSource clock,
      RandomGenerator random,
      Later later,
      Journal journal,
      Supplier<Temper> temper,
      Runnable idle) {
    this.settings = settings;
    this.clock = clock;
    this.random = random;
    this.later = later;
    this.journal = journal;
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
  void event(String name, String body) {
    Temper now = temper.get();
    Runnable send = () -> attempt(name, body, 0, "", hits(now.unacknowledged()));
    if (hits(now.reordered())) {
      holdBack(send);
      return;
    }
    start(now.delay(), send);
    if (hits(now.duplicated())) {
      start(now.delay(), () -> attempt(name, body, 1, "http_timeout", false));
    }
    releaseHeldBack();
  }

  /** Sends interactivity or a command and hands over how it ended. */
  void request(String name, String contentType, String body, Consumer<Outcome> then) {
    start(Duration.ZERO, () -> then.accept(send(name, contentType, body, 0, "")));
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

  private void attempt(String name, String body, int number, String reason, boolean lost) {
    Outcome outcome = send(name, JSON, body, number, reason);
    if (outcome.isAcknowledged() && !lost) {
      return;
    }
    if (outcome instanceof Outcome.Answered answered && answered.noRetry()) {
      return;
    }
    if (number < settings.retries().size()) {
      String why = lost ? "http_timeout" : reasonOf(outcome);
      Duration pause = settings.retries().get(number);
      // A pending retry is not under way: nobody waits a minute for things to settle.
      Runnable again =
          () -> start(Duration.ZERO, () -> attempt(name, body, number + 1, why, false));
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

  private Outcome send(String name, String contentType, String body, int retry, String reason) {
    long timestamp = clock.instant().getEpochSecond();
    Map<String, String> shown = new LinkedHashMap<>();
    shown.put("Content-Type", contentType);
    if (retry > 0) {
      shown.put("X-Slack-Retry-Num", Integer.toString(retry));
      shown.put("X-Slack-Retry-Reason", reason);
    }
    HttpRequest.Builder request =
        HttpRequest.newBuilder(settings.requestUrl().get())
            .timeout(settings.ackWithin())
            .header("User-Agent", "Slackbot 1.0 (+https://api.slack.com/robots)")
            .header("X-Slack-Request-Timestamp", Long.toString(timestamp))
            .header("X-Slack-Signature", Signature.of(settings.signingSecret(), timestamp, body))
            .POST(HttpRequest.BodyPublishers.ofString(body));
    shown.forEach(request::header);
    Exchange exchange = journal.begin(Exchange.Direction.TO_APP, name, shown, Wire.readable(body));
    try {
      HttpResponse<String> answer =
          client.send(request.build(), HttpResponse.BodyHandlers.ofString());
      boolean ok = answer.statusCode() / 100 == 2;
      journal.end(
          exchange, answer.statusCode(), ok ? "ok" : "http_error", Wire.readable(answer.body()));
      boolean noRetry = answer.headers().firstValue("X-Slack-No-Retry").equals(Optional.of("1"));
      return new Outcome.Answered(answer.statusCode(), answer.body(), noRetry);
    } catch (HttpTimeoutException e) {
      journal.end(exchange, 0, "http_timeout", "");
      return new Outcome.Failed("http_timeout");
    } catch (IOException e) {
      journal.end(exchange, 0, "connection_failed", "");
      return new Outcome.Failed("connection_failed");
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      journal.end(exchange, 0, "unknown_error", "");
      return new Outcome.Failed("unknown_error");
    }
  }

  private boolean hits(int percent) {
    return percent > 0 && random.nextInt(100) < percent;
  }
}
