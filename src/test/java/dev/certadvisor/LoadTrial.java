package dev.certadvisor;

import dev.certadvisor.slack.BareServer;
import dev.certadvisor.slack.Payloads;
import dev.certadvisor.slack.SignedSender;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;

/**
 * Sends signed events at a steady rate to the program as it is started, whatever it does, and every
 * fifth to a bare server too. Counts what was answered, and times the acknowledgements from the
 * moment at which the event was due.
 */
final class LoadTrial implements AutoCloseable {

  private static final String SECRET = "load";

  /** Slack takes one message a second in a channel; with so many, nobody has to wait for that. */
  private static final int PEOPLE = 400;

  private static final int BARE_ONE_IN = 5;
  private static final Duration PATIENCE = Duration.ofSeconds(60);

  /** What each person says in turn. */
  private static final List<String> WORDS =
      List.of(
          "hello",
          "How much does the AWS exam cost?",
          "interview me",
          "2",
          "why",
          "aws",
          "Which is harder, AWS or Azure?",
          "I deploy models with SageMaker and have to show what I can",
          "purple elephants",
          "Is there a discount for students?",
          "restart",
          "stop");

  private final Path folder;
  private final int perSecond;
  private final int events;
  private final CountingSlack slack = new CountingSlack();
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
  private final TrialProcess advisor;
  private final TrialProcess bare;
  private final Map<Integer, Long> acknowledgedByEvent = new ConcurrentHashMap<>();
  private final Map<Integer, Long> bareByEvent = new ConcurrentHashMap<>();
  private final AtomicInteger refused = new AtomicInteger();
  private volatile long begin;

  /** A trial that has not begun, with its database and logs in this folder. */
  LoadTrial(Path folder, int perSecond, Duration length) {
    this.folder = folder;
    this.perSecond = perSecond;
    this.events = Math.toIntExact(perSecond * length.toSeconds());
    this.advisor =
        new TrialProcess(
            List.of(CertAdvisor.class.getName(), "start"),
            environment(),
            folder.resolve("advisor.log"));
    this.bare =
        new TrialProcess(
            List.of(BareServer.class.getName(), SECRET), Map.of(), folder.resolve("bare.log"));
  }

  private Map<String, String> environment() {
    Map<String, String> environment = new HashMap<>();
    environment.put("SLACK_BOT_TOKEN", "xoxb-load");
    environment.put("SLACK_SIGNING_SECRET", SECRET);
    environment.put("SLACK_API_URL", slack.api().toString());
    environment.put("SERVER_PORT", "0");
    environment.put("ADVISOR_DATA", folder.resolve("data").toString());
    environment.put("ADVISOR_LIMIT_PERSON", "0");
    return environment;
  }

  /** Runs the trial to its end and counts. */
  Result run() throws InterruptedException {
    threads.execute(advisor::keepAlive);
    threads.execute(bare::keepAlive);
    SignedSender toAdvisor = new SignedSender(ready(advisor), SECRET);
    SignedSender toBare = new SignedSender(ready(bare), SECRET);
    warmUp(toBare);
    Duration processorBefore = advisor.processorTime();
    begin = System.nanoTime();
    for (int i = 0; i < events; i++) {
      int event = i;
      LockSupport.parkNanos(due(event) - System.nanoTime());
      threads.execute(() -> post(toAdvisor, event, acknowledgedByEvent));
      if (event % BARE_ONE_IN == 0) {
        threads.execute(() -> post(toBare, event, bareByEvent));
      }
    }
    Duration sending = Duration.ofNanos(System.nanoTime() - begin);
    long megabytes = folder.resolve("data").resolve("advisor.mv.db").toFile().length() / 1_000_000;
    settle();
    return count(sending, megabytes, advisor.processorTime().minus(processorBefore));
  }

  @Override
  public void close() {
    advisor.end();
    bare.end();
    threads.shutdownNow();
    threads.close();
    slack.close();
  }

  private static URI ready(TrialProcess process) throws InterruptedException {
    while (process.address().isEmpty()) {
      TimeUnit.MILLISECONDS.sleep(50);
    }
    return process.address().orElseThrow();
  }

  /** The bare server is to be no slower for want of a minute's practice. */
  private static void warmUp(SignedSender toBare) {
    for (int i = 0; i < 500; i++) {
      toBare.json(payload(0));
    }
  }

  private long due(int event) {
    return begin + event * 1_000_000_000L / perSecond;
  }

  private void post(SignedSender to, int event, Map<Integer, Long> tookByEvent) {
    try {
      int status = to.json(payload(event)).statusCode();
      tookByEvent.put(event, System.nanoTime() - due(event));
      refused.addAndGet(status == 200 ? 0 : 1);
    } catch (AssertionError e) {
      refused.incrementAndGet();
    }
  }

  private static String payload(int event) {
    int person = event % PEOPLE;
    String words = WORDS.get((event / PEOPLE + person) % WORDS.size());
    return Payloads.of(
            "direct-message",
            Map.of(
                "event",
                "Ev" + event,
                "text",
                words,
                "ts",
                "17%08d.000001".formatted(event),
                "channel",
                "D" + person))
        .replace("U0ANN", "U" + person);
  }

  private void settle() throws InterruptedException {
    long end = System.nanoTime() + PATIENCE.toNanos();
    while (slack.arrivalsById().size() < events && System.nanoTime() < end) {
      TimeUnit.MILLISECONDS.sleep(200);
    }
    TimeUnit.SECONDS.sleep(3); // for what might come twice
  }

  private Result count(Duration sending, long megabytes, Duration processorTime) {
    Map<String, List<Long>> arrivals = slack.arrivalsById();
    int lost = 0;
    long[] answers = new long[events];
    for (int event = 0; event < events; event++) {
      List<Long> first = arrivals.getOrDefault("event:Ev" + event + "#0", List.of());
      lost += first.isEmpty() ? 1 : 0;
      answers[event] = first.isEmpty() ? Long.MAX_VALUE : first.getFirst() - due(event);
    }
    int doubled = (int) arrivals.values().stream().filter(times -> times.size() > 1).count();
    return new Result(
        events,
        sending,
        refused.get(),
        lost,
        doubled,
        timed(acknowledgedByEvent),
        timed(bareByEvent),
        Times.of(Arrays.copyOfRange(answers, untimed(), events)),
        processorTime,
        megabytes);
  }

  /** How many events at the beginning are not timed: half a minute's, at most a fifth. */
  private int untimed() {
    return Math.min(30 * perSecond, events / 5);
  }

  private Times timed(Map<Integer, Long> tookByEvent) {
    return Times.of(
        tookByEvent.entrySet().stream()
            .filter(entry -> entry.getKey() >= untimed())
            .mapToLong(Map.Entry::getValue)
            .toArray());
  }

  /**
   * What came of it.
   *
   * @param sending how long the events were sent
   * @param refused events, to either server, that were not acknowledged with 200
   * @param lost events without an answer
   * @param doubled messages that came more than once
   * @param acknowledged from when an event was due until it was acknowledged; without the first
   *     half minute, at most a fifth
   * @param bare the same of the bare server
   * @param answered from when an event was due until its answer reached the Web API
   * @param processorTime what the program used of all processors while events were sent and
   *     answered
   * @param megabytes size of the file of the database when the last event was sent
   */
  record Result(
      int events,
      Duration sending,
      int refused,
      int lost,
      int doubled,
      Times acknowledged,
      Times bare,
      Times answered,
      Duration processorTime,
      long megabytes) {

    /** As a person reads it. */
    String report() {
      return String.format(
          Locale.ROOT,
          """
          %d events in %d s (%.1f a second): %d refused, %d lost, %d doubled
          acknowledged   %s
          bare servlet   %s
          ratio          p50 %.1f, p99 %.1f
          answered       %s
          processor time %d s, file of the database %d MB\
          """,
          events,
          sending.toSeconds(),
          events / (sending.toMillis() / 1_000.0),
          refused,
          lost,
          doubled,
          acknowledged,
          bare,
          acknowledged.p50() / bare.p50(),
          acknowledged.p99() / bare.p99(),
          answered,
          processorTime.toSeconds(),
          megabytes);
    }
  }

  /** Milliseconds. */
  record Times(double p50, double p99, double most) {

    static Times of(long[] nanos) {
      long[] sorted = nanos.clone();
      Arrays.sort(sorted);
      return new Times(at(sorted, 0.5), at(sorted, 0.99), at(sorted, 1));
    }

    private static double at(long[] sorted, double part) {
      int index = (int) Math.ceil(part * sorted.length) - 1;
      return sorted.length == 0 ? Double.NaN : sorted[Math.max(0, index)] / 1e6;
    }

    @Override
    public String toString() {
      return String.format(Locale.ROOT, "p50 %.1f ms, p99 %.1f ms, most %.1f ms", p50, p99, most);
    }
  }
}
