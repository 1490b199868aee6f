package dev.certadvisor.knowledge;

import dev.certadvisor.knowledge.Ranking.Hit;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** Tells whether two passages say the same, so that one of them is enough. */
final class Likeness {

  /** The share of the shorter text's different words from which on both say the same. */
  private static final double SAME = 0.6;

  private static final int SHORTEST_WORD = 4;
  private static final Pattern NO_LETTERS = Pattern.compile("[^\\p{L}\\p{N}]+");

  private Likeness() {}

  static boolean saysTheSame(Hit one, Hit other) {
    Set<String> first = words(one.passage().text());
    Set<String> second = words(other.passage().text());
    int fewer = Math.min(first.size(), second.size());
    first.retainAll(second);
    return fewer > 0 && first.size() >= SAME * fewer;
  }

  private static Set<String> words(String text) {
    Set<String> words =
        new HashSet<>(Arrays.asList(NO_LETTERS.split(text.toLowerCase(Locale.ROOT))));
    words.removeIf(word -> word.length() < SHORTEST_WORD);
    return words;
  }
}
