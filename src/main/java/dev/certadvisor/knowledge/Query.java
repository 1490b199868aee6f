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
 * @param outside whether it names something that the guide cannot hold ("salary", another vendor);
 *     it is then less likely to be answered
 */
public record Query(String text, List<SubjectId> subjects, List<String> topics, boolean outside) {

  /** Copies the lists. */
  public Query {
    subjects = List.copyOf(subjects);
    topics = List.copyOf(topics);
  }

  /** A question that names nothing outside the guide. */
  public Query(String text, List<SubjectId> subjects, List<String> topics) {
    this(text, subjects, topics, false);
  }

  /** A question about no subject in particular. */
  public static Query of(String text) {
    return new Query(text, List.of(), List.of());
  }
}
