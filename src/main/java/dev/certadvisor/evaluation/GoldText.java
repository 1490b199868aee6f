package dev.certadvisor.evaluation;

import java.text.Normalizer;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** Tells whether a text holds an answer, by the normalisation of SQuAD's scorer. */
final class GoldText {

  private static final Pattern MARKS = Pattern.compile("\\p{M}+");
  private static final Pattern NO_WORD =
      Pattern.compile("[\\W_]+", Pattern.UNICODE_CHARACTER_CLASS);
  private static final Pattern ARTICLES = Pattern.compile("\\b(a|an|the)\\b");
  private static final int LONG_ANSWER = 8;
  private static final double SHARE_OF_LONG_ANSWER = 0.8;

  private GoldText() {}

  /** Lower case, no accents, punctuation and articles; words parted and framed by one blank. */
  static String normalise(String text) {
    String plain =
        MARKS
            .matcher(Normalizer.normalize(text.toLowerCase(Locale.ROOT), Normalizer.Form.NFKD))
            .replaceAll("");
    String words = ARTICLES.matcher(NO_WORD.matcher(plain).replaceAll(" ")).replaceAll(" ");
    return " " + String.join(" ", words.strip().split("\\s+")) + " ";
  }

  /** Whether it holds one of the answers, or four fifths of the words of a long one. */
  static boolean holds(String text, List<String> answers) {
    String normal = normalise(text);
    Set<String> words = new HashSet<>(Arrays.asList(normal.strip().split(" ")));
    for (String answer : answers) {
      String wanted = normalise(answer);
      List<String> wantedWords = Arrays.asList(wanted.strip().split(" "));
      boolean literal = !wanted.isBlank() && normal.contains(wanted);
      long found = wantedWords.stream().filter(words::contains).count();
      boolean mostOfIt =
          wantedWords.size() >= LONG_ANSWER && found >= SHARE_OF_LONG_ANSWER * wantedWords.size();
      if (literal || mostOfIt) {
        return true;
      }
    }
    return false;
  }
}
