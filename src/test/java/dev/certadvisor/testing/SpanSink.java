package dev.certadvisor.testing;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * A collector of traces on loopback: takes OTLP over HTTP and reads of its protobuf what the tests
 * look at. Field numbers are those of {@code opentelemetry/proto/trace/v1/trace.proto}.
 */
public final class SpanSink implements AutoCloseable {

  private static final Duration PATIENCE = Duration.ofSeconds(60);

  private final HttpServer server;
  private final BlockingQueue<Span> coming = new LinkedBlockingQueue<>();
  private final Queue<String> everything = new ConcurrentLinkedQueue<>();
  private final List<Span> seen = new ArrayList<>();

  /**
   * What was told of one step.
   *
   * @param trace hexadecimal
   * @param id hexadecimal
   * @param parent hexadecimal; blank for none
   * @param name the step
   * @param begun nanoseconds since 1970
   * @param ended nanoseconds since 1970
   * @param attributes texts and whole numbers
   * @param error whether it failed
   */
  public record Span(
      String trace,
      String id,
      String parent,
      String name,
      long begun,
      long ended,
      Map<String, String> attributes,
      boolean error) {}

  /** Listens on a port of its own. */
  public SpanSink() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext(
        "/v1/traces",
        exchange -> {
          try (exchange) {
            byte[] body = exchange.getRequestBody().readAllBytes();
            everything.add(new String(body, StandardCharsets.ISO_8859_1));
            request(ByteBuffer.wrap(body));
            exchange.getResponseHeaders().add("Content-Type", "application/x-protobuf");
            exchange.sendResponseHeaders(200, -1);
          }
        });
    server.start();
  }

  /** For {@code OTEL_EXPORTER_OTLP_ENDPOINT}. */
  public String endpoint() {
    return "http://127.0.0.1:" + server.getAddress().getPort();
  }

  /** Waits until such a span has come, and gives it. */
  public Span await(Predicate<Span> wanted) throws InterruptedException {
    long end = System.nanoTime() + PATIENCE.toNanos();
    while (seen.stream().noneMatch(wanted)) {
      Span next = coming.poll(end - System.nanoTime(), TimeUnit.NANOSECONDS);
      assertThat(next).as("the span that is waited for, after %s", seen).isNotNull();
      seen.add(next);
    }
    return seen.stream().filter(wanted).findFirst().orElseThrow();
  }

  /** All spans that have come so far. */
  public List<Span> soFar() {
    coming.drainTo(seen);
    return List.copyOf(seen);
  }

  /** All bytes that came, one a character. */
  public String everything() {
    return String.join("", everything);
  }

  @Override
  public void close() {
    server.stop(0);
  }

  private void request(ByteBuffer message) {
    inside(
        message,
        1,
        resourceSpans ->
            inside(
                resourceSpans,
                2,
                scopeSpans -> {
                  inside(scopeSpans, 2, span -> coming.add(span(span)));
                }));
  }

  private static Span span(ByteBuffer message) {
    Map<Integer, Object> fields = new HashMap<>();
    Map<String, String> attributes = new HashMap<>();
    boolean[] error = new boolean[1];
    fields(
        message,
        (number, value) -> {
          if (number == 9) {
            attribute((ByteBuffer) value, attributes);
          } else if (number == 15) {
            fields(
                (ByteBuffer) value,
                (field, code) -> {
                  error[0] |= field == 3 && code.equals(2L);
                });
          } else {
            fields.put(number, value);
          }
        });
    return new Span(
        hex(fields.get(1)),
        hex(fields.get(2)),
        hex(fields.get(4)),
        text(fields.get(5)),
        (Long) fields.getOrDefault(7, 0L),
        (Long) fields.getOrDefault(8, 0L),
        attributes,
        error[0]);
  }

  private static void attribute(ByteBuffer message, Map<String, String> attributes) {
    Map<Integer, Object> pair = new HashMap<>();
    fields(message, pair::put);
    fields(
        (ByteBuffer) requireNonNull(pair.get(2)),
        (type, value) ->
            attributes.put(
                text(pair.get(1)), value instanceof Long number ? number.toString() : text(value)));
  }

  private static void inside(ByteBuffer message, int field, Consumer<ByteBuffer> each) {
    fields(
        message,
        (number, value) -> {
          if (number == field && value instanceof ByteBuffer part) {
            each.accept(part);
          }
        });
  }

  /** Numbers as {@link Long}, all else as a buffer of its own. */
  private static void fields(ByteBuffer message, BiConsumer<Integer, Object> each) {
    ByteBuffer rest = message.duplicate().order(ByteOrder.LITTLE_ENDIAN);
    while (rest.hasRemaining()) {
      long key = varint(rest);
      int number = (int) (key >>> 3);
      switch ((int) (key & 7)) {
        case 0 -> each.accept(number, varint(rest));
        case 1 -> each.accept(number, rest.getLong());
        case 2 -> {
          int length = (int) varint(rest);
          each.accept(number, rest.slice(rest.position(), length));
          rest.position(rest.position() + length);
        }
        case 5 -> each.accept(number, (long) rest.getInt());
        default -> throw new IllegalStateException("not protobuf: " + key);
      }
    }
  }

  private static long varint(ByteBuffer from) {
    long value = 0;
    for (int shift = 0; ; shift += 7) {
      byte next = from.get();
      value |= (long) (next & 0x7f) << shift;
      if (next >= 0) {
        return value;
      }
    }
  }

  private static String hex(@Nullable Object value) {
    return value instanceof ByteBuffer buffer ? HexFormat.of().formatHex(bytes(buffer)) : "";
  }

  private static String text(@Nullable Object value) {
    return new String(bytes((ByteBuffer) requireNonNull(value)), StandardCharsets.UTF_8);
  }

  private static byte[] bytes(ByteBuffer buffer) {
    byte[] bytes = new byte[buffer.remaining()];
    buffer.duplicate().get(bytes);
    return bytes;
  }
}
