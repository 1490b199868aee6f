package dev.certadvisor.slack;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.Executors;

/**
 * Single methods of Slack's Web API on loopback, for what the stand-in does not play: installing
 * and opening lines. Notes each call and answers as it was told to, with {@code ok} otherwise.
 */
public final class StubMethods implements AutoCloseable {

  /** They come by themselves, at any time. */
  private static final Set<String> QUESTIONS =
      Set.of("auth.test", "api.test", "apps.connections.open");

  private static final Duration PATIENCE = Duration.ofSeconds(20);

  private final HttpServer server;
  private final List<Call> calls = new ArrayList<>();
  private final Map<String, Queue<Answer>> nextByMethod = new HashMap<>();
  private final Map<String, Answer> alwaysByMethod = new HashMap<>();

  /** A stub that listens. */
  public StubMethods() {
    try {
      server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    server.createContext("/api/", this::take);
    server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
    server.start();
  }

  /** The base address, with a slash at its end. */
  public URI api() {
    return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/api/");
  }

  /** Answers the next call of a method in this way. */
  public synchronized StubMethods answers(String method, Answer answer) {
    nextByMethod.computeIfAbsent(method, key -> new ArrayDeque<>()).add(answer);
    return this;
  }

  /** Answers every call of a method in this way, where it was told nothing else. */
  public synchronized StubMethods always(String method, Answer answer) {
    alwaysByMethod.put(method, answer);
    return this;
  }

  /** All calls so far, without those that only ask how Slack is. */
  public synchronized List<Call> calls() {
    return List.copyOf(calls);
  }

  /** All calls of a method so far. */
  public synchronized List<Call> calls(String method) {
    return calls.stream().filter(call -> call.method().equals(method)).toList();
  }

  /** Waits until so many calls of a method have come and gives all of that method. */
  public synchronized List<Call> await(String method, int count) {
    for (int all = count; calls(method).size() < count; all++) {
      await(Math.max(all, calls.size() + 1));
    }
    return calls(method);
  }

  /** Waits until so many calls have come and gives all. */
  public synchronized List<Call> await(int count) {
    long end = System.nanoTime() + PATIENCE.toNanos();
    try {
      while (calls.size() < count) {
        long left = end - System.nanoTime();
        if (left <= 0) {
          throw new AssertionError("only " + calls.size() + " calls of " + count + ": " + calls);
        }
        wait(left / 1_000_000 + 1);
      }
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    }
    return List.copyOf(calls);
  }

  @Override
  public void close() {
    server.stop(0);
  }

  private void take(HttpExchange exchange) throws IOException {
    try (exchange) {
      String method = exchange.getRequestURI().getPath().substring("/api/".length());
      String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
      String token = String.valueOf(exchange.getRequestHeaders().getFirst("Authorization"));
      Answer answer = note(new Call(method, token, parameters(body)));
      answer.headers().forEach((name, value) -> exchange.getResponseHeaders().add(name, value));
      byte[] bytes = answer.body().getBytes(StandardCharsets.UTF_8);
      exchange.getResponseHeaders().add("Content-Type", "application/json");
      exchange.sendResponseHeaders(answer.status(), bytes.length);
      exchange.getResponseBody().write(bytes);
    }
  }

  private synchronized Answer note(Call call) {
    if (!QUESTIONS.contains(call.method())) {
      calls.add(call);
    }
    notifyAll();
    Queue<Answer> told = nextByMethod.get(call.method());
    Answer next = told == null ? null : told.poll();
    Answer answer = next == null ? alwaysByMethod.get(call.method()) : next;
    String ok = "{\"ok\":true,\"ts\":\"1700000000.%06d\"}".formatted(calls.size());
    return answer == null ? new Answer(200, Map.of(), ok) : answer;
  }

  private static Map<String, String> parameters(String body) {
    Map<String, String> parameters = new HashMap<>();
    if (body.startsWith("{")) {
      JsonObject json = JsonParser.parseString(body).getAsJsonObject();
      json.entrySet()
          .forEach(entry ->
              parameters.put(
                  entry.getKey(),
                  entry.getValue().isJsonPrimitive()
                      ? entry.getValue().getAsString()
                      : entry.getValue().toString()));
      return parameters;
    }
    for (String pair : body.split("&", -1)) {
      String[] parts = pair.split("=", 2);
      parameters.put(
          URLDecoder.decode(parts[0], StandardCharsets.UTF_8),
          parts.length < 2 ? "" : URLDecoder.decode(parts[1], StandardCharsets.UTF_8));
    }
    return parameters;
  }

  /**
   * One call.
   *
   * @param method as in {@code chat.postMessage}
   * @param authorization the header
   * @param parameters of the form or the JSON; lists and objects as JSON
   */
  public record Call(String method, String authorization, Map<String, String> parameters) {

    /** The parameter, or blank. */
    public String parameter(String name) {
      return parameters.getOrDefault(name, "");
    }
  }

  /**
   * How a call is answered.
   *
   * @param status of HTTP
   * @param headers besides the content type
   * @param body JSON
   */
  public record Answer(int status, Map<String, String> headers, String body) {

    /** JSON as it is. */
    public static Answer json(String body) {
      return new Answer(200, Map.of(), body);
    }

    /** Too many calls. */
    public static Answer limited(int seconds) {
      return new Answer(
          429,
          Map.of("Retry-After", String.valueOf(seconds)),
          "{\"ok\":false,\"error\":\"ratelimited\"}");
    }

    /** An error of Slack's. */
    public static Answer error(String error) {
      return new Answer(200, Map.of(), "{\"ok\":false,\"error\":\"" + error + "\"}");
    }
  }
}
