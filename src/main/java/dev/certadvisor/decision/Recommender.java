package dev.certadvisor.decision;

import java.time.LocalDate;

/** Turns a profile into advice. Exact, pure and without state. */
public final class Recommender {

  private final Framework framework;
  private final Sittings sittings;

  /**
   * @param framework what to judge by
   * @param sittings which credentials can be sat
   */
  public Recommender(Framework framework, Sittings sittings) {
    this.framework = framework;
    this.sittings = sittings;
  }

  /**
   * The advice for a profile, complete or not.
   *
   * @param profile choices of this framework
   * @param today the day for which the credential to sit is wanted
   * @throws IllegalArgumentException if a choice is not of this framework
   */
  public Recommendation advise(Profile profile, LocalDate today) {
    throw new UnsupportedOperationException(framework + " " + sittings + profile + today);
  }
}
