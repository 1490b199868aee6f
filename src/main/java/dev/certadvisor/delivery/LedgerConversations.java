package dev.certadvisor.delivery;

import dev.certadvisor.conversation.Conversation;
import dev.certadvisor.conversation.ConversationId;
import dev.certadvisor.conversation.ConversationStore;
import dev.certadvisor.conversation.Incoming;
import dev.certadvisor.conversation.PersonId;
import dev.certadvisor.conversation.Reply;
import dev.certadvisor.conversation.Transition;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * Keeps conversations in a ledger for surfaces that show the reply themselves, such as a terminal:
 * nothing is sent, and no words are stored.
 */
public final class LedgerConversations implements ConversationStore {

  private static final Address NOWHERE = new Address.Home("-", "-");

  private final Ledger ledger;
  private final InstantSource clock;
  private final Supplier<String> ids;

  /**
   * @param ledger where conversations are kept
   * @param clock for when something happened
   * @param ids gives a new id each time, unique over all times
   */
  public LedgerConversations(Ledger ledger, InstantSource clock, Supplier<String> ids) {
    this.ledger = ledger;
    this.clock = clock;
    this.ids = ids;
  }

  @Override
  public Transition update(ConversationId id, Function<Conversation, Transition> step) {
    Envelope turn =
        new Envelope(ids.get(), new Incoming.OpenedHome(id, person(id)), NOWHERE, clock.instant());
    ledger.take(turn);
    AtomicReference<Optional<Transition>> result = new AtomicReference<>(Optional.empty());
    ledger.answer(
        turn,
        before -> {
          Transition transition = step.apply(before);
          result.set(Optional.of(transition));
          return new Ledger.Answered(transition.next(), List.of(), transition.effects());
        });
    return result
        .get()
        .orElseThrow(
            () -> new IllegalStateException("the ledger did not take the step of " + id.key()));
  }

  private static PersonId person(ConversationId id) {
    return id instanceof ConversationId.Private talk
        ? talk.person()
        : new PersonId(id.workspace(), "-");
  }

  @Override
  public void forget(ConversationId id) {
    update(id, before -> new Transition(Conversation.NEW, Reply.SILENCE));
  }
}
