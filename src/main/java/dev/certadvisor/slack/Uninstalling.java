package dev.certadvisor.slack;

import java.time.Instant;

/** Hears that the app was taken out of a workspace. */
@FunctionalInterface
interface Uninstalling {

  /**
   * Deletes what is kept of a workspace, unless the app was installed again since.
   *
   * @param workspace the workspace or organisation
   * @param at when it was taken out, in whole seconds
   * @param reason Slack's word
   * @throws dev.certadvisor.delivery.Inbox.Unavailable if it cannot be done now
   */
  void leave(String workspace, Instant at, String reason);
}
