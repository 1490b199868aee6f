package dev.certadvisor.knowledge;

import dev.certadvisor.knowledge.Answer.Quoted;
import dev.certadvisor.knowledge.Ranking.Correction;
import java.util.List;

/**
 * What the guide says of several subjects on one matter. One side never answers for another.
 *
 * @param sides one per subject asked about, in the order asked
 * @param both passages that speak of all of them at once and fit the matter, best first, at most
 *     one; may be empty
 * @param bothFirst whether such a passage fits better than any of one side alone
 * @param confidence 0 to 1: the probability that the guide holds the comparison
 * @param corrections misspelt words and what they were read as
 */
public record Comparison(
    List<Side> sides,
    List<Quoted> both,
    boolean bothFirst,
    double confidence,
    List<Correction> corrections) {

  /** Copies the lists. */
  public Comparison {
    sides = List.copyOf(sides);
    both = List.copyOf(both);
    corrections = List.copyOf(corrections);
  }

  /** Whether no side and no common passage says anything. */
  public boolean isEmpty() {
    return both.isEmpty() && sides.stream().allMatch(side -> side.quotes().isEmpty());
  }

  /**
   * One subject's side.
   *
   * @param subject which
   * @param quotes what the guide says of it, best first, at most two; empty where it says nothing
   */
  public record Side(SubjectId subject, List<Quoted> quotes) {

    /** Copies the list. */
    public Side {
      quotes = List.copyOf(quotes);
    }
  }
}
