package dev.certadvisor;

import static org.assertj.core.api.Assertions.assertThat;

import dev.certadvisor.delivery.Backlog;
import dev.certadvisor.delivery.Lane;
import dev.certadvisor.delivery.Lanes;
import dev.certadvisor.playground.Channel;
import dev.certadvisor.playground.Message;
import dev.certadvisor.playground.Person;
import dev.certadvisor.playground.SlackStandIn;
import dev.certadvisor.slack.Payloads;
import dev.certadvisor.slack.SignedSender;
import dev.certadvisor.testing.TestWorkspace;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.support.GenericApplicationContext;

/** How much the server takes, over real HTTP with signatures like Slack's. */
class LimitsTest {

  private static final Duration WINDOW = Duration.ofMinutes(1);

  @TempDir private Path folder;
  private final TestWorkspace workspace = new TestWorkspace();
  private final SlackStandIn standIn = workspace.slack();
  private final ShiftedClock clock = ShiftedClock.atTheStartOfAWindow();
  private int events;

  @BeforeEach
  void settle() {
    standIn.admit(new Person("U0ANN", "ann", "Ann", "", "D0ANN"));
    standIn.admit(new Person("U0BOB", "bob", "Bob", "", "D0BOB"));
    for (int i = 1; i <= 7; i++) {
      standIn.open(new Channel("C" + i, "c" + i, ""));
    }
  }

  @AfterEach
  void close() {
    workspace.close();
    assertThat(workspace.refusals()).isEmpty();
  }

  @Test
  void whoIsOverTheLimitHearsSoOnceAndAloneAndIsAnsweredAgainInTheNextWindow() {
    try (Server server = server(Map.of("ADVISOR_LIMIT_PERSON", "2"))) {
      for (int i = 1; i <= 5; i++) {
        assertThat(server.slack.json(mention("U0ANN", "C" + i, "ann " + i)).statusCode())
            .isEqualTo(200);
      }
      server.slack.json(mention("U0BOB", "C6", "bob"));

      assertThat(standIn.awaitAnswers(4))
          .extracting(LimitsTest::line)
          .containsExactlyInAnyOrder(
              "C1: You said: ann 1",
              "C2: You said: ann 2",
              "C3 to U0ANN: That is more than I can tak",
              "C6: You said: bob");

      clock.advance(WINDOW);
      server.slack.json(mention("U0ANN", "C7", "ann 7"));

      assertThat(standIn.awaitAnswers(5))
          .extracting(LimitsTest::line)
          .contains("C7: You said: ann 7");
    }
    assertThat(standIn.answers()).as("what was refused stays refused").hasSize(5);
  }

  @Test
  void whatSlackDeliversTwiceCountsOnce() {
    try (Server server = server(Map.of("ADVISOR_LIMIT_PERSON", "2"))) {
      String first = mention("U0ANN", "C1", "one");
      server.slack.json(first);
      server.slack.json(first);
      server.slack.json(first);
      server.slack.json(mention("U0ANN", "C2", "two"));

      assertThat(standIn.awaitAnswers(2))
          .extracting(LimitsTest::line)
          .containsExactlyInAnyOrder("C1: You said: one", "C2: You said: two");
    }
    assertThat(standIn.answers()).hasSize(2);
  }

  @Test
  void aBusyChannelIsLimitedAndEveryPersonInItHearsSoOnceWhileDirectMessagesGoOn() {
    try (Server server = server(Map.of("ADVISOR_LIMIT_CHANNEL", "1"))) {
      server.slack.json(mention("U0ANN", "C1", "one"));
      standIn.awaitAnswers(1);
      server.slack.json(mention("U0ANN", "C1", "two"));
      server.slack.json(mention("U0BOB", "C1", "three"));
      server.slack.json(mention("U0BOB", "C1", "four"));
      server.slack.json(directMessage("U0BOB", "D0BOB", "five"));

      assertThat(standIn.awaitAnswers(4))
          .extracting(LimitsTest::line)
          .containsExactlyInAnyOrder(
              "C1: You said: one",
              "C1 to U0ANN: This channel is keeping me",
              "C1 to U0BOB: This channel is keeping me",
              "D0BOB: You said: five");
    }
    assertThat(standIn.answers()).hasSize(4);
  }

  @Test
  void aFullQueueMakesSlackTryAgainAndTheServerUnreadyUntilThereIsRoom() {
    Gate gate = new Gate();
    try (Server server = server(Map.of("ADVISOR_QUEUE", "3"), gate)) {
      for (int i = 1; i <= 3; i++) {
        server.slack.json(mention("U0ANN", "C" + i, "first " + i));
      }
      String late = mention("U0ANN", "C4", "late");

      HttpResponse<String> refused = server.slack.json(late);

      assertThat(refused.statusCode()).isEqualTo(503);
      assertThat(refused.headers().firstValue("Retry-After")).contains("5");
      assertThat(server.readiness()).isEqualTo(503);
      gate.open();
      standIn.awaitAnswers(3);
      server.awaitEmptyQueue();
      assertThat(server.readiness()).isEqualTo(200);
      assertThat(server.slack.json(late).statusCode()).isEqualTo(200);
      assertThat(standIn.awaitAnswers(4).getLast().text()).isEqualTo("You said: late");
    }
  }

  @Test
  void aStopFinishesWhatWasTakenAndTakesNoMore() throws Exception {
    Gate gate = new Gate();
    Server server = server(Map.of(), gate);
    for (int i = 1; i <= 3; i++) {
      server.slack.json(directMessage("U0ANN", "D0ANN", "number " + i));
    }

    CompletableFuture<Void> stopping = CompletableFuture.runAsync(server::close);
    gate.open();
    stopping.get(30, TimeUnit.SECONDS);

    assertThat(standIn.answers())
        .extracting(Message::text)
        .containsExactly("You said: number 1", "You said: number 2", "You said: number 3");
  }

  private static String line(Message message) {
    String text = message.text();
    return message.channel()
        + message.onlyFor().map(who -> " to " + who).orElse("")
        + ": "
        + text.substring(0, Math.min(27, text.length())).strip();
  }

  private String mention(String user, String channel, String text) {
    return from(user, "app-mention", channel, "<@U0BOT> " + text);
  }

  private String directMessage(String user, String channel, String text) {
    return from(user, "direct-message", channel, text);
  }

  private String from(String user, String payload, String channel, String text) {
    return Payloads.of(
            payload,
            Map.of(
                "event",
                "Ev" + ++events,
                "text",
                text,
                "ts",
                "1763900000.000100",
                "channel",
                channel))
        .replace("U0ANN", user);
  }

  private Server server(Map<String, String> settings) {
    Gate open = new Gate();
    open.open();
    return server(settings, open);
  }

  private Server server(Map<String, String> more, Gate gate) {
    Map<String, String> environment = new HashMap<>(more);
    environment.putAll(workspace.environment());
    environment.put("SERVER_PORT", "0");
    environment.put("ADVISOR_DATA", folder.toString());
    SpringApplication application =
        new SlackServer(Settings.from(environment), new EchoingAdvisor(), Optional.empty())
            .application();
    application.addInitializers(context ->
        ((GenericApplicationContext) context)
            .registerBean(Swap.class, () -> new Swap(clock, gate)));
    return new Server(application.run());
  }

  /** A server and what one needs to talk to it. */
  private static final class Server implements AutoCloseable {
    private final ConfigurableApplicationContext context;
    private final URI address;
    private final SignedSender slack;

    Server(ConfigurableApplicationContext context) {
      this.context = context;
      this.address = context.getBean(ServerAddress.class).get();
      this.slack = new SignedSender(address.resolve("/slack/events"), TestWorkspace.SECRET);
    }

    int readiness() {
      try {
        return HttpClient.newHttpClient()
            .send(
                HttpRequest.newBuilder(address.resolve("/actuator/health/readiness")).build(),
                BodyHandlers.discarding())
            .statusCode();
      } catch (Exception e) {
        throw new AssertionError(e);
      }
    }

    /** A message has arrived a moment before it is settled. */
    void awaitEmptyQueue() {
      Backlog backlog = context.getBean(Backlog.class);
      long end = System.nanoTime() + Duration.ofSeconds(20).toNanos();
      do {
        backlog.look();
      } while (backlog.waiting() > 0 && System.nanoTime() < end);
    }

    @Override
    public void close() {
      context.close();
    }
  }

  /** Lets nobody work until it is opened. */
  private static final class Gate implements Lanes {
    private final Set<Lane> waiting = new LinkedHashSet<>();
    private boolean open;
    private @Nullable Lanes lanes;

    synchronized Lanes before(Lanes others) {
      lanes = others;
      return this;
    }

    synchronized void open() {
      open = true;
      waiting.forEach(this::wake);
    }

    @Override
    public void start(Function<Lane, Optional<Duration>> step) {
      behind().start(step);
    }

    @Override
    public synchronized void wake(Lane lane) {
      if (open) {
        behind().wake(lane);
      } else {
        waiting.add(lane);
      }
    }

    @Override
    public void stop(Duration atMost) {
      behind().stop(atMost);
    }

    private synchronized Lanes behind() {
      return Objects.requireNonNull(lanes);
    }
  }

  /** Puts the test's own clock and gate in the server's place. */
  private record Swap(Clock clock, Gate gate) implements BeanPostProcessor {
    @Override
    public Object postProcessAfterInitialization(Object bean, String name) {
      return switch (bean) {
        case Clock real -> clock;
        case Lanes real -> gate.before(real);
        default -> bean;
      };
    }
  }

  /** Runs like the real one, but can be moved on. */
  private static final class ShiftedClock extends Clock {
    private volatile Duration shift;

    private ShiftedClock(Duration shift) {
      this.shift = shift;
    }

    static ShiftedClock atTheStartOfAWindow() {
      long millis = Instant.now().toEpochMilli();
      return new ShiftedClock(Duration.ofMillis(-(millis % WINDOW.toMillis())));
    }

    void advance(Duration by) {
      shift = shift.plus(by);
    }

    @Override
    public Instant instant() {
      return Instant.now().plus(shift);
    }

    @Override
    public ZoneId getZone() {
      return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
      return this;
    }
  }
}
