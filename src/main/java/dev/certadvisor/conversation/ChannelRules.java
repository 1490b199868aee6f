package dev.certadvisor.conversation;

/** What admins have settled for channels. */
@FunctionalInterface
public interface ChannelRules {

  /**
   * The rule of a channel.
   *
   * @return {@link ChannelRule#USUAL} where none was settled
   * @throws Unavailable if that cannot be told now
   */
  ChannelRule of(String workspace, String channel);

  /** Thrown where the rules cannot be read for the time being. */
  final class Unavailable extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /** For a reason that is fit for the log. */
    public Unavailable(String reason, Throwable cause) {
      super(reason, cause);
    }
  }
}
