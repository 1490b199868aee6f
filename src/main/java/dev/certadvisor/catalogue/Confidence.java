package dev.certadvisor.catalogue;

/** How well a value is supported. */
public enum Confidence {
  /** A copy of the vendor's own page was read: mark A. */
  A,
  /** Pages of different authors agree: mark B. */
  B,
  /** One page only: mark C. */
  C,
  /** Looked for and not found: mark X. */
  X
}
