package dev.certadvisor;

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
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A Web API that takes everything at once and only notes when which message came. */
final class CountingSlack implements AutoCloseable {

  private static final Pattern METADATA = Pattern.compile("(?:^|&)metadata=([^&]*)");

  private final HttpServer server;
  private final Map<String, List<Long>> arrivalsById = new ConcurrentHashMap<>();

  /** One that listens. */
  CountingSlack() {
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

  /** The times ({@link System#nanoTime}) at which a message came, by the id of its metadata. */
  Map<String, List<Long>> arrivalsById() {
    return Map.copyOf(arrivalsById);
  }

  @Override
  public void close() {
    server.stop(0);
  }

  private void take(HttpExchange exchange) throws IOException {
    try (exchange) {
      String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
      Matcher metadata = METADATA.matcher(body);
      if (metadata.find()) {
        String json = URLDecoder.decode(metadata.group(1), StandardCharsets.UTF_8);
        String id =
            JsonParser.parseString(json)
                .getAsJsonObject()
                .getAsJsonObject("event_payload")
                .get("parcel")
                .getAsString();
        arrivalsById
            .computeIfAbsent(id, unseen -> new CopyOnWriteArrayList<>())
            .add(System.nanoTime());
      }
      byte[] answer = "{\"ok\":true,\"ts\":\"1700000000.000001\"}".getBytes(StandardCharsets.UTF_8);
      exchange.getResponseHeaders().add("Content-Type", "application/json");
      exchange.sendResponseHeaders(200, answer.length);
      exchange.getResponseBody().write(answer);
    }
  }
}
