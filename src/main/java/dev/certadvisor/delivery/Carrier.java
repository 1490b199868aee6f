package dev.certadvisor.delivery;

import java.time.Duration;

/** Brings parcels to the platform. */
public interface Carrier {

  /**
   * Sends a parcel, waiting for the platform's word.
   *
   * @param parcel what to send
   * @param privately whether it goes to the asker alone, since it may have arrived for all to see
   * @return what came of it; never an exception for what the platform or the network does
   */
  Outcome send(Parcel parcel, boolean privately);

  /**
   * Looks whether a parcel arrived whose sending was cut short.
   *
   * @param parcel one that was once handed to {@link #send}
   * @param privately whether it was sent to the asker alone
   * @return what could be found out
   */
  Trace trace(Parcel parcel, boolean privately);

  /** What came of sending. */
  sealed interface Outcome {

    /** It arrived. */
    record Sent() implements Outcome {}

    /**
     * It did not arrive, and the platform says when to try again.
     *
     * @param after how long to wait
     */
    record Limited(Duration after) implements Outcome {}

    /**
     * It did not arrive, but may if tried again.
     *
     * @param reason for the log
     */
    record Failed(String reason) implements Outcome {}

    /**
     * It did not arrive and never will.
     *
     * @param reason for the log
     */
    record Refused(String reason) implements Outcome {}

    /**
     * It may have arrived or not.
     *
     * @param reason for the log
     */
    record Unknown(String reason) implements Outcome {}
  }

  /** What is known of a parcel whose sending was cut short. */
  enum Trace {
    ARRIVED,
    /** It did not arrive, or it does no harm if it arrives again. */
    SENDABLE,
    /** The platform did not say; ask again later. */
    UNREACHABLE,
    /** The platform has no way to tell. */
    UNKNOWABLE
  }
}
