package dev.certadvisor;

import dev.certadvisor.TrialSlack.Said;
import dev.certadvisor.slack.Payloads;
import dev.certadvisor.slack.SignedSender;
import java.io.BufferedReader;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Sends a stream of signed events to real processes that die all the time, and counts what comes of
 * them: each event answered once, in the order of its conversation, with nothing of the stored
 * interview lost.
 */
final class CrashTrial implements AutoCloseable {

  private static final String SECRET = "trial";
  private static final Pattern ANSWER = Pattern.compile("(\\w+) is number (\\d+)");

  /** What is not acknowledged by then counts as lost. */
  private static final int TRIES = 600;

  /** After so many events the first process dies. */
  private static final int ALIVE = 10;

  private final Plan plan;
  private final Random random;
  private final TrialSlack slack;
  private final List<Instance> instances = new ArrayList<>();
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
  private final AtomicInteger acknowledged = new AtomicInteger();
  private final AtomicInteger kills = new AtomicInteger();
  private final Map<String, List<String>> sentByChannel = new ConcurrentHashMap<>();
  private volatile boolean settling;
  private volatile boolean over;

  /** A trial that has not begun. */
  CrashTrial(Plan plan) {
    this.plan = plan;
    this.random = new Random(plan.seed());
    this.slack = new TrialSlack(plan.seed(), plan.faults());
    for (int i = 0; i < plan.instances(); i++) {
      instances.add(new Instance(i));
    }
  }

  /** Runs the trial to its end and counts. */
  Result run() throws InterruptedException {
    Instant begin = Instant.now();
    instances.forEach(instance -> threads.execute(instance::keepAlive));
    List<Thread> people = new ArrayList<>();
    for (int person = 0; person < plan.people(); person++) {
      String channel = (person % 5 == 4 ? "C" : "D") + person;
      people.add(Thread.ofVirtual().start(() -> talk(channel)));
    }
    if (plan.killEveryMillis() > 0) {
      threads.execute(this::killAtRandom);
    }
    for (Thread person : people) {
      person.join();
    }
    settle();
    over = true;
    return count(Duration.between(begin, Instant.now()));
  }

  @Override
  public void close() {
    over = true;
    instances.forEach(Instance::kill);
    threads.shutdownNow();
    threads.close();
    slack.close();
  }

  /** One person says something, waits until it is acknowledged, and says the next thing. */
  private void talk(String channel) {
    Random own = new Random(plan.seed() + channel.hashCode());
    for (int i = 0; i < plan.eventsEach(); i++) {
      String word = channel + "m" + i;
      sentByChannel.computeIfAbsent(channel, key -> new CopyOnWriteArrayList<>()).add(word);
      String payload = payload(channel, word);
      if (own.nextInt(5) == 0) {
        threads.execute(() -> post(payload, own.nextInt(plan.instances())));
      }
      int tries = 0;
      while (++tries < TRIES && !post(payload, own.nextInt(plan.instances()))) {
        pause(100);
      }
      if (acknowledged.incrementAndGet() == ALIVE && plan.killEveryMillis() > 0) {
        instances.get(0).kill(); // at least once, however short the trial
      }
      if (own.nextInt(5) == 0) {
        post(payload, own.nextInt(plan.instances()));
      }
      pause(own.nextInt(2 * plan.meanPauseMillis()));
    }
  }

  private String payload(String channel, String word) {
    String shape = channel.startsWith("D") ? "direct-message" : "app-mention";
    String text = channel.startsWith("D") ? word : "<@U0BOT> " + word;
    return Payloads.of(
            shape,
            Map.of("event", "Ev" + word, "text", text, "ts", "1700000000.1", "channel", channel))
        .replace("U0ANN", "U" + channel)
        .replace("\"ts\":", "\"thread_ts\":\"1700000000.000001\",\"ts\":");
  }

  private boolean post(String payload, int instance) {
    URI address = instances.get(instance).address;
    if (address == null) {
      return false;
    }
    try {
      return new SignedSender(address, SECRET).json(payload).statusCode() == 200;
    } catch (AssertionError e) {
      return false; // it has just died
    }
  }

  private void killAtRandom() {
    while (!over) {
      pause(plan.killEveryMillis() / 2 + random.nextInt(plan.killEveryMillis()));
      Instance chosen = instances.get(random.nextInt(instances.size()));
      if (!over && !settling && chosen.address != null) {
        chosen.kill(); // one that is only starting would never get to work
      }
    }
  }

  /** Waits until everything is answered, or nothing more comes. */
  private void settle() {
    settling = true;
    int before = -1;
    Instant end = Instant.MAX;
    for (int now = answered(); now < plan.people() * plan.eventsEach(); now = answered()) {
      if (now > before) {
        before = now;
        end = Instant.now().plus(plan.patience());
      } else if (Instant.now().isAfter(end)) {
        break;
      }
      pause(200);
    }
    pause(3_000); // for what might come twice
  }

  private int answered() {
    return (int) slack.said().stream().map(Said::text).distinct().count();
  }

  private Result count(Duration took) {
    List<Said> said = slack.said();
    int lost = 0;
    int doubled = 0;
    int disordered = 0;
    for (Map.Entry<String, List<String>> entry : new TreeMap<>(sentByChannel).entrySet()) {
      List<String> inOrder = new ArrayList<>();
      for (String word : entry.getValue()) {
        List<Said> answers =
            said.stream().filter(one -> one.text().startsWith(word + " is number ")).toList();
        long open = answers.stream().filter(one -> !one.privately()).count();
        lost += answers.isEmpty() ? 1 : 0;
        doubled += open > 1 ? 1 : 0;
      }
      said.stream()
          .filter(one -> one.channel().equals(entry.getKey()) && !one.privately())
          .map(Said::text)
          .forEach(inOrder::add);
      disordered += disorder(inOrder);
    }
    int privately = (int) said.stream().filter(Said::privately).count();
    int events = plan.people() * plan.eventsEach();
    return new Result(events, kills.get(), lost, doubled, disordered, privately, took);
  }

  /** How many answers do not have a number above that of the answer before. */
  private static int disorder(List<String> texts) {
    int disordered = 0;
    int last = 0;
    for (String text : texts) {
      Matcher answer = ANSWER.matcher(text);
      int number = answer.matches() ? Integer.parseInt(answer.group(2)) : 0;
      disordered += number < last || number == 0 ? 1 : 0;
      last = number;
    }
    return disordered;
  }

  private static void pause(long millis) {
    try {
      TimeUnit.MILLISECONDS.sleep(millis);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** One process, started again whenever it is dead. */
  private final class Instance {
    private final int number;
    private volatile @Nullable URI address;
    private volatile @Nullable Process process;

    Instance(int number) {
      this.number = number;
    }

    void keepAlive() {
      while (!over) {
        try {
          live();
        } catch (IOException e) {
          kill(); // killed while it was read from
        }
        address = null;
        if (!over) {
          kills.incrementAndGet();
        }
      }
    }

    private void live() throws IOException {
      ProcessBuilder builder =
          new ProcessBuilder(
              Path.of(System.getProperty("java.home"), "bin", "java").toString(),
              "-XX:+UseSerialGC",
              "-XX:TieredStopAtLevel=1",
              "-Xshare:auto",
              "-Xmx160m",
              "-cp",
              System.getProperty("java.class.path"),
              TrialServer.class.getName());
      Map<String, String> environment = builder.environment();
      environment.put("SLACK_BOT_TOKEN", "xoxb-trial");
      environment.put("SLACK_SIGNING_SECRET", SECRET);
      environment.put("SLACK_API_URL", slack.api().toString());
      environment.put("SERVER_PORT", "0");
      environment.put("ADVISOR_DATA", plan.folder().toString());
      environment.put("ADVISOR_LIMIT_PERSON", "0");
      environment.put("ADVISOR_LIMIT_CHANNEL", "0");
      environment.put("TRIAL_CRASH", String.valueOf(plan.crashOneIn()));
      environment.put("TRIAL_PLANT", plan.plant());
      environment.putAll(plan.environment());
      Path log = plan.folder().resolve("instance-" + number + ".log");
      Files.createDirectories(plan.folder());
      builder.redirectError(ProcessBuilder.Redirect.appendTo(log.toFile()));
      Process started = builder.start();
      process = started;
      try (BufferedReader lines = started.inputReader()) {
        for (String line = lines.readLine(); line != null; line = lines.readLine()) {
          if (line.startsWith("port ")) {
            address = URI.create("http://127.0.0.1:" + line.substring(5) + "/slack/events");
          } else {
            Files.writeString(
                log, line + "\n", StandardOpenOption.CREATE, StandardOpenOption.APPEND);
          }
        }
      }
    }

    void kill() {
      Process running = process;
      if (running != null) {
        running.destroyForcibly();
      }
    }
  }

  /**
   * What a trial does.
   *
   * @param folder of the database and the logs
   * @param environment more variables for the processes
   * @param people how many talk at the same time; every fifth in a channel, the others directly
   * @param eventsEach how much each says
   * @param meanPauseMillis between two things that one person says
   * @param killEveryMillis mean time between kills at random; 0 for none
   * @param crashOneIn a process dies at one in so many step boundaries; 0 for never
   * @param faults how many of a hundred calls of the Web API go wrong
   * @param plant {@code loss} or {@code double}, to see that the trial finds it; blank otherwise
   * @param patience at the end: what has not come so long after the last answer is lost
   */
  record Plan(
      Path folder,
      Map<String, String> environment,
      int instances,
      int people,
      int eventsEach,
      int meanPauseMillis,
      int killEveryMillis,
      int crashOneIn,
      int faults,
      String plant,
      Duration patience,
      long seed) {}

  /**
   * What came of it.
   *
   * @param lost events without any answer
   * @param doubled events with more than one answer for all to see
   * @param disordered answers that came before an earlier one of their conversation
   * @param privately answers that went to the asker alone, since nobody could tell
   */
  record Result(
      int events, int kills, int lost, int doubled, int disordered, int privately, Duration took) {}
}
