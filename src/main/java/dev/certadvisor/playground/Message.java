package dev.certadvisor.playground;

import java.util.List;
import java.util.Optional;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * A message as it stands, its text escaped as on Slack's wire.
 *
 * @param channel the conversation's id
 * @param ts Slack's timestamp, unique in the workspace and growing
 * @param threadTs the first message of its thread, where it is a reply
 * @param user who wrote it; the app's bot user, or Slackbot, may have
 * @param text mrkdwn; the fallback where there are blocks
 * @param blocks Block Kit; empty where there are none
 * @param onlyFor the one person who sees it, where it is ephemeral
 * @param metadata what the app attached for itself
 * @param edited whether it was changed after it was posted
 * @param reactions oldest first
 * @param broadcast whether a reply is shown in the channel too
 */
public record Message(
    String channel,
    String ts,
    Optional<String> threadTs,
    String user,
    String text,
    ArrayNode blocks,
    Optional<String> onlyFor,
    Optional<ObjectNode> metadata,
    boolean edited,
    List<Reaction> reactions,
    boolean broadcast) {

  /** Copies the list. */
  public Message {
    reactions = List.copyOf(reactions);
  }

  /**
   * An emoji that people put under a message.
   *
   * @param name without colons
   * @param users who did, oldest first
   */
  public record Reaction(String name, List<String> users) {

    /** Copies the list. */
    public Reaction {
      users = List.copyOf(users);
    }
  }

  /** What someone says in text alone. */
  static Message plain(
      String user,
      String channel,
      String ts,
      Optional<String> thread,
      String text,
      Optional<String> onlyFor) {
    return new Message(
        channel,
        ts,
        thread,
        user,
        text,
        Json.array(),
        onlyFor,
        Optional.empty(),
        false,
        List.of(),
        false);
  }

  /** Where it is, who wrote it and how it begins, for error messages. */
  String inShort() {
    String begin = text.substring(0, Math.min(text.length(), 60));
    return channel
        + " "
        + ts
        + " "
        + user
        + onlyFor.map(who -> " to " + who).orElse("")
        + ": "
        + begin;
  }

  /** The thread that it starts or belongs to. */
  public String thread() {
    return threadTs.orElse(ts);
  }

  /** Whether it is a reply in a thread. */
  public boolean isReply() {
    return threadTs.isPresent() && !threadTs.get().equals(ts);
  }

  Message changed(String newText, ArrayNode newBlocks, Optional<ObjectNode> newMetadata) {
    return new Message(
        channel,
        ts,
        threadTs,
        user,
        newText,
        newBlocks,
        onlyFor,
        newMetadata,
        true,
        reactions,
        broadcast);
  }

  Message reacted(List<Reaction> now) {
    return new Message(
        channel, ts, threadTs, user, text, blocks, onlyFor, metadata, edited, now, broadcast);
  }
}
