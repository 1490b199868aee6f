package dev.certadvisor.search;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * How often things occur in a passage, each known by its {@link Hash}.
 *
 * @param hashes the different things, rising
 * @param counts how often each occurs, at most 65,535
 * @param total how many there are together
 */
record Tally(int[] hashes, char[] counts, int total) {

  /** Counts things that come in any order. */
  static Tally of(IntStream things) {
    int[] all = things.sorted().toArray();
    int[] hashes = new int[all.length];
    char[] counts = new char[all.length];
    int different = 0;
    for (int from = 0; from < all.length; ) {
      int to = from;
      while (to < all.length && all[to] == all[from]) {
        to++;
      }
      hashes[different] = all[from];
      counts[different++] = (char) Math.min(to - from, Character.MAX_VALUE);
      from = to;
    }
    return new Tally(
        Arrays.copyOf(hashes, different), Arrays.copyOf(counts, different), all.length);
  }

  /** How often a thing occurs. */
  int count(int hash) {
    int found = Arrays.binarySearch(hashes, hash);
    return found < 0 ? 0 : counts[found];
  }

  /** How many bytes {@link #write} takes. */
  int size() {
    return 2 * Integer.BYTES + hashes.length * (Integer.BYTES + Character.BYTES);
  }

  void write(ByteBuffer out) {
    out.putInt(total);
    Numerals.write(out, hashes);
    for (char count : counts) {
      out.putChar(count);
    }
  }

  static Tally read(ByteBuffer in) {
    int total = in.getInt();
    int[] hashes = Numerals.ints(in);
    char[] counts = new char[hashes.length];
    for (int i = 0; i < counts.length; i++) {
      counts[i] = in.getChar();
    }
    return new Tally(hashes, counts, total);
  }
}
