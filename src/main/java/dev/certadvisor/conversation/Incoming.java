package dev.certadvisor.conversation;

/** Something that a person did, on any surface. */
public sealed interface Incoming {

  /** Where it happened. */
  ConversationId conversation();

  /** Who did it. */
  PersonId person();

  /**
   * Said something in words.
   *
   * @param conversation where
   * @param person who
   * @param text the words, plain, without the mention of the advisor; at most 40,000 characters;
   *     may be empty
   */
  record Said(ConversationId conversation, PersonId person, String text) implements Incoming {}

  /**
   * Pressed a button.
   *
   * @param conversation where
   * @param person who
   * @param act what the button stands for
   */
  record Chose(ConversationId conversation, PersonId person, Act act) implements Incoming {}

  /**
   * Gave a command.
   *
   * @param conversation the person's private talk
   * @param person who
   * @param text all that follows the command's name; may be empty
   */
  record Commanded(ConversationId conversation, PersonId person, String text) implements Incoming {}

  /**
   * Opened the advisor's home page.
   *
   * @param conversation the person's private talk
   * @param person who
   */
  record OpenedHome(ConversationId conversation, PersonId person) implements Incoming {}

  /**
   * Opened the direct messages with the advisor, which wants a greeting the first time.
   *
   * @param conversation the person's private talk
   * @param person who
   */
  record OpenedMessages(ConversationId conversation, PersonId person) implements Incoming {}

  /**
   * Stopped, by the platform's own means, what is going on.
   *
   * @param conversation where
   * @param person who
   */
  record Halted(ConversationId conversation, PersonId person) implements Incoming {}
}
