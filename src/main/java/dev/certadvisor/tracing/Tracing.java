package dev.certadvisor.tracing;

import dev.certadvisor.delivery.Carrier;
import dev.certadvisor.delivery.Ledger;
import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanBuilder;
import io.opentelemetry.api.trace.SpanContext;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.api.trace.TraceFlags;
import io.opentelemetry.api.trace.Tracer;
import io.opentelemetry.context.Context;
import io.opentelemetry.sdk.OpenTelemetrySdk;
import io.opentelemetry.sdk.autoconfigure.AutoConfiguredOpenTelemetrySdk;
import io.opentelemetry.sdk.trace.samplers.Sampler;
import io.opentelemetry.sdk.trace.samplers.SamplingDecision;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * One trace for each message: its acknowledgement, its wait, its answer, and each call of the Web
 * API. Attributes are ids, kinds and outcomes, never what was said.
 */
public final class Tracing implements AutoCloseable {

  /** What OpenTelemetry's own defaults would do that is not wanted, or not possible, here. */
  private static final Map<String, String> DEFAULTS =
      Map.of(
          "otel.service.name", "cert-advisor",
          "otel.exporter.otlp.protocol", "http/protobuf",
          "otel.metrics.exporter", "none",
          "otel.logs.exporter", "none");

  private static final String ACKNOWLEDGE = "acknowledge";

  /** What this thread acknowledges. */
  private static final ThreadLocal<@Nullable Acknowledgement> CURRENT = new ThreadLocal<>();

  private final OpenTelemetrySdk sdk;
  private final Tracer tracer;
  private final Sampler sampler;
  private final TraceIds ids;
  private final InstantSource clock;

  private Tracing(OpenTelemetrySdk sdk, TraceIds ids, InstantSource clock) {
    this.sdk = sdk;
    this.tracer = sdk.getTracer("dev.certadvisor");
    this.sampler = sdk.getSdkTracerProvider().getSampler();
    this.ids = ids;
    this.clock = clock;
  }

  /**
   * Traces as OpenTelemetry's variables say.
   *
   * @param variables by the names of the environment, as in {@code OTEL_EXPORTER_OTLP_ENDPOINT}
   * @param clock tells the time
   * @throws IllegalArgumentException if OpenTelemetry cannot use them, with its reason
   */
  public static Tracing of(Map<String, String> variables, InstantSource clock) {
    TraceIds ids = new TraceIds();
    try {
      OpenTelemetrySdk sdk =
          AutoConfiguredOpenTelemetrySdk.builder()
              .disableShutdownHook()
              .addPropertiesSupplier(() -> DEFAULTS)
              .addPropertiesCustomizer(config -> dotted(variables))
              .addTracerProviderCustomizer((provider, config) -> provider.setIdGenerator(ids))
              .build()
              .getOpenTelemetrySdk();
      return new Tracing(sdk, ids, clock);
    } catch (RuntimeException e) {
      throw new IllegalArgumentException(e.getMessage(), e);
    }
  }

  /** {@code OTEL_SERVICE_NAME} is {@code otel.service.name} in OpenTelemetry's own terms. */
  private static Map<String, String> dotted(Map<String, String> variables) {
    return variables.entrySet().stream()
        .collect(
            Collectors.toMap(
                variable -> variable.getKey().toLowerCase(Locale.ROOT).replace('_', '.'),
                Map.Entry::getValue));
  }

  /** Notes when events are taken and when they are answered. */
  public Ledger traced(Ledger ledger) {
    return new TracedLedger(ledger, this);
  }

  /** Notes each call of the platform. */
  public Carrier traced(Carrier carrier) {
    return new TracedCarrier(carrier, this);
  }

  /**
   * Begins to acknowledge in this thread. What is taken until it is closed belongs to it; without
   * one, what is taken counts as acknowledged as soon as it is taken.
   */
  public Acknowledgement acknowledge() {
    Acknowledgement begun = new Acknowledgement(clock.instant());
    CURRENT.set(begun);
    return begun;
  }

  /** An acknowledgement, from the request until the response. */
  public final class Acknowledgement {

    private final Instant begun;
    private Optional<String> event = Optional.empty();
    private Attributes attributes = Attributes.empty();

    private Acknowledgement(Instant begun) {
      this.begun = begun;
    }

    private void took(String id, Attributes what) {
      event = Optional.of(id);
      attributes = what;
    }

    /**
     * Ends it.
     *
     * @param status of HTTP
     */
    public void end(int status) {
      CURRENT.remove();
      event.ifPresent(id ->
          root(
              id,
              begun,
              attributes.toBuilder().put("http.response.status_code", (long) status).build()));
    }
  }

  /** An event was taken for the first time. */
  void took(String event, Instant begun, Attributes what) {
    Acknowledgement acknowledgement = CURRENT.get();
    if (acknowledgement == null) {
      root(event, begun, what);
    } else {
      acknowledgement.took(event, what);
    }
  }

  private void root(String event, Instant begun, Attributes what) {
    SpanContext context = TraceIds.of(event, TraceFlags.getSampled());
    SpanBuilder span =
        tracer
            .spanBuilder(ACKNOWLEDGE)
            .setNoParent()
            .setSpanKind(SpanKind.SERVER)
            .setStartTimestamp(begun)
            .setAllAttributes(what);
    ids.as(context, span::startSpan).end(clock.instant());
  }

  /**
   * A span of an event's trace that has begun.
   *
   * @param begun when
   */
  Span begin(String event, String name, SpanKind kind, Instant begun, Attributes what) {
    SpanContext first = TraceIds.of(event, TraceFlags.getSampled());
    boolean sampled =
        sampler
                .shouldSample(
                    Context.root(),
                    first.getTraceId(),
                    ACKNOWLEDGE,
                    SpanKind.SERVER,
                    Attributes.empty(),
                    List.of())
                .getDecision()
            == SamplingDecision.RECORD_AND_SAMPLE;
    SpanContext parent = sampled ? first : TraceIds.of(event, TraceFlags.getDefault());
    return tracer
        .spanBuilder(name)
        .setParent(Context.root().with(Span.wrap(parent)))
        .setSpanKind(kind)
        .setStartTimestamp(begun)
        .setAllAttributes(what)
        .startSpan();
  }

  Instant now() {
    return clock.instant();
  }

  /** Sends what is not sent yet, as far as the collector takes it within some seconds. */
  @Override
  public void close() {
    sdk.close();
  }
}
