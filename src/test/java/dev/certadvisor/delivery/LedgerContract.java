package dev.certadvisor.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.certadvisor.conversation.Act;
import dev.certadvisor.conversation.Conversation;
import dev.certadvisor.conversation.ConversationId;
import dev.certadvisor.conversation.Effect;
import dev.certadvisor.conversation.Incoming;
import dev.certadvisor.conversation.PersonId;
import dev.certadvisor.decision.Answer;
import dev.certadvisor.decision.Choice;
import dev.certadvisor.decision.ChoiceId;
import dev.certadvisor.decision.QuestionId;
import dev.certadvisor.delivery.Ledger.Answered;
import dev.certadvisor.delivery.Ledger.End;
import dev.certadvisor.delivery.Ledger.Outgoing;
import dev.certadvisor.interview.Session;
import dev.certadvisor.knowledge.PassageId;
import dev.certadvisor.knowledge.SectionId;
import dev.certadvisor.knowledge.SubjectId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What every ledger has to keep. Each test uses a person of its own, so a ledger may be shared. */
public abstract class LedgerContract {

  private static final Conversation GREETED =
      new Conversation(Optional.empty(), Optional.empty(), true, false);

  private final PersonId person = new PersonId("T1", UUID.randomUUID().toString());
  private final Lane lane = said("any").lane();
  private Instant now = Instant.parse("2026-11-23T12:00:00Z");

  /** The ledger under test, which reads the time from {@link #now}. */
  protected abstract Ledger ledger();

  /** The time. */
  protected Instant now() {
    return now;
  }

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

  static Stream<Address> addresses() {
    return Stream.of(
        new Address.InChannel("T1", "C1", Optional.of("1.5")),
        new Address.InChannel("T1", "D1", Optional.empty()),
        new Address.OnlyFor("T1", "C1", Optional.of("1.5"), "U1"),
        new Address.DirectTo("T1", "U1"),
        new Address.Return("T1", "C1", "U1", "https://hooks.example/1?a=b&c"),
        new Address.Home("T1", "U1"),
        new Address.Suggestions("T1", "D1"));
  }

  @ParameterizedTest
  @MethodSource("incomings")
  void anEnvelopeComesBackAsItWas(Incoming incoming) {
    Envelope envelope = new Envelope(id(), incoming, place(), now);
    ledger().take(envelope);

    Envelope next = ledger().nextEnvelope(envelope.lane()).orElseThrow();

    assertThat(next).isEqualTo(envelope);
    ledger().answer(next, before -> new Answered(before, List.of()));
  }

  @ParameterizedTest
  @MethodSource("addresses")
  void aParcelComesBackAsItWas(Address address) {
    Parcel parcel = new Parcel(id(), address, "{\"text\":\"<&>’🎓\"}");
    ledger().take(id(), List.of(parcel));

    assertThat(ledger().claim(parcel.lane())).contains(new Outgoing(parcel, 0, false, false));
    ledger().settle(parcel, new End.Arrived());
  }

  @Test
  void anIdIsTakenOnceEvenAfterItsAnswer() {
    Envelope envelope = said("hello");

    assertThat(ledger().take(envelope)).isTrue();
    assertThat(ledger().take(envelope)).isFalse();
    ledger().answer(envelope, before -> new Answered(before, List.of()));
    assertThat(ledger().take(envelope)).isFalse();
    assertThat(ledger().take(envelope.id(), List.of(parcel("p")))).isFalse();

    assertThat(ledger().nextEnvelope(lane)).isEmpty();
    assertThat(ledger().isWaiting(parcel("p").lane())).isFalse();
  }

  @Test
  void ofManyWhoTakeAnIdAtTheSameTimeOneSucceeds() throws Exception {
    Envelope envelope = said("hello");
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
  void envelopesOfAConversationComeInTheOrderTaken() {
    Envelope first = said("one");
    Envelope second = said("two");
    ledger().take(first);
    ledger().take(second);

    assertThat(ledger().nextEnvelope(lane)).contains(first);
    ledger().answer(first, before -> new Answered(before, List.of()));
    assertThat(ledger().nextEnvelope(lane)).contains(second);
    assertThat(ledger().waiting()).contains(lane);
    ledger().answer(second, before -> new Answered(before, List.of()));
    assertThat(ledger().isWaiting(lane)).isFalse();
    assertThat(ledger().waiting()).doesNotContain(lane);
  }

  @Test
  void anAnswerStoresConversationAndParcelsAndCompletesTheEnvelope() {
    Envelope envelope = said("hello");
    ledger().take(envelope);
    Parcel parcel = parcel("hi");

    assertThat(ledger().answer(envelope, before -> new Answered(GREETED, List.of(parcel))))
        .containsExactly(parcel.lane());

    assertThat(stored()).isEqualTo(GREETED);
    assertThat(ledger().nextEnvelope(lane)).isEmpty();
    assertThat(ledger().claim(parcel.lane()).map(Outgoing::parcel)).contains(parcel);
  }

  @Test
  void anAnswerThatFailsLeavesEverythingAsItWas() {
    Envelope envelope = said("hello");
    ledger().take(envelope);

    assertThatThrownBy(() ->
            ledger()
                .answer(
                    envelope,
                    before -> {
                      throw new IllegalStateException("poison");
                    }))
        .isInstanceOf(IllegalStateException.class);

    assertThat(ledger().nextEnvelope(lane)).contains(envelope);
    assertThat(ledger().failed(envelope)).isEqualTo(1);
    assertThat(ledger().failed(envelope)).isEqualTo(2);
  }

  @Test
  void anEnvelopeThatIsGivenUpMakesRoomAndLeavesTheConversation() {
    answer(GREETED);
    Envelope poison = said("poison");
    ledger().take(poison);
    Parcel apology = parcel("sorry");

    assertThat(ledger().giveUp(poison, "incident 7", List.of(apology)))
        .containsExactly(apology.lane());

    assertThat(ledger().nextEnvelope(lane)).isEmpty();
    assertThat(ledger().claim(apology.lane()).map(Outgoing::parcel)).contains(apology);
    assertThat(stored()).isEqualTo(GREETED);
    assertThat(ledger().giveUp(poison, "again", List.of(apology))).isEmpty();
  }

  @Test
  void anEnvelopeIsAnsweredOnceEvenByTwo() {
    Envelope envelope = said("hello");
    ledger().take(envelope);
    ledger().answer(envelope, before -> new Answered(before, List.of(parcel("hi"))));

    assertThat(ledger().answer(envelope, before -> new Answered(before, List.of(parcel("hi")))))
        .isEmpty();

    ledger().settle(parcel("hi"), new End.Arrived());
    assertThat(ledger().isWaiting(parcel("hi").lane())).isFalse();
  }

  @Test
  void aConversationInWhichNothingIsLeftIsForgotten() {
    answer(GREETED);
    answer(Conversation.NEW);

    assertThat(stored()).isEqualTo(Conversation.NEW);
  }

  @Test
  void aParcelsFateIsRemembered() {
    Parcel parcel = parcel("hi");
    ledger().take(id(), List.of(parcel));

    assertThat(ledger().claim(parcel.lane())).contains(new Outgoing(parcel, 0, false, false));
    assertThat(ledger().claim(parcel.lane())).contains(new Outgoing(parcel, 1, true, false));
    assertThat(ledger().claim(parcel.lane())).contains(new Outgoing(parcel, 1, true, false));
    ledger().returned(parcel);
    assertThat(ledger().claim(parcel.lane())).contains(new Outgoing(parcel, 1, false, false));
    ledger().privately(parcel);
    assertThat(ledger().claim(parcel.lane())).contains(new Outgoing(parcel, 2, false, true));
    assertThat(ledger().isWaiting(parcel.lane())).isTrue();
    ledger().settle(parcel, new End.GivenUp("channel_not_found"));
    assertThat(ledger().claim(parcel.lane())).isEmpty();
    assertThat(ledger().isWaiting(parcel.lane())).isFalse();
  }

  @Test
  void aHaltTakesAwayWhatWaitsThereButNotWhatIsBeingSentOrGoesElsewhere() {
    Parcel begun = parcel("begun");
    Parcel elsewhere =
        new Parcel(
            id(), new Address.InChannel("T1", "D" + person.user(), Optional.of("2.5")), "other");
    ledger().take(id(), List.of(begun, parcel("waits"), elsewhere));
    assertThat(ledger().claim(begun.lane()).orElseThrow().parcel()).isEqualTo(begun);
    Envelope halted = said("stop");
    ledger().take(halted);

    Set<Lane> woken =
        ledger()
            .answer(
                halted,
                before ->
                    new Answered(before, List.of(parcel("stopped")), List.of(new Effect.Halt())));

    assertThat(woken).containsExactly(begun.lane());
    List<Parcel> left = new ArrayList<>();
    for (Optional<Outgoing> next = ledger().claim(begun.lane());
        next.isPresent();
        next = ledger().claim(begun.lane())) {
      left.add(next.get().parcel());
      ledger().settle(next.get().parcel(), new End.Arrived());
    }
    assertThat(left).containsExactly(begun, elsewhere, parcel("stopped"));
  }

  @Test
  void aConversationComesBackAsItWas() {
    QuestionId question = new QuestionId("daily-work");
    Session.Step step =
        new Session.Step(List.of(new Answer(new Choice(question, new ChoiceId("models")), "mark")));
    Conversation conversation =
        new Conversation(
            Optional.of(
                new Conversation.Focus(
                    List.of(new SubjectId("aws")),
                    "what’s it <cost> & why?",
                    List.of("price"),
                    List.of(new PassageId(new SectionId("cost"), "fees")),
                    now.plusNanos(123_456_000))),
            Optional.of(
                new Session(
                    "v7",
                    List.of(step, step),
                    Session.Phase.PAUSED,
                    true,
                    Optional.of(question),
                    2,
                    now)),
            true,
            true);

    answer(conversation);

    assertThat(stored()).isEqualTo(conversation);
  }

  @Test
  void whatIsOldIsForgotten() {
    answer(GREETED);
    Instant later = now.plusSeconds(1);

    ledger().forgetBefore(now, now);
    assertThat(stored()).isEqualTo(GREETED);
    now = now.minusSeconds(3_600);
    answer(new Conversation(Optional.empty(), Optional.empty(), false, false));
    answer(GREETED);
    ledger().forgetBefore(later.minusSeconds(2), Instant.EPOCH);

    assertThat(stored()).isEqualTo(Conversation.NEW);
  }

  @Test
  void howeverMuchIsOldAllOfItIsForgotten() {
    List<String> ids = Stream.generate(LedgerContract::id).limit(450).toList();
    ids.forEach(id -> assertThat(ledger().take(id, List.of())).isTrue());
    assertThat(ledger().take(ids.getFirst(), List.of())).isFalse();

    ledger().forgetBefore(Instant.EPOCH, now.plusSeconds(1));

    assertThat(ids).allSatisfy(id -> assertThat(ledger().take(id, List.of())).isTrue());
  }

  private void answer(Conversation next) {
    Envelope envelope = said("x");
    ledger().take(envelope);
    ledger().answer(envelope, before -> new Answered(next, List.of()));
  }

  private Conversation stored() {
    Conversation[] seen = {Conversation.NEW};
    Envelope envelope = said("y");
    ledger().take(envelope);
    ledger()
        .answer(
            envelope,
            before -> {
              seen[0] = before;
              return new Answered(before, List.of());
            });
    return seen[0];
  }

  private Envelope said(String text) {
    ConversationId talk = new ConversationId.Private(person);
    return new Envelope(id(), new Incoming.Said(talk, person, text), place(), now);
  }

  private Parcel parcel(String text) {
    return new Parcel(person.user() + "#" + text, place(), text);
  }

  private Address place() {
    return new Address.InChannel("T1", "D" + person.user(), Optional.of("1.5"));
  }

  private static String id() {
    return UUID.randomUUID().toString();
  }
}
