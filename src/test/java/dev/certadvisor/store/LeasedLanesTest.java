package dev.certadvisor.store;

import static org.assertj.core.api.Assertions.assertThat;

import dev.certadvisor.delivery.Lane;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class LeasedLanesTest {

  private final Database database = Postgres.open();
  private final List<LeasedLanes> started = new CopyOnWriteArrayList<>();
  private final Map<Lane, AtomicInteger> waiting = new ConcurrentHashMap<>();
  private final List<Lane> stalled = new CopyOnWriteArrayList<>();

  @AfterEach
  void stop() {
    started.forEach(lanes -> lanes.stop(Duration.ofSeconds(5)));
    database.close();
  }

  @Test
  void instancesShareTheLanesAndEachLaneHasOneWorker() throws Exception {
    int laneCount = 8;
    int tasks = 25;
    CountDownLatch done = new CountDownLatch(laneCount * tasks);
    AtomicInteger crowded = new AtomicInteger();
    Map<Lane, AtomicInteger> workers = new ConcurrentHashMap<>();
    Function<Lane, Optional<Duration>> step =
        lane -> {
          AtomicInteger here = count(workers, lane);
          if (here.incrementAndGet() > 1) {
            crowded.incrementAndGet();
          }
          boolean worked = count(waiting, lane).getAndUpdate(left -> Math.max(0, left - 1)) > 0;
          here.decrementAndGet();
          if (worked) {
            done.countDown();
          }
          return worked ? Optional.of(Duration.ZERO) : Optional.empty();
        };
    List<LeasedLanes> instances = List.of(instance(step), instance(step));

    for (int i = 0; i < tasks; i++) {
      for (Lane lane : IntStream.range(0, laneCount).mapToObj(LeasedLanesTest::lane).toList()) {
        count(waiting, lane).incrementAndGet();
        instances.get(i % 2).wake(lane);
      }
    }

    assertThat(done.await(60, TimeUnit.SECONDS)).isTrue();
    assertThat(crowded).hasValue(0);
  }

  @Test
  void aLaneThatHasToWaitIsTakenUpAgainAndOneThatThrowsToo() throws Exception {
    AtomicInteger steps = new AtomicInteger();
    CountDownLatch done = new CountDownLatch(1);
    LeasedLanes lanes =
        instance(lane ->
            switch (steps.incrementAndGet()) {
              case 1 -> Optional.of(Duration.ofMillis(100));
              case 2 -> throw new IllegalStateException("as it was told");
              default -> {
                done.countDown();
                yield Optional.empty();
              }
            });

    lanes.wake(lane(100));

    assertThat(done.await(60, TimeUnit.SECONDS)).isTrue();
    assertThat(stalled).containsExactly(lane(100));
  }

  private LeasedLanes instance(Function<Lane, Optional<Duration>> step) {
    LeasedLanes lanes =
        new LeasedLanes(
            database,
            lane -> count(waiting, lane).get() > 0,
            InstantSource.system(),
            4,
            (lane, cause) -> stalled.add(lane));
    lanes.start(step);
    started.add(lanes);
    return lanes;
  }

  private static AtomicInteger count(Map<Lane, AtomicInteger> counts, Lane lane) {
    return counts.computeIfAbsent(lane, key -> new AtomicInteger());
  }

  private static Lane lane(int number) {
    return new Lane(Lane.Work.SEND, "lane " + number);
  }
}
