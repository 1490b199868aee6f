package dev.certadvisor.delivery;

import dev.certadvisor.conversation.Conversation;
import dev.certadvisor.conversation.Effect;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/** Where envelopes, parcels and conversations are kept. Every method is one transaction. */
public interface Ledger {

  /**
   * Keeps an envelope.
   *
   * @return false if its id is known, even if it was answered long ago
   */
  boolean take(Envelope envelope);

  /**
   * Keeps parcels that answer something without an envelope.
   *
   * @param id what they answer
   * @return false if the id is known
   */
  boolean take(String id, List<Parcel> parcels);

  /** The envelope of a lane that was taken first of those not yet answered. */
  Optional<Envelope> nextEnvelope(Lane lane);

  /**
   * Answers an envelope: stores the conversation's new state and the parcels, and completes the
   * envelope, as one. Does nothing where the envelope is complete already. {@link Effect.Halt}
   * takes away the parcels that wait for the address to which the envelope is answered, before
   * those of this answer, but for one that is being sent.
   *
   * @param envelope one that {@link #nextEnvelope} gave
   * @param step pure, since it may run again after a conflict
   * @return the lanes in which parcels now wait
   */
  Set<Lane> answer(Envelope envelope, Function<Conversation, Answered> step);

  /**
   * Notes that answering an envelope failed.
   *
   * @return how often it has failed so far, at least 1
   */
  int failed(Envelope envelope);

  /**
   * Gives an envelope up: it becomes a dead letter, and its conversation stays as it is. Does
   * nothing where the envelope is complete already.
   *
   * @param reason without message text
   * @param apology to be sent instead of an answer
   * @return the lanes in which parcels now wait
   */
  Set<Lane> giveUp(Envelope envelope, String reason, List<Parcel> apology);

  /**
   * The parcel of a lane that was packed first of those not yet settled, as it stood. It is noted
   * as about to be handed to the carrier, so that its fate counts as unknown until it is settled or
   * returned; one whose sending was cut short before stays as it is.
   */
  Optional<Outgoing> claim(Lane lane);

  /**
   * Notes that a parcel is to be sent to the asker alone from now on, since it may have arrived for
   * all to see and nobody can tell.
   */
  void privately(Parcel parcel);

  /** Notes that a parcel certainly did not arrive and is to be tried again. */
  void returned(Parcel parcel);

  /**
   * Settles a parcel for good.
   *
   * @param end whether it arrived or was given up, and why
   */
  void settle(Parcel parcel, End end);

  /** All lanes in which something waits. */
  Set<Lane> waiting();

  /** Whether something waits in a lane. */
  boolean isWaiting(Lane lane);

  /**
   * Forgets what is old.
   *
   * @param conversations those that were last changed before
   * @param taken ids of what was taken before
   */
  void forgetBefore(Instant conversations, Instant taken);

  /**
   * What answering brought.
   *
   * @param next the conversation to store
   * @param parcels the messages to send, in order
   * @param effects what else is to be kept, as far as it is any
   */
  record Answered(Conversation next, List<Parcel> parcels, List<Effect> effects) {

    /** Copies the lists. */
    public Answered {
      parcels = List.copyOf(parcels);
      effects = List.copyOf(effects);
    }

    /** Without effects. */
    public Answered(Conversation next, List<Parcel> parcels) {
      this(next, parcels, List.of());
    }
  }

  /**
   * A parcel and its history.
   *
   * @param parcel the parcel
   * @param attempts how often it was handed to the carrier
   * @param cutShort whether the last attempt began and its end is unknown
   * @param privately whether it goes to the asker alone
   */
  record Outgoing(Parcel parcel, int attempts, boolean cutShort, boolean privately) {}

  /** How a parcel ended. */
  sealed interface End {

    /** It arrived. */
    record Arrived() implements End {}

    /**
     * It was given up: a dead letter.
     *
     * @param reason without message text
     */
    record GivenUp(String reason) implements End {}
  }
}
