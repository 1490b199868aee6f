package dev.certadvisor.conversation;

import java.util.Optional;
import java.util.regex.Pattern;

/** Makes of a question on one subject the words that ask it of both. */
final class CompareSuggestion {

  private static final int LONGEST = 500;

  /** What was said before the matter: a command, or a reference to what was asked last. */
  private static final Pattern OPENING =
      Pattern.compile(
          "^(?:(?:ask|compare|please|pls|and|or|so|but|then|ok|okay|now|also|hey|hi|what about|how about|same for)\\b[\\s,.:;!-]*){1,9}",
          Pattern.CASE_INSENSITIVE);

  /** A question that had the subject right behind its verb has lost what it speaks of. */
  private static final Pattern LOST_SUBJECT =
      Pattern.compile(
          "^(?:is|are|was|were|does|do|did|has|have|can|could|will|would|should)\\b(?! (?:it|the|i|we|you|there|a|an|any|my|one|people|somebody)\\b)",
          Pattern.CASE_INSENSITIVE);

  private static final Pattern DANGLING =
      Pattern.compile(
          "(?:\\s+(?:and|or|for|of|in|on|to|with|at|about|by|from|the|a|an|vs))+[\\s?!.,]*$",
          Pattern.CASE_INSENSITIVE);

  /** Nothing of these says what is to be compared. */
  private static final Pattern NO_MATTER =
      Pattern.compile(
          "(?:(?:for|of|in|on|with|the|a|an|it|about|and|one|exam|cert|certification)\\b[\\s?!.,]*|[?!.,]\\s*){0,29}",
          Pattern.CASE_INSENSITIVE);

  private CompareSuggestion() {}

  /**
   * The words, "compare" first.
   *
   * @param matter a question without the names of the subjects
   * @return empty where it would not read as a comparison
   */
  static Optional<String> of(String matter) {
    String whole = OPENING.matcher(matter.strip()).replaceFirst("");
    String plain = DANGLING.matcher(whole).replaceFirst("").replaceAll("\\s+([?!.,])", "$1");
    boolean tells = QuestionForm.isInFirstPerson(plain) && !QuestionForm.isWhole(plain);
    return tells || LOST_SUBJECT.matcher(plain).find() || NO_MATTER.matcher(plain).matches()
        ? Optional.empty()
        : Optional.of("compare " + plain.substring(0, Math.min(plain.length(), LONGEST)));
  }
}
