package dev.certadvisor.intent;

import dev.certadvisor.intent.Words.Word;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.IntStream;

/**
 * Finds a name that stands where an exam is named and is none that is known: "PMLE" in "is PMLE
 * retired". An abbreviation in capitals may be an ordinary word otherwise; in small letters it may
 * be a small word mistyped.
 */
final class UnknownNames {

  private static final int SHORTEST = 3;
  private static final int LONGEST = 8;

  /** After these stands what is spoken of. */
  private static final Set<String> LEADING =
      Set.of(
          "is",
          "are",
          "was",
          "were",
          "does",
          "do",
          "did",
          "has",
          "have",
          "can",
          "of",
          "for",
          "about",
          "take",
          "sit",
          "book",
          "pass",
          "renew",
          "replaced",
          "replaces",
          "status",
          "what's",
          "whats");

  /** Right after these stands hardly anything else. */
  private static final Set<String> LEADING_SURELY =
      Set.of("is", "are", "was", "were", "does", "did", "has", "status");

  /** These may stand between. */
  private static final Set<String> ARTICLES = Set.of("the", "a", "an", "my", "your", "this");

  private static final Set<String> EXAM =
      Set.of("exam", "exams", "cert", "certificate", "certification", "test", "badge");

  private static final List<String> SMALL =
      List.of(
          "it",
          "its",
          "this",
          "that",
          "the",
          "they",
          "them",
          "there",
          "these",
          "those",
          "both",
          "anybody",
          "anyone",
          "somebody",
          "someone",
          "everybody",
          "everyone");

  private final Set<String> known;
  private final Predicate<String> ordinary;

  /**
   * @param known words of names, in lower case
   * @param ordinary whether a word in lower case is an ordinary one
   */
  UnknownNames(Set<String> known, Predicate<String> ordinary) {
    this.known = Set.copyOf(known);
    this.ordinary = ordinary;
  }

  /**
   * The first such name, as written.
   *
   * @param text a message that asks for a fact and names no exam that is known
   * @param words its words
   */
  Optional<String> find(String text, List<Word> words) {
    return IntStream.range(0, words.size())
        .filter(at -> isUnknown(text, words, at))
        .mapToObj(at -> text.substring(words.get(at).start(), words.get(at).end()))
        .findFirst();
  }

  private boolean isUnknown(String text, List<Word> words, int at) {
    Word word = words.get(at);
    if (known.contains(word.text()) || known.contains(word.stem()) || !hasLength(word.text())) {
      return false;
    }
    boolean named = at + 1 < words.size() && EXAM.contains(words.get(at + 1).text());
    if (isAbbreviation(text, word)) {
      return at == 0 || named || LEADING.contains(before(words, at));
    }
    boolean led = at > 0 && LEADING_SURELY.contains(words.get(at - 1).text());
    boolean letters = word.text().chars().allMatch(Character::isLetter);
    return led && letters && !named && !ordinary.test(word.text()) && !isMistyped(word.text());
  }

  private static boolean hasLength(String word) {
    return word.length() >= SHORTEST && word.length() <= LONGEST;
  }

  /** In capitals, where not all is; or with a digit among its letters. */
  private static boolean isAbbreviation(String text, Word word) {
    String written = text.substring(word.start(), word.end());
    boolean capitals = written.chars().noneMatch(Character::isLowerCase);
    boolean letters = written.chars().anyMatch(Character::isLetter);
    boolean digits = written.chars().anyMatch(Character::isDigit);
    return letters && (digits || (capitals && text.chars().anyMatch(Character::isLowerCase)));
  }

  private static String before(List<Word> words, int at) {
    int place = at - 1;
    while (place > 0 && ARTICLES.contains(words.get(place).text())) {
      place--;
    }
    return words.get(place).text();
  }

  private static boolean isMistyped(String word) {
    return SMALL.stream().anyMatch(small -> Edits.between(word, small, 1) <= 1);
  }
}
