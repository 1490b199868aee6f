package dev.certadvisor.conversation;

/** Where something is being talked about. What is remembered is remembered under this. */
public sealed interface ConversationId {

  /** The workspace that it happens in. */
  String workspace();

  /** A text form, unique over all conversations, by which it is stored. */
  String key();

  /**
   * A person's private talk with the advisor, on whatever surface: direct messages, commands,
   * modals, the home page. An interview belongs here.
   *
   * @param person whose
   */
  record Private(PersonId person) implements ConversationId {

    @Override
    public String workspace() {
      return person.workspace();
    }

    @Override
    public String key() {
      return "person:" + person.workspace() + "/" + person.user();
    }
  }

  /**
   * A thread in a channel, shared by all who read it.
   *
   * @param workspace the workspace
   * @param channel the channel's id
   * @param thread the id of the thread's first message
   */
  record ChannelThread(String workspace, String channel, String thread) implements ConversationId {

    @Override
    public String key() {
      return "thread:" + workspace + "/" + channel + "/" + thread;
    }
  }
}
