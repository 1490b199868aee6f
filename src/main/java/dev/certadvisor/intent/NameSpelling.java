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
        int edits = Edits.between(word, candidate, most);
        if (edits < fewest) {
          fewest = edits;
          best = Optional.of(candidate);
        }
      }
    }
    return best;
  }
}
