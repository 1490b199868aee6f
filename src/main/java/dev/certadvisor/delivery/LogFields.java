package dev.certadvisor.delivery;

/**
 * Under which names ids stand beside a line of the log, and in traces. Nothing else of a message
 * does.
 */
public final class LogFields {

  /** The id of what a person did, as {@link Envelope#id}. */
  public static final String EVENT = "advisor.event";

  /** The id of a message on its way out, as {@link Parcel#id}. */
  public static final String MESSAGE = "advisor.message";

  /** The workspace's id. */
  public static final String TEAM = "advisor.team";

  /** What is stored of a conversation is stored under this. */
  public static final String CONVERSATION = "advisor.conversation";

  /** The channel that is sent to, as {@link Address#channelKey}. */
  public static final String CHANNEL = "advisor.channel";

  /** What an apology names to the person who gets it. */
  public static final String INCIDENT = "advisor.incident";

  private LogFields() {}
}
