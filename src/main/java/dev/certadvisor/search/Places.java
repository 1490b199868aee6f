package dev.certadvisor.search;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.List;

/**
 * Where each stem of a passage stands. Places are numbered through the whole passage: title, text,
 * then each example question, with gaps between them in which no two words are near.
 *
 * @param stems the hashes of the different stems, rising
 * @param ends for each stem where its places end; they begin where those before end
 * @param places the places of all stems, rising within a stem
 */
record Places(int[] stems, int[] ends, int[] places) {

  /** Puts words in order; they come with rising places. */
  static Places of(List<Placed> words) {
    long[] sorted =
        words.stream()
            .mapToLong(word -> ((long) word.stem() << Integer.SIZE) | word.place())
            .sorted()
            .toArray();
    int[] stems = new int[sorted.length];
    int[] ends = new int[sorted.length];
    int[] places = new int[sorted.length];
    int different = 0;
    for (int i = 0; i < sorted.length; i++) {
      int stem = (int) (sorted[i] >>> Integer.SIZE);
      if (i == 0 || stems[different - 1] != stem) {
        stems[different++] = stem;
      }
      places[i] = (int) sorted[i];
      ends[different - 1] = i + 1;
    }
    return new Places(Arrays.copyOf(stems, different), Arrays.copyOf(ends, different), places);
  }

  /** The number of a stem; negative if the passage does not have it. */
  int find(int stem) {
    return Arrays.binarySearch(stems, stem);
  }

  /** Where the places of a stem begin among all. */
  int start(int number) {
    return number == 0 ? 0 : ends[number - 1];
  }

  /** How many bytes {@link #write} takes. */
  int size() {
    return Integer.BYTES * (3 + stems.length + ends.length + places.length);
  }

  void write(ByteBuffer out) {
    Numerals.write(out, stems);
    Numerals.write(out, ends);
    Numerals.write(out, places);
  }

  static Places read(ByteBuffer in) {
    return new Places(Numerals.ints(in), Numerals.ints(in), Numerals.ints(in));
  }

  /**
   * A word at its place.
   *
   * @param stem the hash of its stem
   * @param place 0 or more
   */
  record Placed(int stem, int place) {}
}
