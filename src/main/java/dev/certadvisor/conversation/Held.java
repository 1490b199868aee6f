package dev.certadvisor.conversation;

import java.time.Instant;
import java.time.LocalDate;

/** Something that is kept of a person. */
public sealed interface Held {

  /**
   * What is remembered of a conversation, as far as it is the person's.
   *
   * @param shared whether it is a thread that others read too
   * @param conversation its state
   */
  record Talk(boolean shared, Conversation conversation) implements Held {}

  /**
   * Something that the person did and that waits for its answer.
   *
   * @param incoming what
   * @param at when it was taken
   */
  record Waiting(Incoming incoming, Instant at) implements Held {}

  /**
   * The person's word on an answer.
   *
   * @param rated the verdict
   * @param at when
   */
  record Rating(Effect.Rated rated, Instant at) implements Held {}

  /**
   * A question that the guide does not hold.
   *
   * @param question its words as they are kept
   * @param times how often the person asked it; at least 1
   * @param day when last
   */
  record Unheld(String question, int times, LocalDate day) implements Held {}

  /**
   * Entries of another kind, without words of the person.
   *
   * @param where the name under which they are kept
   * @param count how many; at least 1
   */
  record Entries(String where, int count) implements Held {}
}
