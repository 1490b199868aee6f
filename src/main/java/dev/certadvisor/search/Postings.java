package dev.certadvisor.search;

import java.io.IOException;

/** Which passages have which words: by it the passages are found that are then measured. */
sealed interface Postings permits PostingsInMemory, PostingsInLucene {

  /** In how many passages a stem stands. */
  int passagesWith(String stem) throws IOException;

  /**
   * The passages that have most of a question's words and 4-grams, going by BM25; equals go by the
   * guide's order.
   *
   * @param question what is looked for; not empty
   * @param most how many at most, at least 1
   * @return their numbers, rising
   */
  int[] candidates(Question question, int most) throws IOException;

  /** What there is to measure of a passage. */
  Sketch sketch(int number) throws IOException;

  /** How many bytes it takes, about. */
  long sizeInBytes() throws IOException;
}
