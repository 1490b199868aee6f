package dev.certadvisor.tracing;

import io.opentelemetry.api.trace.SpanContext;
import io.opentelemetry.api.trace.SpanId;
import io.opentelemetry.api.trace.TraceFlags;
import io.opentelemetry.api.trace.TraceId;
import io.opentelemetry.api.trace.TraceState;
import io.opentelemetry.sdk.trace.IdGenerator;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Ids that follow from what a trace is about. So whoever works on a message, in whichever thread,
 * process or life of a process, adds to one trace without anything being handed on or stored.
 */
final class TraceIds implements IdGenerator {

  /** The ids of what this thread is about to start. */
  private static final ThreadLocal<@Nullable SpanContext> WANTED = new ThreadLocal<>();

  private final IdGenerator random = IdGenerator.random();

  /** The first span of the trace about an event. */
  static SpanContext of(String event, TraceFlags flags) {
    ByteBuffer digest = ByteBuffer.wrap(digest(event));
    return SpanContext.createFromRemoteParent(
        TraceId.fromLongs(digest.getLong(), digest.getLong()),
        SpanId.fromLong(digest.getLong()),
        flags,
        TraceState.getDefault());
  }

  private static byte[] digest(String event) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(event.getBytes(StandardCharsets.UTF_8));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }

  /** Starts a span, which gets these ids if it has no parent. */
  <T> T as(SpanContext ids, Supplier<T> start) {
    WANTED.set(ids);
    try {
      return start.get();
    } finally {
      WANTED.remove();
    }
  }

  @Override
  public String generateSpanId() {
    SpanContext ids = WANTED.get();
    return ids == null ? random.generateSpanId() : ids.getSpanId();
  }

  @Override
  public String generateTraceId() {
    SpanContext ids = WANTED.get();
    return ids == null ? random.generateTraceId() : ids.getTraceId();
  }
}
