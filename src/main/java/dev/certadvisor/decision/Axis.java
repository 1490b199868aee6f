package dev.certadvisor.decision;

/** What evidence is about. */
public enum Axis {
  /** The line of work. */
  LINE,
  /** The platform. */
  PLATFORM
}
