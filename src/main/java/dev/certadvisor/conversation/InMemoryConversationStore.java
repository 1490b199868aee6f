package dev.certadvisor.conversation;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;

/**
 * Keeps conversations as long as the program runs: for the terminal, for evaluation and for tests.
 */
public final class InMemoryConversationStore implements ConversationStore {

  private final Map<String, Conversation> byKey = new ConcurrentHashMap<>();

  @Override
  public Transition update(ConversationId id, Function<Conversation, Transition> step) {
    AtomicReference<Transition> result = new AtomicReference<>();
    byKey.compute(
        id.key(),
        (key, before) -> {
          Transition transition = step.apply(before == null ? Conversation.NEW : before);
          result.set(transition);
          return transition.next();
        });
    return result.get();
  }

  @Override
  public void forget(ConversationId id) {
    byKey.remove(id.key());
  }
}
