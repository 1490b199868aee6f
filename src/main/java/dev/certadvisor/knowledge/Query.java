package dev.certadvisor.knowledge;

import java.util.List;

/**
 * What is looked for in the guide.
 *
 * @param text the question as asked, or as corrected; any length, any characters; may be empty
 * @param subjects the subjects asked about; passages about another subject alone come behind, and
 *     count again where nothing else answers; empty where none was named
 * @param topics words of the pack's topic list that the question touches; passages on them come
 *     first among equals; may be empty
 */
public record Query(String text, List<SubjectId> subjects, List<String> topics) {

  /** Copies the lists. */
  public Query {
    subjects = List.copyOf(subjects);
    topics = List.copyOf(topics);
  }

  /** A question about no subject in particular. */
  public static Query of(String text) {
    return new Query(text, List.of(), List.of());
  }
}
