package dev.certadvisor.intent;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;

/** Reads misspelt words as words of names: "azrue" as "azure". */
final class NameSpelling {

  private static final int SHORTEST = 5;
  private static final int LONG = 8;
  private static final int LONGEST = 24;

  private final List<String> words;

  /**
   * @param words the words of names, in lower case
   */
  NameSpelling(Collection<String> words) {
    this.words =
        new TreeSet<>(words).stream().filter(word -> word.length() >= SHORTEST - 1).toList();
  }

  /** What an unknown word may be: the nearest word of a name, if one is near enough. */
  Optional<String> correct(String word) {
    if (word.length() < SHORTEST
        || word.length() > LONGEST
        || !word.chars().allMatch(Character::isLetter)) {
      return Optional.empty();
    }
    int most = word.length() < LONG ? 1 : 2;
    Optional<String> best = Optional.empty();
    int fewest = most + 1;
    for (String candidate : words) {
      if (candidate.charAt(0) == word.charAt(0)
          && Math.abs(candidate.length() - word.length()) <= most) {
        int edits = edits(word, candidate);
        if (edits < fewest) {
          fewest = edits;
          best = Optional.of(candidate);
        }
      }
    }
    return best;
  }

  /** Letters put in, left out, changed, or swapped with their neighbour. */
  private static int edits(String one, String other) {
    int[][] edits = new int[one.length() + 1][other.length() + 1];
    for (int i = 0; i <= one.length(); i++) {
      for (int j = 0; j <= other.length(); j++) {
        edits[i][j] = i == 0 || j == 0 ? i + j : fewest(edits, one, i, other, j);
      }
    }
    return edits[one.length()][other.length()];
  }

  private static int fewest(int[][] edits, String one, int i, String other, int j) {
    int change = one.charAt(i - 1) == other.charAt(j - 1) ? 0 : 1;
    int fewest =
        Math.min(edits[i - 1][j - 1] + change, Math.min(edits[i - 1][j], edits[i][j - 1]) + 1);
    boolean swapped =
        i > 1
            && j > 1
            && one.charAt(i - 1) == other.charAt(j - 2)
            && one.charAt(i - 2) == other.charAt(j - 1);
    return swapped ? Math.min(fewest, edits[i - 2][j - 2] + 1) : fewest;
  }
}
