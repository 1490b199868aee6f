package dev.certadvisor.delivery;

/** What is kept of whole workspaces. Every method is one transaction. */
public interface Workspaces {

  /**
   * Drops all work that waits, as dead letters with a reason.
   *
   * @param reason without message text
   * @param except the id of a parcel that is left alone, since somebody is at it
   * @throws Inbox.Unavailable if it cannot be done now
   */
  Dropped drop(String workspace, String reason, String except);

  /**
   * Forgets everything: what waits, what was said, what was given up.
   *
   * @throws Inbox.Unavailable if it cannot be done now
   */
  Dropped forget(String workspace);

  /**
   * How much was dropped.
   *
   * @param envelopes that will not be answered
   * @param parcels that will not be sent
   */
  record Dropped(int envelopes, int parcels) {}
}
