package dev.certadvisor.slack;

import com.google.gson.JsonObject;
import com.slack.api.bolt.request.RequestHeaders;
import dev.certadvisor.slack.Intake.Taken;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.Semaphore;
import okhttp3.Response;
import okhttp3.WebSocket;
import okhttp3.WebSocketListener;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One WebSocket of Socket Mode ("Using Socket Mode", docs.slack.dev/apis/events-api). An envelope
 * is acknowledged once what it holds is stored; what is not acknowledged Slack sends again.
 */
final class SocketLine extends WebSocketListener {

  private static final Logger LOG = LoggerFactory.getLogger(SocketLine.class);
  private static final int NORMAL_CLOSURE = 1000;

  private final Intake intake;
  private final Executor workers;
  private final Semaphore room;
  private final CompletableFuture<@Nullable Void> greeted = new CompletableFuture<>();
  private final CompletableFuture<End> ended = new CompletableFuture<>();

  /**
   * A line that is to be given to an HTTP client.
   *
   * @param intake stores what comes
   * @param workers run the storing
   * @param room for so many envelopes at the same time; reading waits where it is used up
   */
  SocketLine(Intake intake, Executor workers, Semaphore room) {
    this.intake = intake;
    this.workers = workers;
    this.room = room;
  }

  /** Done once Slack has said hello; fails where the line ends before. */
  CompletableFuture<@Nullable Void> greeted() {
    return greeted;
  }

  /** Done once the line is to be replaced. It may still bring envelopes for a few seconds then. */
  CompletableFuture<End> ended() {
    return ended;
  }

  @Override
  public void onMessage(WebSocket socket, String text) {
    JsonObject message = Json.object(text).orElseGet(JsonObject::new);
    switch (Json.text(message, "type").orElse("")) {
      case "hello" -> greeted.complete(null);
      case "disconnect" -> end(reason(Json.text(message, "reason").orElse("")));
      default -> envelope(socket, message);
    }
  }

  private static End reason(String reason) {
    return switch (reason) {
      case "warning", "refresh_requested" -> new End.Refresh();
      case "link_disabled" -> new End.Disabled();
      case "too_many_websockets" -> new End.TooMany();
      default -> new End.Lost("Slack ends the connection");
    };
  }

  private void envelope(WebSocket socket, JsonObject envelope) {
    String id = Json.text(envelope, "envelope_id").orElse("");
    if (id.isEmpty()) {
      return;
    }
    room.acquireUninterruptibly();
    try {
      workers.execute(() -> {
        try {
          store(socket, id, Json.object(envelope, "payload").orElseGet(JsonObject::new));
        } finally {
          room.release();
        }
      });
    } catch (RejectedExecutionException e) {
      room.release(); // we are stopping: not acknowledged, so Slack sends it elsewhere
    }
  }

  private void store(WebSocket socket, String id, JsonObject payload) {
    switch (intake.take(payload, new RequestHeaders(Map.of()))) {
      case Taken.Kept(String contentType, String body) -> acknowledge(socket, id, body);
      case Taken.Unreadable(String reason) -> acknowledge(socket, id, "");
      case Taken.Later() -> {} // not acknowledged, so Slack sends it again
    }
  }

  private static void acknowledge(WebSocket socket, String id, String body) {
    JsonObject acknowledgement = new JsonObject();
    acknowledgement.addProperty("envelope_id", id);
    Json.object(body).ifPresent(answer -> acknowledgement.add("payload", answer));
    if (!socket.send(Json.write(acknowledgement))) {
      LOG.info("An envelope was stored but its line is gone; it will be known when it comes again");
    }
  }

  @Override
  public void onClosing(WebSocket socket, int code, String reason) {
    socket.close(NORMAL_CLOSURE, null);
    end(new End.Lost("closed with code " + code));
  }

  @Override
  public void onFailure(WebSocket socket, Throwable failure, @Nullable Response response) {
    end(
        new End.Lost(
            response == null
                ? failure.getClass().getSimpleName()
                : "Slack answered " + response.code()));
  }

  private void end(End end) {
    ended.complete(end);
    greeted.completeExceptionally(new IllegalStateException("the line ended before its hello"));
  }

  /** Why a line is to be replaced. */
  sealed interface End {

    /** Slack asks for a new one before it closes this one. */
    record Refresh() implements End {}

    /** Socket Mode was switched off in the app's settings. */
    record Disabled() implements End {}

    /** The app has more lines than Slack allows. */
    record TooMany() implements End {}

    /**
     * It broke or was closed.
     *
     * @param how for the log
     */
    record Lost(String how) implements End {}
  }
}
