package dev.certadvisor.delivery;

import dev.certadvisor.conversation.Transition;
import java.time.Duration;
import java.util.List;

/** Turns replies into messages as the platform takes them. */
public interface Packer {

  /**
   * Packs a reply and whatever else is to be said or shown.
   *
   * @param envelope what it answers
   * @param transition what came of it
   * @return in the order to be sent; their ids are made of the envelope's
   */
  List<Parcel> pack(Envelope envelope, Transition transition);

  /**
   * Packs the one apology for an envelope that could not be answered.
   *
   * @param envelope what could not be answered
   * @param incident the id under which the log knows the failure
   * @return in the order to be sent
   */
  List<Parcel> apology(Envelope envelope, String incident);

  /**
   * Packs the one notice to a person whose messages are left out for a while.
   *
   * @param envelope the first that is left out
   * @param id of the notice; the parcels' ids are made of it
   * @param over the limit that it is over
   * @param left until when
   * @return in the order to be sent, to that person alone
   */
  List<Parcel> refusal(Envelope envelope, String id, LimitedInbox.Over over, Duration left);
}
