package dev.certadvisor.slack;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.java_websocket.WebSocket;
import org.java_websocket.handshake.ClientHandshake;
import org.java_websocket.server.WebSocketServer;

/** Slack's end of Socket Mode on loopback: greets each line and notes what is acknowledged. */
public final class StubSocketMode implements AutoCloseable {

  private static final long PATIENCE_MILLIS = 20_000;

  private final List<WebSocket> lines = new ArrayList<>();
  private final List<JsonObject> acknowledgements = new ArrayList<>();
  private final CountDownLatch started = new CountDownLatch(1);
  private final Door door = new Door();
  private int opened;

  /** A server that listens. */
  public StubSocketMode() {
    door.setReuseAddr(true);
    door.setDaemon(true);
    door.start();
    try {
      assert started.await(10, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    }
  }

  /** What {@code apps.connections.open} is to answer. */
  public StubMethods.Answer ticket() {
    return StubMethods.Answer.json(
        "{\"ok\":true,\"url\":\"ws://127.0.0.1:%d/link/?ticket=1\"}".formatted(door.getPort()));
  }

  /** Waits until so many lines have been opened since the start. */
  public void awaitOpened(int count) {
    await(() -> opened >= count, () -> opened + " lines of " + count);
  }

  /** Waits until exactly so many lines are open. */
  public void awaitOpen(int count) {
    await(() -> lines.size() == count, () -> lines.size() + " lines open, not " + count);
  }

  /** Sends an envelope over the line that was opened first of those still open. */
  public void send(String id, String type, String payload) {
    say(
        "{\"envelope_id\":\"%s\",\"type\":\"%s\",\"accepts_response_payload\":true,\"payload\":%s}"
            .formatted(id, type, payload));
  }

  /** Sends text as it is. */
  public void say(String text) {
    first().send(text);
  }

  /** Breaks a line without a word. */
  public void cut() {
    first().closeConnection(1006, "");
  }

  /** Closes a line as Slack does after it has announced it. */
  public void hangUp() {
    first().close(1000);
  }

  /** Waits for the acknowledgement of an envelope. */
  public JsonObject awaitAcknowledgement(String id) {
    await(() -> isAcknowledged(id), () -> id + " is not acknowledged");
    synchronized (this) {
      return acknowledgements.stream().filter(one -> of(id, one)).findFirst().orElseThrow();
    }
  }

  /** Whether an envelope is acknowledged by now. */
  public synchronized boolean isAcknowledged(String id) {
    return acknowledgements.stream().anyMatch(one -> of(id, one));
  }

  @Override
  public void close() {
    try {
      door.stop(1_000);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static boolean of(String id, JsonObject acknowledgement) {
    return acknowledgement.get("envelope_id").getAsString().equals(id);
  }

  private synchronized WebSocket first() {
    return lines.getFirst();
  }

  private synchronized void await(Supplier<Boolean> done, Supplier<String> instead) {
    long end = System.nanoTime() + PATIENCE_MILLIS * 1_000_000;
    try {
      while (!done.get()) {
        long left = (end - System.nanoTime()) / 1_000_000;
        if (left <= 0) {
          throw new AssertionError(instead.get());
        }
        wait(left);
      }
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    }
  }

  private synchronized void note(Runnable change) {
    change.run();
    notifyAll();
  }

  /** The server. */
  private final class Door extends WebSocketServer {

    Door() {
      super(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
    }

    @Override
    public void onOpen(WebSocket line, ClientHandshake handshake) {
      note(() -> {
        lines.add(line);
        opened++;
      });
      line.send(
          "{\"type\":\"hello\",\"num_connections\":1,\"connection_info\":{\"app_id\":\"A0\"}}");
    }

    @Override
    public void onClose(WebSocket line, int code, String reason, boolean remote) {
      note(() -> lines.remove(line));
    }

    @Override
    public void onMessage(WebSocket line, String message) {
      note(() -> acknowledgements.add(JsonParser.parseString(message).getAsJsonObject()));
    }

    @Override
    public void onError(WebSocket line, Exception failure) {}

    @Override
    public void onStart() {
      started.countDown();
    }
  }
}
