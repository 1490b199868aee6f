/**
 * Traces, when they are asked for: what each message went through, told to a collector by
 * OpenTelemetry. The only package that knows OpenTelemetry.
 */
@NullMarked
package dev.certadvisor.tracing;

import org.jspecify.annotations.NullMarked;
