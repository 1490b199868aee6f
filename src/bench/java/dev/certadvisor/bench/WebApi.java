package dev.certadvisor.bench;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLongArray;

/**
 * A stub of Slack's Web API that says yes to everything and writes down which message was answered.
 */
final class WebApi implements AutoCloseable {

  /** Messages are numbered from 0 up to this, exclusive. */
  static final int MOST = 1 << 22;

  private static final String THREAD = "thread_ts=";

  private static final byte[] FINE =
      """
      {"ok":true,"channel":"C1","ts":"1763900001.000001","url":"https://bench.slack.com/","team":"bench",\
      "user":"advisor","team_id":"T0BENCH00","user_id":"U0BOT0000","bot_id":"B0BENCH00","messages":[]}\
      """
          .getBytes(StandardCharsets.UTF_8);

  private final HttpServer server;
  private final AtomicLongArray answeredAt = new AtomicLongArray(MOST);
  private final AtomicInteger answered = new AtomicInteger();
  private final AtomicInteger twice = new AtomicInteger();

  WebApi() {
    try {
      server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 1_000);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    server.createContext("/", this::take);
    server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
    server.start();
  }

  /** Its base address, with a slash at its end. */
  String address() {
    return "http://127.0.0.1:" + server.getAddress().getPort() + "/api/";
  }

  /** How many messages have been answered. */
  int answered() {
    return answered.get();
  }

  /** How many answers came a second time. */
  int twice() {
    return twice.get();
  }

  /** When a message was first answered, on {@link System#nanoTime}'s scale; 0 for not yet. */
  long answeredAt(int number) {
    return answeredAt.get(number);
  }

  private void take(HttpExchange exchange) throws IOException {
    try (exchange) {
      String body =
          new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.ISO_8859_1);
      exchange.getResponseHeaders().set("Content-Type", "application/json");
      exchange.sendResponseHeaders(200, FINE.length);
      exchange.getResponseBody().write(FINE);
      if (exchange.getRequestURI().getPath().endsWith("chat.postMessage")) {
        note(body);
      }
    }
  }

  /** The SDK writes the field twice. */
  private void note(String form) {
    Arrays.stream(form.split("&", -1))
        .filter(field -> field.startsWith(THREAD))
        .findFirst()
        .map(field -> Mention.number(field.substring(THREAD.length())))
        .ifPresent(number -> {
          if (answeredAt.compareAndSet(number, 0, System.nanoTime())) {
            answered.incrementAndGet();
          } else {
            twice.incrementAndGet();
          }
        });
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
