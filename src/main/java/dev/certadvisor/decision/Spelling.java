package dev.certadvisor.decision;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Finds the known stem that a misspelt word was meant to be. */
final class Spelling {

  /** Shorter words have too many neighbours to guess. */
  private static final int SHORTEST = 5;

  /** From this length on, two slips are forgiven. */
  private static final int LONG = 9;

  private final SortedSet<String> known;

  Spelling(Set<String> known) {
    this.known = new TreeSet<>(known);
  }

  /** The words with the stems of misspelt ones put right. */
  List<Words.Word> corrected(List<Words.Word> words) {
    return words.stream()
        .map(word ->
            meant(word)
                .map(stem -> new Words.Word(word.written(), stem, word.clause()))
                .orElse(word))
        .toList();
  }

  private Optional<String> meant(Words.Word word) {
    if (known.contains(word.stem()) || word.written().length() < SHORTEST) {
      return Optional.empty();
    }
    int slips = word.written().length() >= LONG ? 2 : 1;
    @Nullable String best = null;
    int least = slips + 1;
    char first = word.stem().charAt(0);
    // the first letter is hardly ever wrong, and the others need not be looked at
    for (String candidate :
        known.subSet(String.valueOf(first), String.valueOf((char) (first + 1)))) {
      if (candidate.length() >= SHORTEST - 1
          && Math.abs(candidate.length() - word.stem().length()) <= slips) {
        int distance = distance(candidate, word.stem());
        if (distance < least) {
          least = distance;
          best = candidate;
        }
      }
    }
    return Optional.ofNullable(best);
  }

  /**
   * Letters to add, drop or replace, or neighbours to swap, to get from one to the other (optimal
   * string alignment).
   */
  static int distance(String a, String b) {
    int[][] cost = new int[a.length() + 1][b.length() + 1];
    for (int i = 0; i <= a.length(); i++) {
      for (int j = 0; j <= b.length(); j++) {
        if (i == 0 || j == 0) {
          cost[i][j] = i + j;
          continue;
        }
        int replaced = cost[i - 1][j - 1] + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
        cost[i][j] = Math.min(replaced, 1 + Math.min(cost[i - 1][j], cost[i][j - 1]));
        boolean swapped =
            i > 1
                && j > 1
                && a.charAt(i - 1) == b.charAt(j - 2)
                && a.charAt(i - 2) == b.charAt(j - 1);
        if (swapped) {
          cost[i][j] = Math.min(cost[i][j], cost[i - 2][j - 2] + 1);
        }
      }
    }
    return cost[a.length()][b.length()];
  }
}
