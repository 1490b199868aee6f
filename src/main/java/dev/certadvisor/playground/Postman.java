package dev.certadvisor.playground;

/** Brings one letter to the app, once, and says how that ended. */
@FunctionalInterface
interface Postman {

  /**
   * Brings it, waiting for the acknowledgement no longer than Slack does.
   *
   * @param retry 0 the first time
   * @param reason why it is brought again; empty the first time
   */
  Courier.Outcome bring(Letter letter, int retry, String reason);
}
