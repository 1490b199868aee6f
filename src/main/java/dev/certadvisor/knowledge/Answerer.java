package dev.certadvisor.knowledge;

import java.util.List;

/** Answers questions with the guide's own words, or says that it does not hold the answer. */
public final class Answerer {

  private final Guide guide;
  private final PassageIndex index;

  /**
   * @param guide what may be quoted
   * @param index over the same guide
   */
  public Answerer(Guide guide, PassageIndex index) {
    this.guide = guide;
    this.index = index;
  }

  /** What the guide says to a question. */
  public Answer answer(Query query) {
    throw new UnsupportedOperationException(guide + " " + index + " " + query);
  }

  /**
   * What the guide says of each side on one matter.
   *
   * @param query the matter, its words with or without the names of the sides
   * @param sides at least two different subjects
   * @return a side for each of them, in that order
   */
  public Comparison compare(Query query, List<SubjectId> sides) {
    throw new UnsupportedOperationException(guide + " " + query + " " + sides);
  }
}
