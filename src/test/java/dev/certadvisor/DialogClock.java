package dev.certadvisor;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;

/** A clock that stands still until a dialog lets time go by. */
final class DialogClock extends Clock {

  private static final Instant BEGINNING = Instant.parse("2026-11-23T10:00:00Z");

  private volatile Instant now = BEGINNING;

  void reset() {
    now = BEGINNING;
  }

  void advance(Duration time) {
    now = now.plus(time);
  }

  @Override
  public Instant instant() {
    return now;
  }

  @Override
  public ZoneId getZone() {
    return ZoneOffset.UTC;
  }

  @Override
  public Clock withZone(ZoneId zone) {
    throw new UnsupportedOperationException("dialogs know no other zone");
  }
}
