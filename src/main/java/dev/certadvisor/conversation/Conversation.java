package dev.certadvisor.conversation;

import dev.certadvisor.decision.Choice;
import dev.certadvisor.interview.Session;
import dev.certadvisor.knowledge.PassageId;
import dev.certadvisor.knowledge.SubjectId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * All that is remembered of a conversation between two messages.
 *
 * @param focus what was last talked about; what follows up refers to it
 * @param interview the interview under way or paused
 * @param openQuestion the id of the question last put, while an answer to it is awaited
 * @param misses how many replies in a row fitted no choice of the open question
 * @param lastAdvice the choices of the last recommendation, to explain, change or share it; empty
 *     if there was none
 * @param greeted whether the person has been told what the advisor does
 */
public record Conversation(
    Optional<Focus> focus,
    Optional<Session> interview,
    Optional<String> openQuestion,
    int misses,
    List<Choice> lastAdvice,
    boolean greeted) {

  /** A conversation in which nothing has happened. */
  public static final Conversation NEW =
      new Conversation(Optional.empty(), Optional.empty(), Optional.empty(), 0, List.of(), false);

  /** Copies the list. */
  public Conversation {
    lastAdvice = List.copyOf(lastAdvice);
  }

  /**
   * What was last talked about.
   *
   * @param subjects the subjects it was about
   * @param question the words that found it, without what named the subjects
   * @param attributes the facts of a credential that were asked for; empty where it was no question
   *     of fact
   * @param passages the passages quoted, best first
   * @param at when; it is forgotten after a while
   */
  public record Focus(
      List<SubjectId> subjects,
      String question,
      List<String> attributes,
      List<PassageId> passages,
      Instant at) {

    /** Copies the lists. */
    public Focus {
      subjects = List.copyOf(subjects);
      attributes = List.copyOf(attributes);
      passages = List.copyOf(passages);
    }
  }
}
