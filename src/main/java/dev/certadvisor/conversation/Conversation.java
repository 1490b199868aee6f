package dev.certadvisor.conversation;

import dev.certadvisor.interview.Session;
import dev.certadvisor.knowledge.PassageId;
import dev.certadvisor.knowledge.SubjectId;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * All that is remembered of a conversation between two messages.
 *
 * @param focus what was last talked about; what follows up refers to it
 * @param interview the interview under way, put aside or finished; the last advice follows from it
 * @param greeted whether the person has been told what the advisor does
 * @param erasureAsked whether the person was just asked if all this shall be erased
 */
public record Conversation(
    Optional<Focus> focus, Optional<Session> interview, boolean greeted, boolean erasureAsked) {

  /** A conversation in which nothing has happened. */
  public static final Conversation NEW =
      new Conversation(Optional.empty(), Optional.empty(), false, false);

  /** What was talked about longer ago is not referred to any more. */
  public static final Duration MEMORY = Duration.ofMinutes(30);

  /** What was last talked about, unless that is too long ago to be referred to. */
  Optional<Focus> recentFocus(Instant now) {
    return focus.filter(last -> last.at().plus(MEMORY).isAfter(now));
  }

  /** With something else being talked about. */
  Conversation withFocus(Focus other) {
    return new Conversation(Optional.of(other), interview, greeted, erasureAsked);
  }

  /** Without what was last talked about, and so without words of a person. */
  public Conversation withoutFocus() {
    return new Conversation(Optional.empty(), interview, greeted, false);
  }

  /** With the interview further on. */
  Conversation withInterview(Session session) {
    return new Conversation(focus, Optional.of(session), true, erasureAsked);
  }

  /** With the person told what the advisor does. */
  Conversation afterGreeting() {
    return new Conversation(focus, interview, true, erasureAsked);
  }

  /** With the person asked, or no longer asked, whether all this shall be erased. */
  Conversation withErasureAsked(boolean asked) {
    return new Conversation(focus, interview, greeted, asked);
  }

  /**
   * What was last talked about.
   *
   * @param subjects the subjects it was about
   * @param question the words that found it
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
