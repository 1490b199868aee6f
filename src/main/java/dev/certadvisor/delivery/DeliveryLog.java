package dev.certadvisor.delivery;

import java.time.Duration;

/**
 * Hears what becomes of envelopes and parcels, for the log and for metrics. Nothing that it is told
 * holds message text.
 */
public interface DeliveryLog {

  /**
   * An envelope was answered.
   *
   * @param since from being taken until its reply was stored
   */
  void answered(Envelope envelope, Duration since);

  /**
   * An envelope could not be answered and the person was sent an apology.
   *
   * @param incident the id that the apology names
   * @param cause the last failure
   */
  void unanswered(Envelope envelope, String incident, Throwable cause);

  /**
   * A parcel arrived.
   *
   * @param attempts how often it was sent, at least 1
   */
  void arrived(Parcel parcel, int attempts);

  /**
   * A parcel did not get through and will be tried again.
   *
   * @param reason the platform's word
   * @param after when
   */
  void delayed(Parcel parcel, String reason, Duration after);

  /**
   * A parcel was given up.
   *
   * @param reason the platform's word
   */
  void givenUp(Parcel parcel, String reason);

  /** A lane's work failed for a reason that is not the work's; it is tried again. */
  void stalled(Lane lane, Throwable cause);

  /**
   * What waited for a workspace was dropped, since the app may not speak there any more.
   *
   * @param reason the platform's word
   */
  void dropped(String workspace, Workspaces.Dropped dropped, String reason);
}
