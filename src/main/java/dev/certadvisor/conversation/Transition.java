package dev.certadvisor.conversation;

/**
 * What comes of a message: the conversation as it is to be stored, and the reply to be sent once it
 * is.
 *
 * @param next the conversation after the message
 * @param reply what to say
 */
public record Transition(Conversation next, Reply reply) {}
