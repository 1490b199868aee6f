package dev.certadvisor.conversation;

/**
 * The one door: whatever a person does on any surface comes in here, and what is said back comes
 * out.
 */
public interface Advisor {

  /**
   * Works out the reply to a message. Pure but for the clock: nothing is stored and nothing is
   * sent.
   *
   * @param before the conversation so far
   * @param incoming what the person did
   * @return the conversation to store and the reply to send
   */
  Transition respond(Conversation before, Incoming incoming);
}
