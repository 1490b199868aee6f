package dev.certadvisor.slack;

import com.slack.api.Slack;
import com.slack.api.methods.MethodsClient;
import com.slack.api.methods.SlackApiException;
import com.slack.api.methods.SlackApiTextResponse;
import dev.certadvisor.conversation.Incoming;
import dev.certadvisor.delivery.Address;
import dev.certadvisor.delivery.Envelope;
import dev.certadvisor.delivery.Lane;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Shows a person who waits that they were heard: a status where Slack allows it, else a pair of
 * eyes under the message, else nothing; and, where Slack has sessions of agents, its own stop
 * button ("Agent sessions", docs.slack.dev/ai). It works beside the answer, and neither delays nor
 * fails it.
 *
 * <p>Most answers are there before anyone could read a sign; one that only flickers is worse than
 * none, so it comes only after a moment.
 */
final class WaitingSign {

  private static final Logger LOG = LoggerFactory.getLogger(WaitingSign.class);
  private static final Duration MOMENT = Duration.ofMillis(700);
  private static final Duration LOOK_AGAIN = Duration.ofSeconds(1);

  /** A status is gone by itself after two minutes ("assistant.threads.setStatus"). */
  private static final int LOOKS = 110;

  /** Where more wait than this, signs for all would keep them waiting. */
  private static final int AT_ONCE = 32;

  private static final String EYES = "eyes";
  private static final String PROCESSING = "processing";
  private static final String ACTIVE = "active";

  private final Slack slack;
  private final Supplier<URI> api;
  private final Tokens tokens;
  private final String words;
  private final Predicate<Lane> isWaiting;
  private final Executor threads;
  private final Semaphore free = new Semaphore(AT_ONCE);

  /**
   * A sign.
   *
   * @param words what the status says
   * @param isWaiting whether something waits to be answered or sent, anywhere
   */
  WaitingSign(
      Slack slack,
      Supplier<URI> api,
      Tokens tokens,
      String words,
      Predicate<Lane> isWaiting,
      Executor threads) {
    this.slack = slack;
    this.api = api;
    this.tokens = tokens;
    this.words = words;
    this.isWaiting = isWaiting;
    this.threads = threads;
  }

  /**
   * Watches over a message that was taken.
   *
   * @param ts the message's own id, under which eyes can be put
   */
  void watch(Envelope envelope, String ts) {
    if (envelope.incoming() instanceof Incoming.Said
        && envelope.replyTo() instanceof Address.InChannel place) {
      after(
          MOMENT,
          () -> {
            if (free.tryAcquire()) {
              show(envelope, place, ts);
            }
          });
    }
  }

  private void show(Envelope envelope, Address.InChannel place, String ts) {
    List<Calling> shown = List.of();
    try {
      if (waits(envelope, place)) {
        shown =
            tokens.of(place.workspace()).map(token -> shown(token, place, ts)).orElse(List.of());
      }
    } finally {
      lower(envelope, place, shown.isEmpty() ? 0 : LOOKS, shown);
    }
  }

  /** Shows what can be shown, and gives what takes each of it away. */
  private List<Calling> shown(String token, Address.InChannel place, String ts) {
    MethodsClient methods = slack.methods(token);
    methods.setEndpointUrlPrefix(api.get().toString());
    String channel = place.channel();
    String thread = place.thread().orElse(ts);
    List<Calling> away = new ArrayList<>();
    if (ok(() -> session(methods, channel, thread, PROCESSING))) {
      away.add(() -> session(methods, channel, thread, ACTIVE));
    }
    if (ok(() -> status(methods, channel, thread, words))) {
      away.add(() -> status(methods, channel, thread, ""));
    } else if (ok(
        () -> methods.reactionsAdd(eyes -> eyes.channel(channel).timestamp(ts).name(EYES)))) {
      away.add(
          () -> methods.reactionsRemove(eyes -> eyes.channel(channel).timestamp(ts).name(EYES)));
    }
    return away;
  }

  /** Takes the stop button away once it was pressed, wherever it was put up. */
  void rest(Envelope envelope) {
    if (envelope.replyTo() instanceof Address.InChannel place && place.thread().isPresent()) {
      threads.execute(() ->
          tokens
              .of(place.workspace())
              .ifPresent(token -> {
                MethodsClient methods = slack.methods(token);
                methods.setEndpointUrlPrefix(api.get().toString());
                ok(() -> session(methods, place.channel(), place.thread().get(), ACTIVE));
              }));
    }
  }

  private static SlackApiTextResponse session(
      MethodsClient methods, String channel, String thread, String status)
      throws IOException, SlackApiException {
    return methods.agentsSessionsSetStatus(
        session -> session.channelId(channel).threadTs(thread).status(status));
  }

  private static SlackApiTextResponse status(
      MethodsClient methods, String channel, String thread, String words)
      throws IOException, SlackApiException {
    return methods.assistantThreadsSetStatus(
        status -> status.channelId(channel).threadTs(thread).status(words));
  }

  /** Takes signs away once nothing waits any more, even where the answer came from elsewhere. */
  private void lower(Envelope envelope, Address.InChannel place, int looks, List<Calling> shown) {
    if (looks > 0 && mayWait(envelope, place)) {
      after(LOOK_AGAIN, () -> lower(envelope, place, looks - 1, shown));
    } else {
      shown.forEach(WaitingSign::ok);
      free.release();
    }
  }

  /** What cannot be told now may be told at the next look. */
  private boolean mayWait(Envelope envelope, Address.InChannel place) {
    try {
      return waits(envelope, place);
    } catch (RuntimeException e) {
      return true;
    }
  }

  private boolean waits(Envelope envelope, Address.InChannel place) {
    return isWaiting.test(envelope.lane())
        || isWaiting.test(new Lane(Lane.Work.SEND, place.channelKey()));
  }

  private void after(Duration pause, Runnable work) {
    CompletableFuture.delayedExecutor(pause.toMillis(), TimeUnit.MILLISECONDS, threads)
        .execute(() -> {
          try {
            work.run();
          } catch (RuntimeException e) {
            LOG.debug("A sign could not be shown: {}", e.getClass().getSimpleName());
          }
        });
  }

  private static boolean ok(Calling call) {
    try {
      return call.call().isOk();
    } catch (IOException | SlackApiException | RuntimeException e) {
      return false;
    }
  }

  /** One call of the Web API. */
  private interface Calling {
    SlackApiTextResponse call() throws IOException, SlackApiException;
  }
}
