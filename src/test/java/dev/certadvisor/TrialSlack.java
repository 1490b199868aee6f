package dev.certadvisor;

import com.google.gson.Gson;
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
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;

/**
 * Slack's side of a crash trial: keeps the messages that it is sent, lets direct messages be looked
 * back at and channels not, and fails in every way that a Web API can: limits, errors before and
 * after it kept the message, silence, a connection that breaks.
 */
final class TrialSlack implements AutoCloseable {

  private final HttpServer server;
  private final Random random;
  private final int faults;
  private final List<Said> said = new ArrayList<>();

  /**
   * A Slack that listens.
   *
   * @param faults how many of a hundred calls go wrong
   */
  TrialSlack(long seed, int faults) {
    this.random = new Random(seed);
    this.faults = faults;
    try {
      server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    server.createContext("/api/", this::take);
    server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
    server.start();
  }

  URI api() {
    return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/api/");
  }

  /** All messages so far, in the order in which they were kept. */
  synchronized List<Said> said() {
    return List.copyOf(said);
  }

  @Override
  public void close() {
    server.stop(0);
  }

  private void take(HttpExchange exchange) throws IOException {
    try (exchange) {
      String method = exchange.getRequestURI().getPath().substring("/api/".length());
      Map<String, String> form =
          form(new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
      Fault fault = fault();
      if (fault == Fault.LIMIT) {
        exchange.getResponseHeaders().add("Retry-After", "1");
        reply(exchange, 429, "{\"ok\":false,\"error\":\"ratelimited\"}");
        return;
      }
      String answer = fault.kept ? handle(method, form) : "{}";
      switch (fault) {
        case NONE -> reply(exchange, 200, answer);
        case ERROR_BEFORE, ERROR_AFTER -> reply(exchange, 503, "upstream");
        case SILENCE_BEFORE, SILENCE_AFTER -> sleep();
        case BREAK_BEFORE, BREAK_AFTER, LIMIT -> {} // closed without a word
      }
    }
  }

  private String handle(String method, Map<String, String> form) {
    return switch (method) {
      case "chat.postMessage" -> keep(form, false);
      case "chat.postEphemeral" -> keep(form, true);
      case "conversations.replies" -> history(form);
      default -> "{\"ok\":false,\"error\":\"unknown_method\"}";
    };
  }

  private synchronized String keep(Map<String, String> form, boolean privately) {
    String ts = "1700000000.%06d".formatted(said.size());
    said.add(
        new Said(
            form.getOrDefault("channel", ""),
            form.getOrDefault("thread_ts", ""),
            form.getOrDefault("text", ""),
            form.getOrDefault("metadata", "{}"),
            privately));
    return "{\"ok\":true,\"ts\":\"" + ts + "\"}";
  }

  private synchronized String history(Map<String, String> form) {
    String channel = form.getOrDefault("channel", "");
    if (!channel.startsWith("D")) {
      return "{\"ok\":false,\"error\":\"missing_scope\"}";
    }
    List<Map<String, Object>> messages = new ArrayList<>();
    for (Said one : said) {
      if (one.channel().equals(channel) && one.thread().equals(form.get("ts"))) {
        JsonObject metadata = JsonParser.parseString(one.metadata()).getAsJsonObject();
        messages.add(Map.of("type", "message", "text", one.text(), "metadata", metadata));
      }
    }
    return new Gson().toJson(Map.of("ok", true, "messages", messages, "has_more", false));
  }

  private synchronized Fault fault() {
    if (random.nextInt(100) >= faults) {
      return Fault.NONE;
    }
    Fault[] all = Fault.values();
    Fault fault = all[1 + random.nextInt(all.length - 1)];
    boolean silent = fault == Fault.SILENCE_AFTER || fault == Fault.SILENCE_BEFORE;
    return silent && random.nextInt(4) > 0 ? Fault.BREAK_AFTER : fault; // silence takes long
  }

  private static void reply(HttpExchange exchange, int status, String body) throws IOException {
    byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
    exchange.getResponseHeaders().add("Content-Type", "application/json");
    exchange.sendResponseHeaders(status, bytes.length);
    exchange.getResponseBody().write(bytes);
  }

  /** Longer than the app waits. */
  private static void sleep() {
    try {
      TimeUnit.SECONDS.sleep(11);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static Map<String, String> form(String body) {
    Map<String, String> form = new HashMap<>();
    for (String pair : body.split("&", -1)) {
      String[] parts = pair.split("=", 2);
      if (parts.length == 2) {
        form.put(
            URLDecoder.decode(parts[0], StandardCharsets.UTF_8),
            URLDecoder.decode(parts[1], StandardCharsets.UTF_8));
      }
    }
    return form;
  }

  /**
   * A message that was kept.
   *
   * @param thread the id of the thread's first message
   * @param metadata as it was sent
   * @param privately whether one person alone sees it
   */
  record Said(String channel, String thread, String text, String metadata, boolean privately) {}

  private enum Fault {
    NONE(true),
    LIMIT(false),
    ERROR_BEFORE(false),
    ERROR_AFTER(true),
    SILENCE_BEFORE(false),
    SILENCE_AFTER(true),
    BREAK_BEFORE(false),
    BREAK_AFTER(true);

    private final boolean kept;

    Fault(boolean kept) {
      this.kept = kept;
    }
  }
}
