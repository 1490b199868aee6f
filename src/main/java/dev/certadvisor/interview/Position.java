package dev.certadvisor.interview;

/** Where an interview stands; worked out from its session. */
public enum Position {
  /** There is none. */
  NONE,
  /** A question waits for an answer. */
  ASKING,
  /** A question is open again because its answer is to be changed. */
  REVISITING,
  /** The direction is settled, though questions are open. */
  SETTLED,
  /** Every question is answered. */
  COMPLETE,
  /** Put aside. */
  PAUSED,
  /** Broken off or finished. */
  ENDED
}
