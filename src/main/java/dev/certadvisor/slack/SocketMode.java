package dev.certadvisor.slack;

import dev.certadvisor.slack.SocketDoor.Answer;
import dev.certadvisor.slack.SocketLine.End;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.IntFunction;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.WebSocket;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps several WebSockets to Slack open and takes what comes over them. Where Slack announces that
 * it will close one, the next is open before; where one breaks, it is opened again after a pause
 * that grows. Slack need not be reachable at the start.
 */
public final class SocketMode implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(SocketMode.class);

  /** Slack says hello at once. */
  private static final Duration UNTIL_HELLO = Duration.ofSeconds(10);

  /** Only a person can change what Slack refuses, so there is no hurry. */
  private static final Duration AFTER_REFUSAL = Duration.ofMinutes(1);

  /** A line that ends sooner counts as a failure, or one that is refused at once would storm. */
  private static final Duration SETTLED = Duration.ofSeconds(30);

  private static final Duration LAST_WORK = Duration.ofSeconds(5);

  /**
   * Envelopes that are stored at the same time: about as many as there are database connections.
   */
  private static final int AT_ONCE = 16;

  private static final int NORMAL_CLOSURE = 1000;

  private final SocketDoor door;
  private final OkHttpClient http;
  private final Intake intake;
  private final int connections;
  private final IntFunction<Duration> pauses;
  private final InstantSource clock;
  private final Semaphore room = new Semaphore(AT_ONCE);
  private final ExecutorService workers = Executors.newVirtualThreadPerTaskExecutor();
  private final ExecutorService keepers = Executors.newVirtualThreadPerTaskExecutor();
  private final CompletableFuture<@Nullable Void> stopped = new CompletableFuture<>();
  private final AtomicInteger open = new AtomicInteger();
  private final AtomicReference<@Nullable Trouble> trouble = new AtomicReference<>();

  /**
   * Lines that have not been opened.
   *
   * @param connections how many to keep open, 1 to 10
   * @param pauses how long to wait after so many failures in a row, at least 1
   * @param clock tells the time
   */
  SocketMode(
      SocketDoor door,
      OkHttpClient http,
      Intake intake,
      int connections,
      IntFunction<Duration> pauses,
      InstantSource clock) {
    this.door = door;
    this.http = http;
    this.intake = intake;
    this.connections = connections;
    this.pauses = pauses;
    this.clock = clock;
  }

  /** Begins to open lines and returns at once. */
  public void start() {
    for (int number = 1; number <= connections; number++) {
      int line = number;
      keepers.execute(() -> keep(line));
    }
  }

  /** How many lines are open now. */
  public int open() {
    return open.get();
  }

  /** What keeps lines from being opened; empty while all is well. */
  public Optional<Trouble> trouble() {
    return Optional.ofNullable(trouble.get());
  }

  /** Takes nothing more, waits until what has come is stored and acknowledged, and hangs up. */
  @Override
  public void close() {
    end(workers);
    stopped.complete(null);
    end(keepers);
    http.dispatcher().cancelAll();
    http.dispatcher().executorService().shutdown();
  }

  private static void end(ExecutorService threads) {
    threads.shutdown();
    try {
      if (!threads.awaitTermination(LAST_WORK.toMillis(), TimeUnit.MILLISECONDS)) {
        threads.shutdownNow();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** Keeps one line open until the end, by opening another one whenever it ends. */
  private void keep(int number) {
    Optional<WebSocket> before = Optional.empty();
    int failures = 0;
    while (!stopped.isDone()) {
      Optional<Opened> opened = open(failures + 1);
      if (opened.isEmpty()) {
        failures++;
        continue;
      }
      before.ifPresent(SocketMode::hangUp);
      Instant since = clock.instant();
      End end = live(number, opened.get());
      boolean settled = since.plus(SETTLED).isBefore(clock.instant());
      failures = settled ? 0 : failures + 1;
      if (end instanceof End.Refresh) {
        before = Optional.of(opened.get().socket());
        pause(settled ? Duration.ZERO : pauses.apply(failures));
      } else {
        before = Optional.empty();
        hangUp(opened.get().socket());
        lost(end, failures);
      }
    }
    before.ifPresent(SocketMode::hangUp);
  }

  /** Tries once, and waits where it fails. */
  private Optional<Opened> open(int attempt) {
    return switch (door.knock()) {
      case Answer.Open(String url) -> greeted(url, attempt);
      case Answer.Refused(String reason) -> failed(new Trouble(reason, true), AFTER_REFUSAL);
      case Answer.Limited(Duration after) ->
          failed(new Trouble("Slack limits how often lines are opened", false), after);
      case Answer.Unreachable(String reason) ->
          failed(new Trouble("Slack cannot be reached: " + reason, false), pauses.apply(attempt));
    };
  }

  private Optional<Opened> greeted(String url, int attempt) {
    SocketLine line = new SocketLine(intake, workers, room);
    WebSocket socket = http.newWebSocket(new Request.Builder().url(url).build(), line);
    try {
      line.greeted().get(UNTIL_HELLO.toMillis(), TimeUnit.MILLISECONDS);
      return Optional.of(new Opened(socket, line));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (ExecutionException | TimeoutException e) {
      LOG.debug("No hello");
    }
    socket.cancel();
    return refusedAtTheDoor(line, attempt);
  }

  private Optional<Opened> refusedAtTheDoor(SocketLine line, int attempt) {
    End end = line.ended().getNow(new End.Lost("no hello"));
    return failed(trouble(end), isForAPerson(end) ? AFTER_REFUSAL : pauses.apply(attempt));
  }

  private Optional<Opened> failed(Trouble what, Duration wait) {
    report(what);
    pause(wait);
    return Optional.empty();
  }

  private End live(int number, Opened opened) {
    trouble.set(null);
    LOG.info("Line {} to Slack is open, {} of {}", number, open.incrementAndGet(), connections);
    try {
      CompletableFuture.anyOf(opened.line().ended(), stopped).join();
    } finally {
      open.decrementAndGet();
    }
    return opened.line().ended().getNow(new End.Lost("stopped"));
  }

  private void lost(End end, int failures) {
    if (!stopped.isDone()) {
      report(trouble(end));
      pause(isForAPerson(end) ? AFTER_REFUSAL : pauses.apply(Math.max(1, failures)));
    }
  }

  private static boolean isForAPerson(End end) {
    return end instanceof End.Disabled || end instanceof End.TooMany;
  }

  private static Trouble trouble(End end) {
    return switch (end) {
      case End.Refresh() -> new Trouble("Slack asks for a new line", false);
      case End.Disabled() ->
          new Trouble("Socket Mode is switched off in the app's settings (link_disabled)", true);
      case End.TooMany() ->
          new Trouble(
              "Slack allows an app 10 lines over all its instances (too_many_websockets); lower"
                  + " ADVISOR_SOCKET_CONNECTIONS or stop an instance",
              true);
      case End.Lost(String how) -> new Trouble("the line to Slack was lost: " + how, false);
    };
  }

  /** Once for each kind of trouble, or an hour without Slack would fill the log. */
  private void report(Trouble what) {
    if (what.equals(trouble.getAndSet(what))) {
      return;
    }
    if (what.needsAPerson()) {
      LOG.error("{}", what.reason());
    } else {
      LOG.warn("{}; trying again", what.reason());
    }
  }

  private static void hangUp(WebSocket socket) {
    socket.close(NORMAL_CLOSURE, null);
  }

  private void pause(Duration wait) {
    try {
      stopped.get(wait.toMillis(), TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (ExecutionException e) {
      throw new IllegalStateException("stopping never fails", e);
    } catch (TimeoutException e) {
      // the pause is over
    }
  }

  /**
   * Why a line is not open.
   *
   * @param reason one sentence without secrets
   * @param needsAPerson whether it stays so until somebody changes a setting
   */
  public record Trouble(String reason, boolean needsAPerson) {}

  private record Opened(WebSocket socket, SocketLine line) {}
}
