package dev.certadvisor;

import dev.certadvisor.delivery.LedgerConversations;
import dev.certadvisor.store.Database;
import dev.certadvisor.store.JdbcLedger;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Sends a stream of signed events to real processes that die all the time, and counts what comes of
 * them: each event answered once, in the order of its conversation, with nothing of the stored
 * interview lost.
 */
final class CrashTrial implements AutoCloseable {

  /** Whoever dies all the time acknowledges little; Slack gives up sooner, people do not. */
  private static final Duration PERSISTENCE = Duration.ofHours(1);

  /** After so many events the first process dies. */
  private static final int ALIVE = 10;

  private final Plan plan;
  private final Random random;
  private final TrialSlack slack;
  private final List<TrialPerson> people;
  private final List<TrialProcess> processes = new ArrayList<>();
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
  private final AtomicInteger acknowledged = new AtomicInteger();
  private volatile boolean settling;
  private volatile boolean over;

  /** A trial that has not begun. */
  CrashTrial(Plan plan) {
    this.plan = plan;
    this.random = new Random(plan.seed());
    this.slack = new TrialSlack(plan.seed(), plan.troubles().faults());
    this.people = IntStream.range(0, plan.people()).mapToObj(TrialPerson::new).toList();
    for (int i = 0; i < plan.instances(); i++) {
      processes.add(
          new TrialProcess(
              Stream.concat(
                      TrialProcess.SHORT_LIVED.stream(), Stream.of(TrialServer.class.getName()))
                  .toList(),
              environment(),
              plan.folder().resolve("instance-" + i + ".log")));
    }
  }

  private Map<String, String> environment() {
    Map<String, String> environment = new HashMap<>();
    environment.put("SLACK_BOT_TOKEN", "xoxb-trial");
    environment.put("SLACK_SIGNING_SECRET", TrialPerson.SECRET);
    environment.put("SLACK_API_URL", slack.api().toString());
    environment.put("SERVER_PORT", "0");
    environment.put("ADVISOR_DATA", plan.folder().toString());
    environment.put("ADVISOR_LIMIT_PERSON", "0");
    environment.put("ADVISOR_LIMIT_CHANNEL", "0");
    environment.put("TRIAL_CRASH", String.valueOf(plan.troubles().crashOneIn()));
    environment.put("TRIAL_PLANT", plan.troubles().plant());
    plan.server()
        .ifPresent(server -> {
          environment.put("ADVISOR_DATABASE_URL", server.url());
          environment.put("ADVISOR_DATABASE_USER", "postgres");
        });
    return environment;
  }

  /** Runs the trial to its end and counts. */
  TrialResult run() throws InterruptedException {
    Instant begin = Instant.now();
    processes.forEach(process -> threads.execute(process::keepAlive));
    List<Thread> talks =
        people.stream().map(person -> Thread.ofVirtual().start(() -> talk(person))).toList();
    cause(plan.troubles());
    for (Thread talk : talks) {
      talk.join();
    }
    settle();
    Duration took = Duration.between(begin, Instant.now());
    over = true;
    processes.forEach(TrialProcess::end);
    return TrialResult.of(people, plan.eventsEach(), slack.said(), stored(), processes, took);
  }

  @Override
  public void close() {
    over = true;
    processes.forEach(TrialProcess::end);
    threads.shutdownNow();
    threads.close();
    slack.close();
  }

  private void cause(Troubles troubles) {
    if (troubles.killEveryMillis() > 0) {
      threads.execute(this::killAtRandom);
    }
    if (troubles.replace()) {
      threads.execute(this::replaceInTurn);
    }
    plan.server()
        .ifPresent(server -> threads.execute(() -> stopAndStart(server, troubles.databaseStops())));
  }

  /** One person does something, waits until it is acknowledged, and does the next thing. */
  private void talk(TrialPerson person) {
    Random own = new Random(plan.seed() + person.number());
    for (int i = 0; i < plan.eventsEach(); i++) {
      int n = i;
      if (own.nextInt(5) == 0) {
        threads.execute(() -> post(person, n, own));
      }
      if (own.nextInt(3) == 0) {
        anyOf(own).ifPresent(address -> threads.execute(() -> person.postTwin(address, n)));
      }
      Instant end = Instant.now().plus(PERSISTENCE);
      while (!post(person, n, own) && Instant.now().isBefore(end)) {
        pause(100);
      }
      if (acknowledged.incrementAndGet() == ALIVE && plan.troubles().killEveryMillis() > 0) {
        processes.getFirst().kill(); // at least once, however short the trial
      }
      if (own.nextInt(5) == 0) {
        post(person, n, own);
      }
      pause(own.nextInt(2 * plan.meanPauseMillis()));
    }
  }

  private boolean post(TrialPerson person, int n, Random own) {
    return anyOf(own).map(address -> person.post(address, n)).orElse(false);
  }

  private Optional<URI> anyOf(Random own) {
    return processes.get(own.nextInt(processes.size())).address();
  }

  private void killAtRandom() {
    int every = plan.troubles().killEveryMillis();
    while (!over) {
      pause(every / 2 + random.nextInt(every));
      TrialProcess chosen = processes.get(random.nextInt(processes.size()));
      if (!over && !settling && chosen.address().isPresent()) {
        chosen.kill(); // one that is only starting would never get to work
      }
    }
  }

  /** As an upgrade does it: one ends and is replaced while the others go on, then the next. */
  private void replaceInTurn() {
    for (int turn = 0; !over && !settling; turn++) {
      while (!over && !processes.stream().allMatch(process -> process.address().isPresent())) {
        pause(100);
      }
      TrialProcess next = processes.get(turn % processes.size());
      int before = next.stops();
      next.stop();
      while (!over && next.stops() == before) {
        pause(50);
      }
    }
  }

  /** Spreads the stops over the trial; each ends all connections and lasts some seconds. */
  private void stopAndStart(TrialDatabase server, int stops) {
    int events = plan.people() * plan.eventsEach();
    for (int stop = 1; stop <= stops; stop++) {
      while (!over && acknowledged.get() < stop * events / (stops + 1)) {
        pause(50);
      }
      if (!over) {
        server.stop();
        pause(3_000);
        server.start();
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
    return (int) slack.said().stream().map(TrialSlack.Said::text).distinct().count();
  }

  /** The choices that the stored interviews hold at the end. */
  private Map<TrialPerson, List<String>> stored() {
    try (Database database =
        plan.server()
            .map(one -> Database.postgresql(one.url(), Optional.of("postgres"), Optional.empty()))
            .orElseGet(() -> Database.embedded(plan.folder()))) {
      InstantSource clock = InstantSource.system();
      AtomicInteger ids = new AtomicInteger();
      LedgerConversations kept =
          new LedgerConversations(
              new JdbcLedger(database, clock), clock, () -> "look" + ids.incrementAndGet());
      Map<TrialPerson, List<String>> choices = new HashMap<>();
      people.forEach(person -> choices.put(person, TrialServer.heard(kept, person.conversation())));
      return choices;
    }
  }

  private static void pause(long millis) {
    try {
      TimeUnit.MILLISECONDS.sleep(millis);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /**
   * What a trial does.
   *
   * @param folder of the logs and, without a server, the database
   * @param server a database server that all processes share
   * @param people how many talk at the same time
   * @param eventsEach how many things each does
   * @param meanPauseMillis between two things that one person does
   * @param patience at the end: what has not come so long after the last answer is lost
   */
  record Plan(
      Path folder,
      Optional<TrialDatabase> server,
      int instances,
      int people,
      int eventsEach,
      int meanPauseMillis,
      Troubles troubles,
      Duration patience,
      long seed) {}

  /**
   * What goes wrong.
   *
   * @param killEveryMillis mean time between kills at random; 0 for none
   * @param crashOneIn a process dies at one in so many step boundaries; 0 for never
   * @param faults how many of a hundred calls of the Web API go wrong
   * @param databaseStops how often the database server is stopped and started again
   * @param replace whether the processes are stopped and replaced in turn
   * @param plant {@code loss}, {@code double} and {@code choice}, or some of them, to see that the
   *     trial finds them; blank otherwise
   */
  record Troubles(
      int killEveryMillis,
      int crashOneIn,
      int faults,
      int databaseStops,
      boolean replace,
      String plant) {}
}
