package dev.certadvisor.playground;

import dev.certadvisor.playground.Courier.Outcome;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.random.RandomGenerator;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * The WebSockets that the app has opened (docs.slack.dev, "Using Socket Mode"): greets each, brings
 * letters as envelopes over one of them, and takes the acknowledgements.
 */
final class SocketLines implements Postman {

  /** So many an app may have open. */
  static final int MOST = 10;

  private final Duration ackWithin;
  private final Journal journal;
  private final RandomGenerator random;
  private final Runnable changed;
  private final Set<String> tickets = new HashSet<>();
  private final List<Line> lines = new ArrayList<>();
  private final Map<String, CompletableFuture<JsonNode>> waitingById = new HashMap<>();

  /**
   * No lines yet.
   *
   * @param changed called when a line is opened or gone
   */
  SocketLines(Duration ackWithin, Journal journal, RandomGenerator random, Runnable changed) {
    this.ackWithin = ackWithin;
    this.journal = journal;
    this.random = random;
    this.changed = changed;
  }

  /** An open WebSocket, whoever serves it. */
  interface Line {
    /** Sends text; what cannot be sent is lost. */
    void send(String text);

    /** Closes it. */
    void hangUp();
  }

  /** What opens one line, once. */
  synchronized String ticket() {
    byte[] bytes = new byte[16];
    random.nextBytes(bytes);
    String ticket = java.util.HexFormat.of().formatHex(bytes);
    tickets.add(ticket);
    return ticket;
  }

  /** Whether a ticket opens a line; it does so no second time. */
  synchronized boolean redeem(String ticket) {
    return tickets.remove(ticket);
  }

  /** A line is open: it is greeted, or sent away where there are too many. */
  void opened(Line line) {
    int count;
    synchronized (this) {
      lines.add(line);
      count = lines.size();
    }
    if (count > MOST) {
      line.send(disconnect("too_many_websockets"));
      line.hangUp();
    } else {
      ObjectNode hello = Json.object().put("type", "hello").put("num_connections", count);
      hello.putObject("connection_info").put("app_id", Workspace.APP);
      hello.putObject("debug_info").put("host", "local").put("approximate_connection_time", 18_060);
      line.send(Json.write(hello));
    }
    changed.run();
  }

  void closed(Line line) {
    synchronized (this) {
      lines.remove(line);
    }
    changed.run();
  }

  /** What the app says over a line. */
  void heard(JsonNode message) {
    CompletableFuture<JsonNode> waiting;
    synchronized (this) {
      waiting = waitingById.remove(Json.text(message, "envelope_id"));
    }
    if (waiting != null) {
      waiting.complete(message.path("payload"));
    }
  }

  synchronized int count() {
    return lines.size();
  }

  /** Asks the app to open another line in place of its oldest, or all, and leaves them open. */
  void ask(String reason) {
    List<Line> asked = oldest(reason.equals("link_disabled"));
    asked.forEach(line -> line.send(disconnect(reason)));
  }

  /** Closes the oldest line. */
  void drop() {
    oldest(false).forEach(Line::hangUp);
  }

  private synchronized List<Line> oldest(boolean all) {
    return List.copyOf(all || lines.isEmpty() ? lines : lines.subList(0, 1));
  }

  private static String disconnect(String reason) {
    return Json.write(Json.object().put("type", "disconnect").put("reason", reason));
  }

  @Override
  public Outcome bring(Letter letter, int retry, String reason) {
    String id = UUID.nameUUIDFromBytes(randomBytes()).toString();
    ObjectNode envelope = Json.object().put("envelope_id", id).put("type", letter.kind().mark());
    envelope.set("payload", letter.content());
    envelope.put("accepts_response_payload", letter.kind() != Letter.Kind.EVENTS_API);
    if (letter.kind() == Letter.Kind.EVENTS_API) {
      envelope.put("retry_attempt", retry).put("retry_reason", reason);
    }
    Exchange exchange =
        journal.begin(
            Exchange.Direction.TO_APP,
            letter.name(),
            retry > 0 ? Map.of("retry_attempt", Integer.toString(retry)) : Map.of(),
            Json.write(envelope));
    CompletableFuture<JsonNode> acknowledgement = new CompletableFuture<>();
    Optional<Line> line = chosen(id, acknowledgement);
    if (line.isEmpty()) {
      return failed(exchange, "no_connection");
    }
    line.get().send(Json.write(envelope));
    return acknowledged(exchange, id, acknowledgement);
  }

  private byte[] randomBytes() {
    byte[] bytes = new byte[16];
    random.nextBytes(bytes);
    return bytes;
  }

  private synchronized Optional<Line> chosen(
      String id, CompletableFuture<JsonNode> acknowledgement) {
    if (lines.isEmpty()) {
      return Optional.empty();
    }
    waitingById.put(id, acknowledgement);
    return Optional.of(lines.get(random.nextInt(lines.size())));
  }

  private Outcome acknowledged(
      Exchange exchange, String id, CompletableFuture<JsonNode> acknowledgement) {
    try {
      JsonNode payload = acknowledgement.get(ackWithin.toMillis(), TimeUnit.MILLISECONDS);
      boolean empty = payload.isMissingNode() || payload.isNull();
      String body = empty ? "" : Json.write(payload);
      journal.end(exchange, 200, "ok", body);
      return new Outcome.Answered(200, body, false);
    } catch (TimeoutException e) {
      return failed(exchange, "timeout");
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return failed(exchange, "unknown_error");
    } catch (ExecutionException e) {
      throw new IllegalStateException("acknowledgements are never made to fail", e);
    } finally {
      synchronized (this) {
        waitingById.remove(id);
      }
    }
  }

  private Outcome failed(Exchange exchange, String reason) {
    journal.end(exchange, 0, reason, "");
    return new Outcome.Failed(reason);
  }
}
