package dev.certadvisor.conversation;

/**
 * Where and to whom the advisor speaks in a channel.
 *
 * @param speaking to what it answers
 * @param outsiders whether it answers guests and, in a shared channel, people of other companies
 */
public record ChannelRule(Speaking speaking, boolean outsiders) {

  /** What holds where nothing was settled. */
  public static final ChannelRule USUAL = new ChannelRule(Speaking.MENTIONS, false);

  /** To what the advisor answers in a channel. */
  public enum Speaking {
    /** To whatever mentions it. */
    MENTIONS,
    /** Only to mentions with a question mark. */
    QUESTIONS,
    /** To nothing. */
    OFF
  }
}
