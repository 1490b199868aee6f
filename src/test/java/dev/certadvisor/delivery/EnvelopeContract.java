package dev.certadvisor.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.certadvisor.conversation.Act;
import dev.certadvisor.conversation.ConversationId;
import dev.certadvisor.conversation.Incoming;
import dev.certadvisor.conversation.PersonId;
import dev.certadvisor.decision.Choice;
import dev.certadvisor.decision.ChoiceId;
import dev.certadvisor.decision.QuestionId;
import dev.certadvisor.delivery.Ledger.Answered;
import dev.certadvisor.delivery.Ledger.End;
import dev.certadvisor.delivery.Ledger.Outgoing;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What a ledger keeps of what came in: each once, in its order, until it is answered. */
interface EnvelopeContract extends LedgerUnderTest {

  static Stream<Incoming> incomings() {
    PersonId ann = new PersonId("T1", "U'1");
    ConversationId talk = new ConversationId.Private(ann);
    ConversationId thread = new ConversationId.ChannelThread("T1", "C1", "1.5");
    return Stream.of(
        new Incoming.Said(thread, ann, "what’s \"this\" & 🎓\n?"),
        new Incoming.Commanded(talk, ann, ""),
        new Incoming.OpenedHome(talk, ann),
        new Incoming.OpenedMessages(talk, ann),
        new Incoming.Halted(talk, ann),
        new Incoming.Chose(talk, ann, new Act.Say("more")),
        new Incoming.Chose(
            talk, ann, new Act.Choose(new Choice(new QuestionId("q"), new ChoiceId("c")))),
        new Incoming.Chose(talk, ann, new Act.Do(Act.Move.BACK)),
        new Incoming.Chose(thread, ann, new Act.Rate(true, "cost")));
  }

  @ParameterizedTest
  @MethodSource("dev.certadvisor.delivery.EnvelopeContract#incomings")
  default void anEnvelopeComesBackAsItWas(Incoming incoming) {
    Envelope envelope = new Envelope(Correspondent.id(), incoming, ann().place(), ann().now());
    ledger().take(envelope);

    Envelope next = ledger().nextEnvelope(envelope.lane()).orElseThrow();

    assertThat(next).isEqualTo(envelope);
    ledger().answer(next, before -> new Answered(before, List.of()));
  }

  @Test
  default void anIdIsTakenOnceEvenAfterItsAnswer() {
    Envelope envelope = ann().said("hello");

    assertThat(ledger().take(envelope)).isTrue();
    assertThat(ledger().take(envelope)).isFalse();
    ledger().answer(envelope, before -> new Answered(before, List.of()));
    assertThat(ledger().take(envelope)).isFalse();
    assertThat(ledger().take(envelope.id(), List.of(ann().parcel("p")))).isFalse();

    assertThat(ledger().nextEnvelope(ann().lane())).isEmpty();
    assertThat(ledger().isWaiting(ann().parcel("p").lane())).isFalse();
  }

  @Test
  default void ofManyWhoTakeAnIdAtTheSameTimeOneSucceeds() throws Exception {
    Envelope envelope = ann().said("hello");
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      Callable<Boolean> take = () -> ledger().take(envelope);
      List<Future<Boolean>> taken =
          threads.invokeAll(IntStream.range(0, 8).mapToObj(i -> take).toList());

      int successes = 0;
      for (Future<Boolean> one : taken) {
        successes += one.get() ? 1 : 0;
      }
      assertThat(successes).isEqualTo(1);
    }
  }

  @Test
  default void howeverMuchIsOldAllOfItIsForgotten() {
    List<String> ids = Stream.generate(Correspondent::id).limit(450).toList();
    ids.forEach(id -> assertThat(ledger().take(id, List.of())).isTrue());
    assertThat(ledger().take(ids.getFirst(), List.of())).isFalse();

    ledger().forgetBefore(Instant.EPOCH, ann().now().plusSeconds(1));

    assertThat(ids).allSatisfy(id -> assertThat(ledger().take(id, List.of())).isTrue());
  }

  @Test
  default void envelopesOfAConversationComeInTheOrderTaken() {
    Envelope first = ann().said("one");
    Envelope second = ann().said("two");
    ledger().take(first);
    ledger().take(second);

    assertThat(ledger().nextEnvelope(ann().lane())).contains(first);
    ledger().answer(first, before -> new Answered(before, List.of()));
    assertThat(ledger().nextEnvelope(ann().lane())).contains(second);
    assertThat(ledger().waiting()).contains(ann().lane());
    ledger().answer(second, before -> new Answered(before, List.of()));
    assertThat(ledger().isWaiting(ann().lane())).isFalse();
    assertThat(ledger().waiting()).doesNotContain(ann().lane());
  }

  @Test
  default void anAnswerStoresConversationAndParcelsAndCompletesTheEnvelope() {
    Envelope envelope = ann().said("hello");
    ledger().take(envelope);
    Parcel parcel = ann().parcel("hi");

    assertThat(ledger().answer(envelope, before -> new Answered(GREETED, List.of(parcel))))
        .containsExactly(parcel.lane());

    assertThat(ann().stored(ledger())).isEqualTo(GREETED);
    assertThat(ledger().nextEnvelope(ann().lane())).isEmpty();
    assertThat(ledger().claim(parcel.lane()).map(Outgoing::parcel)).contains(parcel);
  }

  @Test
  default void anAnswerThatFailsLeavesEverythingAsItWas() {
    Envelope envelope = ann().said("hello");
    ledger().take(envelope);

    assertThatThrownBy(() ->
            ledger()
                .answer(
                    envelope,
                    before -> {
                      throw new IllegalStateException("poison");
                    }))
        .isInstanceOf(IllegalStateException.class);

    assertThat(ledger().nextEnvelope(ann().lane())).contains(envelope);
    assertThat(ledger().failed(envelope)).isEqualTo(1);
    assertThat(ledger().failed(envelope)).isEqualTo(2);
  }

  @Test
  default void anEnvelopeThatIsGivenUpMakesRoomAndLeavesTheConversation() {
    ann().answer(ledger(), GREETED);
    Envelope poison = ann().said("poison");
    ledger().take(poison);
    Parcel apology = ann().parcel("sorry");

    assertThat(ledger().giveUp(poison, "incident 7", List.of(apology)))
        .containsExactly(apology.lane());

    assertThat(ledger().nextEnvelope(ann().lane())).isEmpty();
    assertThat(ledger().claim(apology.lane()).map(Outgoing::parcel)).contains(apology);
    assertThat(ann().stored(ledger())).isEqualTo(GREETED);
    assertThat(ledger().giveUp(poison, "again", List.of(apology))).isEmpty();
  }

  @Test
  default void anEnvelopeIsAnsweredOnceEvenByTwo() {
    Envelope envelope = ann().said("hello");
    ledger().take(envelope);
    ledger().answer(envelope, before -> new Answered(before, List.of(ann().parcel("hi"))));

    assertThat(
            ledger().answer(envelope, before -> new Answered(before, List.of(ann().parcel("hi")))))
        .isEmpty();

    ledger().settle(ann().parcel("hi"), new End.Arrived());
    assertThat(ledger().isWaiting(ann().parcel("hi").lane())).isFalse();
  }
}
