package dev.certadvisor;

import dev.certadvisor.slack.Payloads;
import dev.certadvisor.slack.SignedSender;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
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

/**
 * Measures what more instances bring on one PostgreSQL. Arguments: how many seconds, then numbers
 * of instances. {@code src/docs/performance.md} has what came out, and the command.
 *
 * <p>16 connections in turn send each event to the next instance, as soon as the one before is
 * acknowledged.
 */
final class InstancesTrial {

  private static final String SECRET = "load";
  private static final int CONNECTIONS = 16;
  private static final int PEOPLE = 400;
  private static final int WARM_UP = 400;
  private static final Duration PATIENCE = Duration.ofMinutes(2);

  private static final List<String> WORDS =
      List.of(
          "How much does the AWS exam cost?",
          "Which is harder, AWS or Azure?",
          "Is there a discount for students?",
          "compare both on cost",
          "is ai-102 still available?");

  private final Path folder;
  private final Duration length;
  private final CountingSlack slack = new CountingSlack();
  private final AtomicInteger events = new AtomicInteger();
  private final Map<Integer, Long> sentByEvent = new ConcurrentHashMap<>();
  private final Map<Integer, Long> tookByEvent = new ConcurrentHashMap<>();

  private InstancesTrial(Path folder, Duration length) {
    this.folder = folder;
    this.length = length;
  }

  public static void main(String[] arguments) throws Exception {
    System.out.println(
        "instances  acknowledged/s  answered/s  CPU us an event  acknowledged ms p50 / p99  answered ms p50 / p99  lost");
    for (String count : Arrays.copyOfRange(arguments, 1, arguments.length)) {
      Path folder = Files.createTempDirectory("instances");
      Duration length = Duration.ofSeconds(Long.parseLong(arguments[0]));
      new InstancesTrial(folder, length).run(Integer.parseInt(count));
    }
    System.exit(0);
  }

  private void run(int count) throws Exception {
    try (TrialPostgres database = new TrialPostgres(folder.resolve("postgres"));
        ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      List<TrialProcess> instances = new ArrayList<>();
      for (int i = 0; i < count; i++) {
        instances.add(
            new TrialProcess(
                List.of("-Xmx144m", "-XX:+UseSerialGC", CertAdvisor.class.getName(), "start"),
                environment(database.url()),
                folder.resolve("log" + i)));
      }
      instances.forEach(instance -> threads.execute(instance::keepAlive));
      List<SignedSender> senders = new ArrayList<>();
      for (TrialProcess instance : instances) {
        senders.add(new SignedSender(ready(instance), SECRET));
      }
      send(senders, Long.MAX_VALUE, WARM_UP);
      int begun = events.get();
      long processor = processorNanos(instances);
      long start = System.nanoTime();
      send(senders, start + length.toNanos(), Integer.MAX_VALUE);
      long sending = System.nanoTime() - start;
      settle();
      long settled = System.nanoTime() - start;
      report(count, begun, sending / 1e9, settled / 1e9, processorNanos(instances) - processor);
      instances.forEach(TrialProcess::end);
    } finally {
      slack.close();
    }
  }

  private Map<String, String> environment(String url) {
    Map<String, String> environment = new HashMap<>();
    environment.put("SLACK_BOT_TOKEN", "xoxb-load");
    environment.put("SLACK_SIGNING_SECRET", SECRET);
    environment.put("SLACK_API_URL", slack.api().toString());
    environment.put("SERVER_PORT", "0");
    environment.put("ADVISOR_DATABASE_URL", url);
    environment.put("ADVISOR_LIMIT_PERSON", "0");
    return environment;
  }

  private static URI ready(TrialProcess process) throws InterruptedException {
    while (process.address().isEmpty()) {
      TimeUnit.MILLISECONDS.sleep(50);
    }
    return process.address().orElseThrow();
  }

  private void send(List<SignedSender> senders, long until, int most) throws InterruptedException {
    int last = (int) Math.min(Integer.MAX_VALUE, (long) events.get() + most);
    List<Thread> connections = new ArrayList<>();
    for (int i = 0; i < CONNECTIONS; i++) {
      connections.add(
          Thread.ofVirtual()
              .start(() -> {
                while (System.nanoTime() < until && events.get() < last) {
                  post(senders, events.incrementAndGet());
                }
              }));
    }
    for (Thread connection : connections) {
      connection.join();
    }
  }

  private void post(List<SignedSender> senders, int event) {
    long start = System.nanoTime();
    int status = senders.get(event % senders.size()).json(payload(event)).statusCode();
    if (status == 200) {
      sentByEvent.put(event, start);
      tookByEvent.put(event, System.nanoTime() - start);
    }
  }

  private static String payload(int event) {
    int person = event % PEOPLE;
    return Payloads.of(
            "direct-message",
            Map.of(
                "event",
                "Ev" + event,
                "text",
                WORDS.get(event % WORDS.size()),
                "ts",
                "17%08d.000001".formatted(event),
                "channel",
                "D" + event))
        .replace("U0ANN", "U" + person);
  }

  private void settle() throws InterruptedException {
    long end = System.nanoTime() + PATIENCE.toNanos();
    while (slack.arrivalsById().size() < sentByEvent.size() && System.nanoTime() < end) {
      TimeUnit.MILLISECONDS.sleep(100);
    }
  }

  private static long processorNanos(List<TrialProcess> instances) {
    return instances.stream().mapToLong(each -> each.processorTime().toNanos()).sum();
  }

  private void report(int count, int begun, double sending, double settled, long processor) {
    Map<String, List<Long>> arrivals = slack.arrivalsById();
    List<Map.Entry<Integer, Long>> timed =
        sentByEvent.entrySet().stream().filter(entry -> entry.getKey() > begun).toList();
    long[] took =
        tookByEvent.entrySet().stream()
            .filter(entry -> entry.getKey() > begun)
            .mapToLong(Map.Entry::getValue)
            .toArray();
    long[] answered =
        timed.stream()
            .flatMapToLong(entry ->
                arrivals.getOrDefault("event:Ev" + entry.getKey() + "#0", List.of()).stream()
                    .limit(1)
                    .mapToLong(arrival -> arrival - entry.getValue()))
            .toArray();
    LoadTrial.Times acknowledgements = LoadTrial.Times.of(took);
    LoadTrial.Times answers = LoadTrial.Times.of(answered);
    System.out.printf(
        Locale.ROOT,
        "%9d  %14.0f  %10.0f  %15d  %14.1f / %-8.1f  %10.0f / %-8.0f  %4d%n",
        count,
        timed.size() / sending,
        answered.length / settled,
        processor / 1_000 / timed.size(),
        acknowledgements.p50(),
        acknowledgements.p99(),
        answers.p50(),
        answers.p99(),
        timed.size() - answered.length);
  }
}
