package dev.certadvisor.conversation;

import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * A question as it may be kept for whoever looks after the guide: lower-case words, less whatever
 * could tell who asked or reach somebody.
 */
final class PlainQuestion {

  /** So much has room in the column that keeps it. */
  private static final int LONGEST = 200;

  /** Mentions and links as Slack writes them, web and e-mail addresses, and telephone numbers. */
  private static final Pattern TELLING =
      Pattern.compile("<[^>]*>|\\S*(?:://|@)\\S*|\\+?\\d[\\d ()/.-]{5,}\\d");

  private static final Pattern BETWEEN_WORDS = Pattern.compile("[^\\p{L}\\p{N}+#-]+");

  private PlainQuestion() {}

  /**
   * The words that may be kept.
   *
   * @return at most 200 characters; empty where nothing is left
   */
  static String of(String text) {
    String plain = Normalizer.normalize(text, Normalizer.Form.NFKC);
    String untelling = TELLING.matcher(plain).replaceAll(" ").toLowerCase(Locale.ROOT);
    String words = BETWEEN_WORDS.matcher(untelling).replaceAll(" ").strip();
    if (words.length() <= LONGEST) {
      return words;
    }
    int end = words.lastIndexOf(' ', LONGEST);
    return words.substring(0, end > 0 ? end : LONGEST - 1);
  }
}
