package dev.certadvisor.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class VirtualThreadLanesTest {

  private static final int AT_ONCE = 4;

  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
  private final List<Lane> stalled = new CopyOnWriteArrayList<>();
  private final VirtualThreadLanes lanes =
      new VirtualThreadLanes(threads, AT_ONCE, (lane, cause) -> stalled.add(lane));

  @AfterEach
  void stop() {
    lanes.stop(Duration.ofSeconds(5));
    threads.close();
  }

  @Test
  void nothingThatIsStoredBeforeWakingIsMissedAndALaneHasOneWorker() throws Exception {
    int laneCount = 20;
    int tasks = 500;
    Map<Lane, AtomicInteger> waiting = new ConcurrentHashMap<>();
    Map<Lane, AtomicInteger> workers = new ConcurrentHashMap<>();
    AtomicInteger together = new AtomicInteger();
    AtomicInteger most = new AtomicInteger();
    AtomicInteger crowded = new AtomicInteger();
    CountDownLatch done = new CountDownLatch(laneCount * tasks);
    lanes.start(lane -> {
      most.accumulateAndGet(together.incrementAndGet(), Math::max);
      AtomicInteger here = count(workers, lane);
      if (here.incrementAndGet() > 1) {
        crowded.incrementAndGet();
      }
      boolean worked = count(waiting, lane).getAndUpdate(left -> Math.max(0, left - 1)) > 0;
      if (worked) {
        done.countDown();
      }
      here.decrementAndGet();
      together.decrementAndGet();
      return worked ? Optional.of(Duration.ZERO) : Optional.empty();
    });
    List<Lane> all = IntStream.range(0, laneCount).mapToObj(VirtualThreadLanesTest::lane).toList();

    for (int i = 0; i < tasks; i++) {
      for (Lane lane : all) {
        threads.execute(() -> {
          count(waiting, lane).incrementAndGet();
          lanes.wake(lane);
        });
      }
    }

    assertThat(done.await(30, TimeUnit.SECONDS)).isTrue();
    assertThat(crowded).hasValue(0);
    assertThat(most.get()).isLessThanOrEqualTo(AT_ONCE);
  }

  @Test
  void aStepThatThrowsIsTakenAgain() throws Exception {
    assertIsTakenAgainAfter(new IllegalStateException("the database is gone"));
  }

  @Test
  void aStepThatEndsInAnErrorIsTakenAgain() throws Exception {
    assertIsTakenAgainAfter(new StackOverflowError());
  }

  private void assertIsTakenAgainAfter(Throwable trouble) throws InterruptedException {
    AtomicInteger steps = new AtomicInteger();
    CountDownLatch done = new CountDownLatch(1);
    lanes.start(lane -> {
      if (steps.incrementAndGet() == 1) {
        switch (trouble) {
          case RuntimeException exception -> throw exception;
          case Error error -> throw error;
          default -> throw new IllegalArgumentException(trouble);
        }
      }
      done.countDown();
      return Optional.empty();
    });

    lanes.wake(lane(1));

    assertThat(done.await(30, TimeUnit.SECONDS)).isTrue();
    assertThat(stalled).containsExactly(lane(1));
  }

  @Test
  void stoppingWaitsForWhatIsBegun() throws Exception {
    CountDownLatch begun = new CountDownLatch(1);
    CountDownLatch mayEnd = new CountDownLatch(1);
    AtomicInteger ended = new AtomicInteger();
    lanes.start(lane -> {
      begun.countDown();
      await(mayEnd);
      ended.incrementAndGet();
      return Optional.empty();
    });
    lanes.wake(lane(1));
    await(begun);

    threads.execute(mayEnd::countDown);
    lanes.stop(Duration.ofSeconds(30));

    assertThat(ended).hasValue(1);
  }

  private static AtomicInteger count(Map<Lane, AtomicInteger> counts, Lane lane) {
    return counts.computeIfAbsent(lane, key -> new AtomicInteger());
  }

  private static void await(CountDownLatch latch) {
    try {
      assertThat(latch.await(30, TimeUnit.SECONDS)).isTrue();
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    }
  }

  private static Lane lane(int number) {
    return new Lane(Lane.Work.SEND, "lane " + number);
  }
}
