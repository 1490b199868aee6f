package dev.certadvisor.conversation;

/** What admins have settled for channels. */
@FunctionalInterface
public interface ChannelRules {

  /**
   * The rule of a channel.
   *
   * @return {@link ChannelRule#USUAL} where none was settled
   */
  ChannelRule of(String workspace, String channel);
}
