package dev.certadvisor.search;

import dev.certadvisor.knowledge.Passage;
import dev.certadvisor.knowledge.Query;
import java.util.Collections;

/** How well a passage's labels fit a query, as a factor on its score. */
final class Fit {

  /** For a passage about another subject than the one asked about. */
  private static final double OTHER_SUBJECT = 0.7;

  /** For a passage about more subjects than the one asked about. */
  private static final double MORE_SUBJECTS = 0.95;

  /** For a passage on a topic that the question touches. */
  private static final double SAME_TOPIC = 1.1;

  private Fit() {}

  /** Greater than 0; 1 where the query names no subject and no topic. */
  static double of(Passage passage, Query query) {
    double fit = 1;
    if (!query.subjects().isEmpty() && !passage.subjects().isEmpty()) {
      if (Collections.disjoint(passage.subjects(), query.subjects())) {
        fit *= OTHER_SUBJECT;
      } else if (!query.subjects().containsAll(passage.subjects())) {
        fit *= MORE_SUBJECTS;
      }
    }
    return Collections.disjoint(passage.topics(), query.topics()) ? fit : fit * SAME_TOPIC;
  }
}
