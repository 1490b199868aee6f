package dev.certadvisor.search;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Cuts prose into sentences. */
final class Sentences {

  private static final Pattern END =
      Pattern.compile(
          "[.!?]['\")\\]\u2019\u201d]*(?=\\s+[\\p{Lu}\\p{N}\"'(\\[\u2018\u201c])|\\n\\s*\\n");
  private static final Set<String> ABBREVIATIONS =
      Set.of(
          "mr", "mrs", "ms", "dr", "st", "vs", "no", "fig", "figs", "e.g", "i.e", "cf", "al", "jr",
          "sr", "gen", "col", "prof", "rev", "approx", "ca", "c", "vol", "pp", "eq", "sen", "gov");

  private Sentences() {}

  /**
   * A sentence.
   *
   * @param start offset of its first character
   * @param end offset after its last one
   */
  record Span(int start, int end) {}

  /**
   * The sentences of a text in order, without the white space between them; what has no letter and
   * no digit is none.
   */
  static List<Span> of(String text) {
    List<Span> spans = new ArrayList<>();
    Matcher matcher = END.matcher(text);
    int start = 0;
    while (matcher.find()) {
      if (text.charAt(matcher.start()) != '.' || !isAbbreviation(text, start, matcher.start())) {
        add(spans, text, start, matcher.end());
        start = matcher.end();
      }
    }
    add(spans, text, start, text.length());
    return spans;
  }

  /** Initials ("J. Smith") and known abbreviations end no sentence. */
  private static boolean isAbbreviation(String text, int from, int dot) {
    int start = dot;
    while (start > from && !Character.isWhitespace(text.charAt(start - 1))) {
      start--;
    }
    String word = text.substring(start, dot).replaceAll("^[(\"'\\[]+", "");
    boolean initial = word.length() == 1 && Character.isUpperCase(word.charAt(0));
    return initial || ABBREVIATIONS.contains(word.toLowerCase(java.util.Locale.ROOT));
  }

  private static void add(List<Span> spans, String text, int from, int to) {
    int start = from;
    int end = to;
    while (start < end && Character.isWhitespace(text.charAt(start))) {
      start++;
    }
    while (end > start && Character.isWhitespace(text.charAt(end - 1))) {
      end--;
    }
    if (text.substring(start, end).chars().anyMatch(Character::isLetterOrDigit)) {
      spans.add(new Span(start, end));
    }
  }
}
