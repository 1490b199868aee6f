package dev.certadvisor.delivery;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** Notes what came to nothing, a line each. */
final class RecordingLog implements DeliveryLog {

  final List<String> lines = new ArrayList<>();
  private int incidents;

  String incident() {
    return "incident-" + ++incidents;
  }

  @Override
  public void answered(Envelope envelope, Duration since) {}

  @Override
  public void unanswered(Envelope envelope, String incident, Throwable cause) {
    lines.add("unanswered " + envelope.id() + " " + incident);
  }

  @Override
  public void arrived(Parcel parcel, int attempts) {}

  @Override
  public void delayed(Parcel parcel, String reason, Duration after) {}

  @Override
  public void givenUp(Parcel parcel, String reason) {
    lines.add("given up " + parcel.id() + ": " + reason);
  }

  @Override
  public void stalled(Lane lane, Throwable cause) {}

  @Override
  public void dropped(String workspace, Workspaces.Dropped dropped, String reason) {}
}
