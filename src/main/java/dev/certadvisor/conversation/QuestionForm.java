package dev.certadvisor.conversation;

import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** Whether words have the form of a question. */
final class QuestionForm {

  /** A question behind a statement: "data scientist here, is aws worth it". */
  private static final Pattern QUESTION_CLAUSE =
      Pattern.compile(
          "[,.;:-]\\s*(?:so |but |and )?(?:is|are|does|do|should|would|will|can|which|what|whats|how|why|who|am i)\\b",
          Pattern.CASE_INSENSITIVE);

  /** English words that begin a question. */
  private static final Set<String> QUESTION_WORDS =
      Set.of(
          "what", "whats", "what's", "which", "how", "why", "who", "when", "where", "is", "are",
          "does", "do", "did", "can", "could", "should", "will", "would");

  private QuestionForm() {}

  /** Whether it begins or ends as questions do. */
  static boolean isWhole(String text) {
    String first = text.strip().split("\\s+", 2)[0].toLowerCase(Locale.ROOT);
    return text.strip().endsWith("?") || QUESTION_WORDS.contains(first);
  }

  /** Whether a question is in it, be it behind a statement. */
  static boolean isAnywhereIn(String text) {
    return isWhole(text) || QUESTION_CLAUSE.matcher(text).find();
  }
}
