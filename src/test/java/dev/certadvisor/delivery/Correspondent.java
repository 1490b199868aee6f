package dev.certadvisor.delivery;

import dev.certadvisor.conversation.Conversation;
import dev.certadvisor.conversation.ConversationId;
import dev.certadvisor.conversation.Incoming;
import dev.certadvisor.conversation.PersonId;
import dev.certadvisor.delivery.Ledger.Answered;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * Someone whose messages a ledger keeps, unlike anyone else, and the time at which that happens.
 */
public final class Correspondent {

  private final PersonId person = new PersonId("T1", UUID.randomUUID().toString());
  private Instant now = Instant.parse("2026-11-23T12:00:00Z");

  /** The time, for the ledger as well. */
  public Instant now() {
    return now;
  }

  /** Makes it another time, earlier or later. */
  void turnTo(Instant other) {
    now = other;
  }

  /** Where the messages wait for their answers. */
  Lane lane() {
    return said("any").lane();
  }

  /** A message that is not in the ledger yet. */
  Envelope said(String text) {
    ConversationId talk = new ConversationId.Private(person);
    return new Envelope(id(), new Incoming.Said(talk, person, text), place(), now);
  }

  /** A part of an answer; the same text makes the same parcel. */
  Parcel parcel(String text) {
    return new Parcel(person.user() + "#" + text, place(), text);
  }

  /** Where the person writes and is answered. */
  Address place() {
    return thread("1.5");
  }

  /** A thread in the same channel. */
  Address thread(String ts) {
    return new Address.InChannel("T1", "D" + person.user(), Optional.of(ts));
  }

  /** Has an answer kept that leaves the conversation like this. */
  void answer(Ledger ledger, Conversation next) {
    Envelope envelope = said("x");
    ledger.take(envelope);
    ledger.answer(envelope, before -> new Answered(next, List.of()));
  }

  /** The conversation as the ledger has it. */
  Conversation stored(Ledger ledger) {
    Conversation[] seen = {Conversation.NEW};
    Envelope envelope = said("y");
    ledger.take(envelope);
    ledger.answer(
        envelope,
        before -> {
          seen[0] = before;
          return new Answered(before, List.of());
        });
    return seen[0];
  }

  /** An id that nothing else has. */
  static String id() {
    return UUID.randomUUID().toString();
  }
}
