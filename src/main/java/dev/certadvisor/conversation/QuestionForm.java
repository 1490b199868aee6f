package dev.certadvisor.conversation;

import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** Whether words have the form of a question. */
final class QuestionForm {

  /** A question behind a statement: "data scientist here, is aws worth it". */
  private static final Pattern QUESTION_CLAUSE =
      Pattern.compile(
          "[,.;:-]\\s*(?:so |but |and )?(?:is|are|does|do|should|would(?! (?:like|love|rather|prefer)\\b)|will|can|which|what|whats|how|why|who|am i)\\b",
          Pattern.CASE_INSENSITIVE);

  /** English words that begin a question. */
  private static final Set<String> QUESTION_WORDS =
      Set.of(
          "what", "whats", "what's", "which", "how", "why", "who", "whom", "whose", "when", "where",
          "is", "are", "am", "was", "were", "has", "does", "do", "did", "can", "could", "should",
          "shall", "must", "may", "might", "will", "would");

  /** Words that people begin with before they come to the point: "so is it …", "hey, what …". */
  private static final Pattern FILLERS =
      Pattern.compile(
          "^(?:(?:so|hey|hi|hello|ok|okay|well|also|um+|hmm+|please|pls|and|but|then|btw)\\b[\\s,.:;!-]*){1,9}",
          Pattern.CASE_INSENSITIVE);

  /** What one should or has to do, said of oneself: "azure services i should learn". */
  private static final Pattern DUTY =
      Pattern.compile(
          "\\b(?:i|we|you|one) (?:should|must|need(?! (?:a|an|some|something|it|to get)\\b)|have to|can|could|ought)\\b",
          Pattern.CASE_INSENSITIVE);

  private static final Pattern FIRST_PERSON =
      Pattern.compile(
          "\\b(?:i|im|i'm|ive|i've|me|my|mine|we|we're|us|our)\\b", Pattern.CASE_INSENSITIVE);

  /** A question of no more words may look like a profile, and a longer thanks like a question. */
  private static final int FEW_WORDS = 6;

  private QuestionForm() {}

  /** Whether it has few words. */
  static boolean isShort(String text) {
    return text.strip().split("\\s+", FEW_WORDS + 1).length <= FEW_WORDS;
  }

  /** Whether the person speaks of themself. */
  static boolean isInFirstPerson(String text) {
    return FIRST_PERSON.matcher(text).find();
  }

  /** Whether its first word is the person: "I build chatbots". */
  static boolean beginsInFirstPerson(String text) {
    return FIRST_PERSON.matcher(text.strip()).lookingAt();
  }

  /** Whether it begins or ends as questions do. */
  static boolean isWhole(String text) {
    String first =
        FILLERS.matcher(text.strip()).replaceFirst("").split("\\s+", 2)[0].toLowerCase(Locale.ROOT);
    return text.strip().endsWith("?") || QUESTION_WORDS.contains(first);
  }

  /** Whether a question is in it, be it behind a statement. */
  static boolean isAnywhereIn(String text) {
    return isWhole(text) || QUESTION_CLAUSE.matcher(text).find() || DUTY.matcher(text).find();
  }
}
