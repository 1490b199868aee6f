package dev.certadvisor.conversation;

import java.util.function.Function;

/** Where conversations are kept between messages. */
public interface ConversationStore {

  /**
   * Loads a conversation, applies a step and saves the result, as one writer at a time.
   *
   * @param id which; one that is not known yet starts as {@link Conversation#NEW}
   * @param step pure, since it may run again after a conflict
   * @return what the step returned, once its conversation is saved
   */
  Transition update(ConversationId id, Function<Conversation, Transition> step);

  /**
   * Forgets a conversation.
   *
   * @param id which; unknown ones are ignored
   */
  void forget(ConversationId id);
}
