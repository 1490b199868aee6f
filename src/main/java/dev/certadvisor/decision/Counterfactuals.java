package dev.certadvisor.decision;

import java.util.List;

/** Finds the smallest changes of answers that give other advice. */
public final class Counterfactuals {

  private final Framework framework;

  /**
   * @param framework whose evidence
   */
  public Counterfactuals(Framework framework) {
    this.framework = framework;
  }

  /**
   * Every set of changed answers that gives another direction and of which no part does, smallest
   * sets first.
   *
   * @param profile choices of this framework
   * @param limit how many at most
   */
  public List<Recommendation.Flip> flips(Profile profile, int limit) {
    throw new UnsupportedOperationException(framework + " " + profile + limit);
  }
}
