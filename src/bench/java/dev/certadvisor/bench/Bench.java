package dev.certadvisor.bench;

import dev.certadvisor.bench.Load.Posted;
import dev.certadvisor.bench.Subjects.Running;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/**
 * Puts the same load on the advisor, on a servlet that does next to nothing and on an app of the
 * same shape in Bolt for JavaScript, in turn, and prints what each did and the ratios.
 */
final class Bench {

  /**
   * Until what is compiled has settled; whoever starts anew is measured by how long a start takes.
   */
  private static final int WARM_UP = 10_000;

  /** So long an acknowledged message may take at most until it counts as lost. */
  private static final Duration TO_DRAIN = Duration.ofSeconds(120);

  private static final int CROWD = 256;

  private final Options options;
  private final Subjects subjects;
  private final PrintStream out;

  private Bench(Options options, PrintStream out) {
    this.options = options;
    this.subjects = new Subjects(options);
    this.out = out;
  }

  /** Runs it; the exit code is 1 where a message was lost or answered twice, 2 for wrong usage. */
  public static void main(String[] arguments) throws IOException, InterruptedException {
    if (List.of(arguments).contains("--help")) {
      System.out.println(Options.USAGE);
      return;
    }
    Options options;
    try {
      options = Options.of(arguments);
    } catch (IllegalArgumentException e) {
      System.err.println(e.getMessage() + "\n" + Options.USAGE);
      System.exit(2);
      return;
    }
    Files.createDirectories(options.work());
    System.exit(new Bench(options, System.out).run() ? 0 : 1);
  }

  private boolean run() throws IOException, InterruptedException {
    Map<String, List<Figures>> figures = new LinkedHashMap<>();
    for (int round = 1; round <= options.rounds(); round++) {
      for (String name : options.subjects()) {
        Figures measured = measure(name, round);
        out.printf("round %d, %s: %s%n", round, name, measured);
        figures.computeIfAbsent(name, key -> new ArrayList<>()).add(measured);
      }
    }
    new Table(options, figures).print(out);
    boolean kept =
        figures.values().stream()
            .flatMap(List::stream)
            .allMatch(one -> one.lost() + one.twice() == 0);
    List<Figures> advisor = figures.getOrDefault("advisor", List.of());
    if (options.overload() == 0 || advisor.isEmpty()) {
      return kept;
    }
    double most = advisor.stream().mapToDouble(Figures::answersPerSecond).max().orElse(0);
    return overload((int) (most * options.overload())) && kept;
  }

  private Figures measure(String name, int round) throws IOException, InterruptedException {
    try (WebApi api = new WebApi();
        Running running = subjects.start(name, round, api)) {
      int atStart = running.subject().residentMegabytes();
      Posted warm = running.load().burst(options.connections(), WARM_UP);
      drain(name, api, warm.accepted());
      Posted steady =
          running.load().steady(options.connections(), options.rate(), options.duration());
      drain(name, api, steady.accepted());
      double[] answers = answerMillis(running.load(), api, steady.accepted());
      Duration cpuBefore = running.subject().cpu();
      long begin = System.nanoTime();
      Posted flood = running.load().flood(options.connections(), options.flood());
      drain(name, api, flood.accepted());
      Duration cpu = running.subject().cpu().minus(cpuBefore);
      BitSet all = new BitSet();
      List.of(warm, steady, flood).forEach(posted -> all.or(posted.accepted()));
      int lost = Subjects.answers(name) ? all.cardinality() - api.answered() : 0;
      return new Figures(
          flood.perSecond(),
          Subjects.answers(name) ? perSecond(api, flood.accepted(), begin) : Double.NaN,
          cpu.toNanos() / 1e3 / Math.max(1, flood.accepted().cardinality()),
          steady.millis(0.5),
          steady.millis(0.99),
          Load.millis(longs(answers), 0.5),
          Load.millis(longs(answers), 0.99),
          steady.failed() + steady.unavailable(),
          lost,
          api.twice(),
          atStart,
          running.subject().residentMegabytes(),
          all.cardinality());
    }
  }

  /** Waits until every accepted message is answered, or none has been for long. */
  private static void drain(String name, WebApi api, BitSet accepted) throws InterruptedException {
    if (!Subjects.answers(name)) {
      return;
    }
    long end = System.nanoTime() + TO_DRAIN.toNanos();
    while (System.nanoTime() < end && !accepted.stream().allMatch(i -> api.answeredAt(i) != 0)) {
      TimeUnit.MILLISECONDS.sleep(20);
    }
  }

  private static double perSecond(WebApi api, BitSet accepted, long begin) {
    long last = accepted.stream().mapToLong(api::answeredAt).max().orElse(begin + 1);
    return accepted.cardinality() * 1e9 / (last - begin);
  }

  private static double[] answerMillis(Load load, WebApi api, BitSet accepted) {
    return accepted.stream()
        .filter(number -> api.answeredAt(number) != 0)
        .mapToDouble(number -> api.answeredAt(number) - load.sentAt(number))
        .toArray();
  }

  private static long[] longs(double[] values) {
    return Arrays.stream(values).mapToLong(value -> (long) value).sorted().toArray();
  }

  /**
   * More than can be held, from many connections: it may be slow and say 503, and loses nothing.
   */
  private boolean overload(int rate) throws IOException, InterruptedException {
    try (WebApi api = new WebApi();
        Running running = subjects.start("advisor", 0, api)) {
      drain("advisor", api, running.load().burst(options.connections(), WARM_UP).accepted());
      Posted posted = running.load().steady(CROWD, rate, options.duration());
      drain("advisor", api, posted.accepted());
      long lost = posted.accepted().stream().filter(i -> api.answeredAt(i) == 0).count();
      boolean well =
          running.subject().isAlive()
              && running.load().burst(1, 100).accepted().cardinality() == 100;
      out.printf(
          "%nOverload: %,d requests offered at %,d a second from %d connections: %,d acknowledged (p50 %.1f,"
              + " p99 %.0f ms), %,d told to come again (503), %,d without an answer; of those"
              + " acknowledged %,d lost, %,d answered twice; %d MB; afterwards %s.%n",
          posted.accepted().cardinality() + posted.unavailable() + posted.failed(),
          rate,
          CROWD,
          posted.accepted().cardinality(),
          posted.millis(0.5),
          posted.millis(0.99),
          posted.unavailable(),
          posted.failed(),
          lost,
          api.twice(),
          running.subject().residentMegabytes(),
          well ? "it takes requests as before" : "IT DOES NOT TAKE REQUESTS");
      return well && lost == 0 && api.twice() == 0;
    }
  }
}
