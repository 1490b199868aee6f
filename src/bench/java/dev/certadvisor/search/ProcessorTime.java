package dev.certadvisor.search;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.Arrays;
import java.util.Locale;
import java.util.function.Supplier;

/**
 * How much processor time the calls of one thread took: on a machine that others use, what JMH
 * measures by the clock is mostly waiting.
 */
final class ProcessorTime {

  private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

  private final String name;
  private long[] nanos = new long[1 << 16];
  private int count;

  ProcessorTime(String name) {
    this.name = name;
  }

  /** Does some work and notes what it took. */
  <T> T of(Supplier<T> work) {
    long start = THREADS.getCurrentThreadCpuTime();
    T result = work.get();
    if (count == nanos.length) {
      nanos = Arrays.copyOf(nanos, 2 * count);
    }
    nanos[count++] = THREADS.getCurrentThreadCpuTime() - start;
    return result;
  }

  /** Prints the percentiles since the last time. */
  void print() {
    if (count > 0) {
      Arrays.sort(nanos, 0, count);
      System.out.printf(
          Locale.ROOT,
          "%s, processor time: p50 %.1f us, p99 %.1f us, of %d%n",
          name,
          nanos[count / 2] / 1e3,
          nanos[(int) (count * 0.99)] / 1e3,
          count);
      count = 0;
    }
  }
}
