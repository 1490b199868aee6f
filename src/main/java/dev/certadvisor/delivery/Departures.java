package dev.certadvisor.delivery;

import dev.certadvisor.delivery.Workspaces.Dropped;

/** Sees to what a workspace leaves behind that the app may not speak in any more. */
public final class Departures {

  private final Workspaces workspaces;
  private final DeliveryLog log;

  /** Over these workspaces. */
  public Departures(Workspaces workspaces, DeliveryLog log) {
    this.workspaces = workspaces;
    this.log = log;
  }

  /**
   * The platform does not accept our token any more: what waits is dropped. What was said is kept,
   * since a token may have been changed by hand.
   *
   * @param reason the platform's word
   * @param sending the id of the parcel that found it out
   * @throws Inbox.Unavailable if it cannot be done now
   */
  public void revoked(String workspace, String reason, String sending) {
    tell(workspace, workspaces.drop(workspace, reason, sending), reason);
  }

  /**
   * The app was uninstalled: everything of the workspace is deleted.
   *
   * @param reason the platform's word
   * @throws Inbox.Unavailable if it cannot be done now
   */
  public void uninstalled(String workspace, String reason) {
    tell(workspace, workspaces.forget(workspace), reason);
  }

  private void tell(String workspace, Dropped dropped, String reason) {
    log.dropped(workspace, dropped, reason);
  }
}
