package dev.certadvisor.knowledge;

import java.util.List;

/**
 * Passages in the order in which they fit a query.
 *
 * @param hits best first
 * @param corrections misspelt words and what they were read as, in the order of the query
 */
public record Ranking(List<Hit> hits, List<Correction> corrections) {

  /** Copies the lists. */
  public Ranking {
    hits = List.copyOf(hits);
    corrections = List.copyOf(corrections);
  }

  /** 0 to 1: the probability that the first hit holds the answer; 0 where nothing was found. */
  public double confidence() {
    return hits.isEmpty() ? 0 : hits.getFirst().confidence();
  }

  /**
   * A passage that was found.
   *
   * @param number which one it is in the guide's order, from 0
   * @param passage the passage
   * @param score higher is better; comparable within one ranking only
   * @param confidence 0 to 1: the probability that the passage holds the answer
   */
  public record Hit(int number, Passage passage, double score, double confidence) {}

  /**
   * A word that was taken for another.
   *
   * @param written as it was typed, in lower case
   * @param read as it was understood
   */
  public record Correction(String written, String read) {}
}
