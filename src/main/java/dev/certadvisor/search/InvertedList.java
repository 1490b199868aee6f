package dev.certadvisor.search;

import java.util.Arrays;
import java.util.List;
import org.apache.lucene.util.SmallFloat;

/**
 * In which passages things stand and how often, each thing known by its {@link Hash}, and what that
 * is worth by BM25 as Lucene's {@code BM25Similarity} reckons it, with its rounding.
 */
final class InvertedList {

  private static final float K1 = 1.2f;
  private static final float B = 0.75f;

  /** The different things, rising. */
  private final int[] hashes;

  /** For each thing where its entries end; they begin where those before end. */
  private final int[] ends;

  /** The passage of each entry, rising within a thing. */
  private final char[] passages;

  /** How often the thing stands in that passage. */
  private final char[] counts;

  /** For each passage what a count is multiplied by: less where it is long. */
  private final float[] norms;

  /** How many passages have anything at all. */
  private final int filled;

  private InvertedList(
      int[] hashes, int[] ends, char[] passages, char[] counts, float[] norms, int filled) {
    this.hashes = hashes;
    this.ends = ends;
    this.passages = passages;
    this.counts = counts;
    this.norms = norms;
    this.filled = filled;
  }

  /**
   * Turns tallies round.
   *
   * @param tallies of each passage, at most 65,535
   */
  static InvertedList of(List<Tally> tallies) {
    // by thing and then passage; where the entry is in its tally need not be sorted by
    long[] entries = new long[tallies.stream().mapToInt(tally -> tally.hashes().length).sum()];
    int filled = 0;
    int made = 0;
    long all = 0;
    for (int passage = 0; passage < tallies.size(); passage++) {
      Tally tally = tallies.get(passage);
      for (int i = 0; i < tally.hashes().length; i++) {
        entries[made++] =
            ((long) tally.hashes()[i] << Integer.SIZE)
                | ((long) passage << Character.SIZE)
                | tally.counts()[i];
      }
      all += tally.total();
      filled += tally.total() > 0 ? 1 : 0;
    }
    Arrays.sort(entries);
    int[] hashes = new int[made];
    int[] ends = new int[made];
    char[] passages = new char[made];
    char[] counts = new char[made];
    int different = 0;
    for (int i = 0; i < made; i++) {
      int hash = (int) (entries[i] >>> Integer.SIZE);
      if (different == 0 || hashes[different - 1] != hash) {
        hashes[different++] = hash;
      }
      passages[i] = (char) (entries[i] >>> Character.SIZE);
      counts[i] = (char) entries[i];
      ends[different - 1] = i + 1;
    }
    return new InvertedList(
        Arrays.copyOf(hashes, different),
        Arrays.copyOf(ends, different),
        passages,
        counts,
        norms(tallies, (float) (all / (double) filled)),
        filled);
  }

  /** A passage's length is known as exactly as Lucene stores it, in one byte. */
  private static float[] norms(List<Tally> tallies, float meanLength) {
    float[] norms = new float[tallies.size()];
    for (int passage = 0; passage < norms.length; passage++) {
      float length = SmallFloat.byte4ToInt(SmallFloat.intToByte4(tallies.get(passage).total()));
      norms[passage] = 1f / (K1 * ((1 - B) + B * length / meanLength));
    }
    return norms;
  }

  /** In how many passages a thing stands. */
  int passagesWith(int hash) {
    int found = Arrays.binarySearch(hashes, hash);
    return found < 0 ? 0 : ends[found] - start(found);
  }

  /**
   * Adds what a thing is worth to each passage that has it.
   *
   * @param boost a factor on it
   * @param scores of each passage
   */
  void addScores(int hash, float boost, double[] scores) {
    int found = Arrays.binarySearch(hashes, hash);
    if (found < 0) {
      return;
    }
    int start = start(found);
    int having = ends[found] - start;
    float weight = boost * (float) Math.log(1 + (filled - having + 0.5) / (having + 0.5));
    for (int i = start; i < ends[found]; i++) {
      scores[passages[i]] += weight - weight / (1f + counts[i] * norms[passages[i]]);
    }
  }

  private int start(int number) {
    return number == 0 ? 0 : ends[number - 1];
  }

  long sizeInBytes() {
    return (long) Integer.BYTES * (hashes.length + ends.length + norms.length)
        + (long) Character.BYTES * (passages.length + counts.length);
  }
}
