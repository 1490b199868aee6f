package dev.certadvisor.conversation;

import java.util.List;

/**
 * What comes of a message: the conversation as it is to be stored, the reply to be sent once it is,
 * and whatever else is to happen with it as one.
 *
 * @param next the conversation after the message
 * @param reply what to say
 * @param effects in order
 */
public record Transition(Conversation next, Reply reply, List<Effect> effects) {

  /** Copies the list. */
  public Transition {
    effects = List.copyOf(effects);
  }

  /** Without further effects. */
  public Transition(Conversation next, Reply reply) {
    this(next, reply, List.of());
  }

  /** The same with another reply. */
  Transition withReply(Reply other) {
    return new Transition(next, other, effects);
  }
}
