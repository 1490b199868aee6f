package dev.certadvisor.decision;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Finds the known stem that a misspelt word was meant to be. */
final class Spelling {

  /** Shorter words have too many neighbours to guess. */
  private static final int SHORTEST = 5;

  /** From this length on, two slips are forgiven. */
  private static final int LONG = 9;

  private final Set<String> known;

  /** The stems that a word may have been meant to be, by first letter and length, in order. */
  private final Map<Kin, List<String>> byKin = new HashMap<>();

  private final Predicate<String> ordinary;

  /**
   * @param known the stems of the words that are known
   * @param ordinary whether a word in lower case is an ordinary one: such a word is not misspelt,
   *     however near it is to a known one ("staff" is not "stats")
   */
  Spelling(Set<String> known, Predicate<String> ordinary) {
    this.known = Set.copyOf(known);
    this.ordinary = ordinary;
    for (String stem : new TreeSet<>(known)) {
      if (stem.length() >= SHORTEST - 1) {
        byKin
            .computeIfAbsent(new Kin(stem.charAt(0), stem.length()), kin -> new ArrayList<>())
            .add(stem);
      }
    }
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
    String stem = word.stem();
    @Nullable String best = null;
    int least = slips + 1;
    for (int length = stem.length() - slips; length <= stem.length() + slips; length++) {
      for (String candidate : byKin.getOrDefault(new Kin(stem.charAt(0), length), List.of())) {
        int distance = distance(candidate, stem);
        if (distance < least || (distance == least && isBefore(candidate, best))) {
          least = distance;
          best = candidate;
        }
      }
    }
    return Optional.ofNullable(best).filter(found -> !ordinary.test(word.written()));
  }

  private static boolean isBefore(String candidate, @Nullable String best) {
    return best != null && candidate.compareTo(best) < 0;
  }

  /** What a misspelt word mostly shares with the word it was meant to be. */
  private record Kin(char first, int length) {}

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
