package dev.certadvisor.bench;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;

/** Posts mentions to one subject, numbering them on from call to call. */
final class Load {

  private final int port;
  private final String path;
  private final AtomicInteger next = new AtomicInteger();
  private final long[] sentAt = new long[WebApi.MOST];

  /** Load on a port of this machine. */
  Load(int port, String path) {
    this.port = port;
    this.path = path;
  }

  /** When a message was due, on {@link System#nanoTime}'s scale. */
  long sentAt(int number) {
    return sentAt[number];
  }

  /** As many requests as are answered in that time, each connection waiting for its answer. */
  Posted flood(int connections, Duration time) {
    long end = System.nanoTime() + time.toNanos();
    return run(
        connections,
        number -> {
          long now = System.nanoTime();
          return now < end ? now : 0;
        });
  }

  /** A number of requests, as quickly as they are answered. */
  Posted burst(int connections, int count) {
    int last = next.get() + count;
    return run(connections, number -> number < last ? System.nanoTime() : 0);
  }

  /**
   * A steady rate. A request that has to wait for a free connection has waited since it was due, so
   * a stall of the server is not forgiven.
   */
  Posted steady(int connections, int perSecond, Duration time) {
    long start = System.nanoTime() + 1_000_000;
    int first = next.get();
    int last = first + (int) (perSecond * time.toMillis() / 1_000);
    return run(
        connections,
        number -> {
          if (number >= last) {
            return 0;
          }
          long due = start + (long) ((number - first) * 1e9 / perSecond);
          for (long wait = due - System.nanoTime(); wait > 0; wait = due - System.nanoTime()) {
            LockSupport.parkNanos(wait);
          }
          return due;
        });
  }

  private Posted run(int connections, Schedule schedule) {
    int first = next.get();
    long begin = System.nanoTime();
    List<Future<List<long[]>>> workers = new ArrayList<>();
    try (ExecutorService threads = Executors.newFixedThreadPool(connections)) {
      for (int i = 0; i < connections; i++) {
        workers.add(threads.submit(() -> work(schedule)));
      }
    }
    long took = System.nanoTime() - begin;
    List<long[]> all = new ArrayList<>();
    for (Future<List<long[]>> worker : workers) {
      all.addAll(worker.resultNow());
    }
    return Posted.of(first, next.get(), Duration.ofNanos(took), all);
  }

  /** Number, status and nanoseconds of each request; status 0 where the connection broke. */
  private List<long[]> work(Schedule schedule) throws IOException {
    List<long[]> done = new ArrayList<>();
    Connection connection = new Connection(port);
    try {
      while (true) {
        int number = next.getAndIncrement();
        long due = schedule.due(number);
        if (due == 0) {
          next.decrementAndGet();
          return done;
        }
        sentAt[number] = due;
        int status;
        try {
          if (connection.isEnded()) {
            connection.close();
            connection = new Connection(port);
          }
          status = connection.exchange(Mention.request(number, path));
        } catch (IOException e) {
          status = 0;
          connection.close();
          connection = new Connection(port);
        }
        done.add(new long[] {number, status, System.nanoTime() - due});
      }
    } finally {
      connection.close();
    }
  }

  /** When a request is due. */
  private interface Schedule {

    /** Waits until then; 0 for the end. */
    long due(int number);
  }

  /**
   * What came of a load.
   *
   * @param accepted the numbers of the requests that got a 200
   * @param unavailable how many got a 503
   * @param failed how many got something else or nothing
   * @param nanos of the accepted ones, rising
   */
  record Posted(BitSet accepted, int unavailable, int failed, Duration took, long[] nanos) {

    static Posted of(int first, int last, Duration took, List<long[]> all) {
      BitSet accepted = new BitSet(last);
      int unavailable = 0;
      int failed = 0;
      long[] nanos = new long[all.size()];
      int count = 0;
      for (long[] one : all) {
        if (one[1] == 200) {
          accepted.set((int) one[0]);
          nanos[count++] = one[2];
        } else if (one[1] == 503) {
          unavailable++;
        } else {
          failed++;
        }
      }
      long[] sorted = Arrays.copyOf(nanos, count);
      Arrays.sort(sorted);
      return new Posted(accepted, unavailable, failed, took, sorted);
    }

    double perSecond() {
      return accepted.cardinality() * 1e9 / took.toNanos();
    }

    /** Milliseconds within which this share of the requests was acknowledged. */
    double millis(double share) {
      return Load.millis(nanos, share);
    }
  }

  /** A quantile of rising nanoseconds, in milliseconds; not a number where there are none. */
  static double millis(long[] rising, double share) {
    if (rising.length == 0) {
      return Double.NaN;
    }
    int at = (int) Math.ceil(share * rising.length) - 1;
    return rising[Math.max(0, at)] / 1e6;
  }
}
