package dev.certadvisor.intent;

/**
 * How many letters have to be put in, left out, changed or swapped with their neighbour to make one
 * word of another (optimal string alignment).
 */
public final class Edits {

  private Edits() {}

  /**
   * Counts edits.
   *
   * @param one a word
   * @param other a word
   * @param most at how many to stop
   * @return the number of edits, or {@code most + 1} where there are more
   */
  public static int between(String one, String other, int most) {
    int width = other.length();
    int[] beforeLast = new int[width + 1];
    int[] last = new int[width + 1];
    int[] row = new int[width + 1];
    for (int j = 0; j <= width; j++) {
      last[j] = j;
    }
    for (int i = 1; i <= one.length(); i++) {
      row[0] = i;
      int fewest = i;
      for (int j = 1; j <= width; j++) {
        boolean same = one.charAt(i - 1) == other.charAt(j - 1);
        int edits = Math.min(last[j - 1] + (same ? 0 : 1), Math.min(last[j], row[j - 1]) + 1);
        if (isSwap(one, i, other, j)) {
          edits = Math.min(edits, beforeLast[j - 2] + 1);
        }
        row[j] = edits;
        fewest = Math.min(fewest, edits);
      }
      if (fewest > most) {
        return most + 1;
      }
      int[] spare = beforeLast;
      beforeLast = last;
      last = row;
      row = spare;
    }
    return Math.min(last[width], most + 1);
  }

  private static boolean isSwap(String one, int i, String other, int j) {
    return i > 1
        && j > 1
        && one.charAt(i - 1) == other.charAt(j - 2)
        && one.charAt(i - 2) == other.charAt(j - 1);
  }
}
