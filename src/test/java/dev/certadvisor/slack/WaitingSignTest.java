package dev.certadvisor.slack;

import static org.assertj.core.api.Assertions.assertThat;

import com.slack.api.Slack;
import dev.certadvisor.conversation.ConversationId;
import dev.certadvisor.conversation.Incoming;
import dev.certadvisor.conversation.PersonId;
import dev.certadvisor.delivery.Address;
import dev.certadvisor.delivery.Envelope;
import dev.certadvisor.delivery.Lane;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Predicate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class WaitingSignTest {

  private static final String STATUS = "assistant.threads.setStatus";
  private static final String WORDS = "is looking it up";

  private final StubMethods api = new StubMethods();
  private final Slack slack = WebApi.connect(false);

  @AfterEach
  void close() throws Exception {
    slack.close();
    api.close();
  }

  @Test
  void whereItCannotBeToldWhetherSomethingWaitsTheSignStaysUntilItCan() {
    AtomicInteger looks = new AtomicInteger();

    sign(lane ->
            switch (looks.incrementAndGet()) {
              case 1 -> true;
              case 2 -> throw new IllegalStateException("the database is busy");
              default -> false;
            })
        .watch(said("maya"), "1.0");

    assertThat(api.await(STATUS, 2))
        .extracting(call -> call.parameters().get("status"))
        .containsExactly(WORDS, "");
  }

  @Test
  void whereManyWaitOnlyThirtyTwoAreShownASign() {
    AtomicBoolean waiting = new AtomicBoolean(true);
    WaitingSign sign = sign(lane -> waiting.get());

    for (int i = 0; i < 100; i++) {
      sign.watch(said("person " + i), "1." + i);
    }
    api.await(STATUS, 32);
    waiting.set(false);

    assertThat(api.await(STATUS, 64))
        .hasSize(64)
        .filteredOn(call -> WORDS.equals(call.parameters().get("status")))
        .hasSize(32);
  }

  private WaitingSign sign(Predicate<Lane> isWaiting) {
    return new WaitingSign(
        slack,
        api::api,
        Tokens.single("xoxb-1"),
        WORDS,
        isWaiting,
        task -> Thread.ofVirtual().start(task));
  }

  private static Envelope said(String user) {
    PersonId person = new PersonId("T1", user);
    return new Envelope(
        "event:" + user,
        new Incoming.Said(new ConversationId.Private(person), person, "which one?"),
        new Address.InChannel("T1", "D1", Optional.empty()),
        Instant.EPOCH);
  }
}
