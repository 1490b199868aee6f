package dev.certadvisor.decision;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Cuts a text into words and brings each to its stem. */
final class Words {

  private static final Pattern WORD_OR_BREAK =
      Pattern.compile("(?<word>[\\p{L}\\p{N}][\\p{L}\\p{N}+#]*)|(?<break>[,;.!?:()\\n—–]| - )");
  private static final Pattern APOSTROPHE = Pattern.compile("['’`´]");
  private static final Pattern ACCENT = Pattern.compile("\\p{M}");

  /** Names that punctuation would tear apart. */
  private static final Map<String, String> WHOLE =
      Map.of(
          ".net",
          " dotnet",
          "c#",
          "csharp",
          "c++",
          "cplusplus",
          ".js",
          "js",
          "r&d",
          "research",
          "100%",
          "fully",
          "24/7",
          "always",
          "a.i.",
          "ai",
          "e.g.",
          "eg");

  private static final int SHORTEST_STEM = 3;

  private Words() {}

  /**
   * A word of a text.
   *
   * @param written as typed
   * @param stem what it is compared by
   * @param clause counts up at every comma, full stop and the like
   */
  record Word(String written, String stem, int clause) {}

  /** The words of a text in order. */
  static List<Word> of(String text) {
    List<Word> words = new ArrayList<>();
    int clause = 0;
    Matcher matcher = WORD_OR_BREAK.matcher(plain(text));
    while (matcher.find()) {
      String word = matcher.group("word");
      if (word == null) {
        clause++;
      } else {
        words.add(new Word(word, stem(word), clause));
      }
    }
    return words;
  }

  private static String plain(String text) {
    String plain = Normalizer.normalize(text, Normalizer.Form.NFKD).toLowerCase(Locale.ROOT);
    plain = ACCENT.matcher(plain).replaceAll("");
    plain = APOSTROPHE.matcher(plain).replaceAll("");
    for (Map.Entry<String, String> name : WHOLE.entrySet()) {
      plain = plain.replace(name.getKey(), name.getValue());
    }
    return plain;
  }

  /**
   * Takes off the commonest English endings, so that "train", "trains", "trained" and "training"
   * are one. It need not be a word; it only has to be the same for all forms.
   */
  static String stem(String word) {
    String stem = word;
    if (stem.length() > SHORTEST_STEM + 1 && stem.endsWith("ies")) {
      stem = cut(stem, 3) + "y";
    } else if (stem.length() > SHORTEST_STEM && stem.endsWith("s") && !stem.endsWith("ss")) {
      stem = cut(stem, 1);
    }
    if (stem.endsWith("ing") && hasVowel(cut(stem, 3)) && stem.length() >= SHORTEST_STEM + 3) {
      stem = cut(stem, 3);
    } else if (stem.endsWith("ed") && stem.length() >= SHORTEST_STEM + 2) {
      stem = cut(stem, 2);
    } else if (stem.endsWith("e") && stem.length() > SHORTEST_STEM) {
      stem = cut(stem, 1);
    }
    return withoutDoubledEnd(stem);
  }

  private static String withoutDoubledEnd(String stem) {
    int last = stem.length() - 1;
    boolean doubled = last > 1 && stem.charAt(last) == stem.charAt(last - 1);
    return doubled && Character.isLetter(stem.charAt(last)) ? cut(stem, 1) : stem;
  }

  private static boolean hasVowel(String text) {
    return text.chars().anyMatch(letter -> "aeiouy".indexOf(letter) >= 0);
  }

  private static String cut(String text, int letters) {
    return text.substring(0, text.length() - letters);
  }
}
