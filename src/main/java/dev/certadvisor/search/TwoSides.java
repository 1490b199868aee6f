package dev.certadvisor.search;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A question about two things, taken apart: "Who is older, Annie Morton or Terry Richardson?". One
 * search for all of it finds one of them and misses the other.
 *
 * @param first the name of one thing
 * @param second the name of the other
 * @param rest the question without the names
 */
record TwoSides(String first, String second, String rest) {

  /** What is longer is no short question about two things, and would keep the patterns busy. */
  private static final int LONGEST = 400;

  /** Two things between which something lies, happens or is related are not compared. */
  private static final Pattern COMPARING =
      Pattern.compile(
          "^\\s*between\\b|\\b(?:differ\\w*|compar\\w*|contrast\\w*|distinguish\\w*|similarit\\w*"
              + "|choos\\w*|choice|decid\\w*)\\b",
          Pattern.CASE_INSENSITIVE);

  private static final Pattern BETWEEN =
      Pattern.compile(
          "\\b(?:between|compare|contrast)\\s+(?!with\\b|to\\b)(?<first>[^,?]{2,60}?)\\s+"
              + "(?:and|with|to|against|or)\\s+(?<second>[^,?]{2,60}?)\\s*(?:[,?.]|$)",
          Pattern.CASE_INSENSITIVE);
  private static final Pattern VERSUS =
      Pattern.compile(
          "(?<first>(?:\\S+\\s+){0,3}?\\S+)\\s+(?:vs\\.?|versus)\\s+(?<second>\\S+(?:\\s+\\S+){0,3})",
          Pattern.CASE_INSENSITIVE);
  private static final Pattern LAST_OR =
      Pattern.compile(
          "[,:]\\s*(?<first>[^,:?]{2,60}?),?\\s+or\\s+(?<second>[^,:?]{2,60}?)\\s*[?.]?\\s*$",
          Pattern.CASE_INSENSITIVE);
  private static final Pattern THAN =
      Pattern.compile(
          "^(?:is|are|was|were|does|do|did|has|have|can|will)\\s+(?!there\\b)(?<first>[^,?]{2,60})\\s+"
              + "(?:more|less|better|worse|\\w{3,}er)\\s[^?]{0,60}?\\bthan\\s+(?<second>[^,?]{2,60}?)"
              + "\\s*[?.]?\\s*$",
          Pattern.CASE_INSENSITIVE);
  private static final Pattern WHICH_IS =
      Pattern.compile(
          "^(?:which|who|what)(?:\\s+\\w+){0,2}\\s+(?:is|are|was|were|has|have)\\s+"
              + "(?:more|less|better|best|worse|worst|\\w{3,}er|\\w{3,}est)\\s+(?:[^?]{0,60}\\s)??"
              + "(?<first>[\\w-]+)\\s+or\\s+(?<second>[\\w-]+)\\s*\\?*\\s*$",
          Pattern.CASE_INSENSITIVE);
  private static final Pattern BOTH =
      Pattern.compile(
          "^(?:which|who) of\\b|\\b(?:both|same|common|similar|alike|either|respective)\\b",
          Pattern.CASE_INSENSITIVE);

  /** What is left where a question says something of two names at its beginning. */
  private static final Pattern SUBJECT =
      Pattern.compile("^\\s*and\\s+(?:are|were|have|had|share)\\b");

  private static final Set<String> OPENINGS =
      Set.of(
          "are", "were", "is", "was", "do", "did", "does", "have", "has", "had", "can", "could",
          "which", "who", "what", "where", "when", "in", "of", "both", "between", "whose", "how",
          "would", "will", "the", "on", "at", "for", "if", "among");
  private static final Set<String> INSIDE_NAMES =
      Set.of("of", "the", "de", "la", "for", "from", "in", "a", "on", "to", "van", "von", "&");

  /** Takes a question apart, if it is about two things. */
  static Optional<TwoSides> of(String question) {
    if (question.length() > LONGEST) {
      return Optional.empty();
    }
    Optional<TwoSides> between =
        COMPARING.matcher(question).find() ? pattern(BETWEEN, question) : Optional.empty();
    return between
        .or(() -> names(question))
        .or(() -> pattern(LAST_OR, question))
        .or(() -> pattern(VERSUS, question))
        .or(() -> pattern(THAN, question))
        .or(() -> pattern(WHICH_IS, question));
  }

  private static Optional<TwoSides> pattern(Pattern pattern, String question) {
    Matcher matcher = pattern.matcher(question);
    if (!matcher.find()) {
      return Optional.empty();
    }
    return of(
        question,
        new Sentences.Span(matcher.start("first"), matcher.end("first")),
        new Sentences.Span(matcher.start("second"), matcher.end("second")));
  }

  private static Optional<TwoSides> of(
      String question, Sentences.Span first, Sentences.Span second) {
    String one = question.substring(first.start(), first.end());
    String other = question.substring(second.start(), second.end());
    String rest =
        question.substring(0, first.start())
            + question.substring(first.end(), second.start())
            + question.substring(second.end());
    boolean same = one.strip().equalsIgnoreCase(other.strip());
    return same || one.isBlank() || other.isBlank()
        ? Optional.empty()
        : Optional.of(new TwoSides(one, other, rest));
  }

  /**
   * Two names in capitals around "or", or around "and" where the question is about both or begins
   * with them.
   */
  private static Optional<TwoSides> names(String question) {
    List<Token> words = new ArrayList<>();
    Matcher matcher = Pattern.compile("\\S+").matcher(question);
    while (matcher.find()) {
      words.add(new Token("", matcher.group(), words.size(), matcher.start(), matcher.end()));
    }
    boolean both =
        BOTH.matcher(question).find()
            || (!words.isEmpty() && opens(words.getFirst().word()) && isYesNo(words.getFirst()));
    for (int i = 1; i + 1 < words.size(); i++) {
      String word = words.get(i).word();
      if (word.equals("or") || word.equals("and")) {
        Optional<TwoSides> sides = around(question, words, i);
        boolean meant = word.equals("or") || both;
        if (sides.isPresent() && (meant || SUBJECT.matcher(sides.get().rest()).find())) {
          return sides;
        }
      }
    }
    return Optional.empty();
  }

  private static boolean isYesNo(Token first) {
    return Set.of("are", "were", "is", "was", "do", "did", "does", "have", "has", "had")
        .contains(first.word().toLowerCase(Locale.ROOT));
  }

  private static Optional<TwoSides> around(String question, List<Token> words, int conjunction) {
    int from = conjunction;
    while (from > 0
        && belongs(words.get(from - 1))
        && (from == conjunction || !ends(words.get(from - 1).word()))) {
      from--;
    }
    while (from < conjunction
        && (!isName(words.get(from).word()) || (from == 0 && opens(words.get(from).word())))) {
      from++;
    }
    int to = conjunction + 1;
    boolean ended = false;
    while (to < words.size() && !ended && belongs(words.get(to))) {
      ended = ends(words.get(to).word());
      to++;
    }
    while (to > conjunction + 1 && !isName(words.get(to - 1).word())) {
      to--;
    }
    if (from == conjunction || to == conjunction + 1) {
      return Optional.empty();
    }
    return of(
        question,
        new Sentences.Span(words.get(from).start(), words.get(conjunction - 1).end()),
        new Sentences.Span(words.get(conjunction + 1).start(), words.get(to - 1).end()));
  }

  private static boolean belongs(Token token) {
    String word = token.word();
    return isName(word) || INSIDE_NAMES.contains(word.toLowerCase(Locale.ROOT));
  }

  private static boolean ends(String word) {
    return word.endsWith(",") || word.endsWith("?") || word.endsWith(":");
  }

  private static boolean isName(String word) {
    int letter = word.codePoints().filter(Character::isLetterOrDigit).findFirst().orElse(' ');
    return Character.isUpperCase(letter) || Character.isDigit(letter);
  }

  private static boolean opens(String word) {
    return OPENINGS.contains(word.toLowerCase(Locale.ROOT));
  }
}
