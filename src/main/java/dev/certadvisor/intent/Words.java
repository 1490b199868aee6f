package dev.certadvisor.intent;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Cuts messages and names into words the same way, so that they can be compared. */
final class Words {

  private static final int MOST_LETTERS = 2_000;
  private static final int MOST_WORDS = 200;
  private static final int SHORTEST_PLURAL = 4;

  private Words() {}

  /**
   * A word of a text.
   *
   * @param text as written, in lower case
   * @param stem what it is compared by: without a plural's or genitive's ending
   * @param start offset of its first character
   * @param end offset after its last one
   * @param opensClause whether punctuation stands between it and the word before
   */
  record Word(String text, String stem, int start, int end, boolean opensClause) {}

  /**
   * The words of the beginning of a text: runs of letters and digits, apostrophes inside, a sign
   * that ends a name ("security+", "c#") with it.
   */
  static List<Word> of(String text) {
    String lower =
        text.substring(0, Math.min(text.length(), MOST_LETTERS)).toLowerCase(Locale.ROOT);
    List<Word> words = new ArrayList<>();
    boolean opensClause = true;
    int start = -1;
    for (int i = 0; i <= lower.length() && words.size() < MOST_WORDS; i++) {
      char letter = i < lower.length() ? lower.charAt(i) : ' ';
      boolean inWord =
          Character.isLetterOrDigit(letter)
              || (start >= 0 && (isApostrophe(letter, lower, i) || endsName(lower, i)));
      if (inWord && start < 0) {
        start = i;
      } else if (!inWord && start >= 0) {
        String word = lower.substring(start, i).replace('\u2019', '\'');
        words.add(new Word(word, stem(word), start, i, opensClause));
        opensClause = false;
        start = -1;
      }
      opensClause |= !inWord && ".,;:!?()".indexOf(letter) >= 0;
    }
    return words;
  }

  private static boolean isApostrophe(char letter, String text, int at) {
    return (letter == '\'' || letter == '\u2019')
        && at + 1 < text.length()
        && Character.isLetter(text.charAt(at + 1));
  }

  private static boolean endsName(String text, int at) {
    boolean sign = at < text.length() && (text.charAt(at) == '+' || text.charAt(at) == '#');
    boolean ends = at + 1 >= text.length() || !Character.isLetterOrDigit(text.charAt(at + 1));
    return sign && ends && Character.isLetter(text.charAt(at - 1));
  }

  private static String stem(String word) {
    String stem = word.endsWith("'s") ? word.substring(0, word.length() - 2) : word;
    boolean plural =
        stem.length() >= SHORTEST_PLURAL
            && stem.endsWith("s")
            && !stem.endsWith("ss")
            && !stem.endsWith("us")
            && !stem.endsWith("is");
    return plural ? stem.substring(0, stem.length() - 1) : stem;
  }
}
