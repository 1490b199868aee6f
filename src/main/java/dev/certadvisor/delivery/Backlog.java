package dev.certadvisor.delivery;

import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntSupplier;

/**
 * How much waits, and whether that is too much. Once it was too much it stays so until a fifth of
 * the room is free again, so that it does not change from one moment to the next.
 */
public final class Backlog {

  private final IntSupplier count;
  private final int most;
  private final AtomicInteger waiting = new AtomicInteger();
  private volatile boolean full;

  /**
   * A backlog that has not been looked at.
   *
   * @param count how many events and messages wait; asked only by {@link #look}
   * @param most with so many waiting it is full
   */
  public Backlog(IntSupplier count, int most) {
    this.count = count;
    this.most = most;
  }

  /** Counts what waits; to be called every second or so. */
  public void look() {
    waiting.set(count.getAsInt());
    judge();
  }

  /** Notes that something more waits, between two looks. */
  void grew() {
    waiting.incrementAndGet();
    judge();
  }

  /** How many wait, as far as is known. */
  public int waiting() {
    return waiting.get();
  }

  /** Whether nothing more should be taken. */
  public boolean isFull() {
    return full;
  }

  private void judge() {
    int now = waiting.get();
    full = now >= most || (full && now > most - most / 5);
  }
}
