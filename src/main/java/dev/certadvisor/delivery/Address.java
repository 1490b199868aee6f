package dev.certadvisor.delivery;

import java.util.Optional;

/** Where a message goes. */
public sealed interface Address {

  /** The workspace. */
  String workspace();

  /** Names the channel whose messages are kept in order and apart; unique over all workspaces. */
  String channelKey();

  /**
   * A thread, seen by all who read the channel.
   *
   * @param workspace the workspace
   * @param channel the channel or the direct messages
   * @param thread the id of the thread's first message; empty for a message of its own
   */
  record InChannel(String workspace, String channel, Optional<String> thread) implements Address {

    @Override
    public String channelKey() {
      return workspace + "/" + channel;
    }
  }

  /**
   * One person in a channel, unseen by the others.
   *
   * @param workspace the workspace
   * @param channel the channel
   * @param thread the id of the thread's first message; empty outside threads
   * @param user who sees it
   */
  record OnlyFor(String workspace, String channel, Optional<String> thread, String user)
      implements Address {

    @Override
    public String channelKey() {
      return workspace + "/" + channel;
    }
  }

  /**
   * One person's direct messages, wherever the platform keeps them.
   *
   * @param workspace the workspace
   * @param user who
   */
  record DirectTo(String workspace, String user) implements Address {

    @Override
    public String channelKey() {
      return workspace + "/" + user;
    }
  }

  /**
   * The return address that came with a command or a click; good for a few messages and a short
   * time.
   *
   * @param workspace the workspace
   * @param channel where the person is
   * @param user who
   * @param url secret; never logged
   */
  record Return(String workspace, String channel, String user, String url) implements Address {

    @Override
    public String channelKey() {
      return workspace + "/" + channel + "/" + user;
    }

    @Override
    public String toString() {
      return "Return[" + workspace + "/" + channel + "/" + user + "]";
    }
  }

  /**
   * A person's home page of the app.
   *
   * @param workspace the workspace
   * @param user who
   */
  record Home(String workspace, String user) implements Address {

    @Override
    public String channelKey() {
      return workspace + "/" + user + "/home";
    }
  }

  /**
   * The suggestions that stand above a person's direct messages with the app, where the platform
   * shows any.
   *
   * @param workspace the workspace
   * @param channel the direct messages
   */
  record Suggestions(String workspace, String channel) implements Address {

    @Override
    public String channelKey() {
      return workspace + "/" + channel + "/suggestions";
    }
  }

  /**
   * A message of ours that is there already.
   *
   * @param workspace the workspace
   * @param channel the channel or the direct messages
   * @param id the message's
   */
  record Message(String workspace, String channel, String id) implements Address {

    /** What is changed does not wait for what is said anew. */
    @Override
    public String channelKey() {
      return workspace + "/" + channel + "/changes";
    }
  }

  /**
   * A window that is to be opened for a person.
   *
   * @param workspace the workspace
   * @param user who
   * @param trigger lets it be opened, once and within seconds
   * @param onTop whether it goes on top of a window that is open
   */
  record NewWindow(String workspace, String user, String trigger, boolean onTop)
      implements Address {

    @Override
    public String channelKey() {
      return workspace + "/" + user + "/window";
    }
  }

  /**
   * A window that is open.
   *
   * @param workspace the workspace
   * @param user who has it open
   * @param id the window's
   * @param state as it was when the person did something in it
   */
  record Window(String workspace, String user, String id, String state) implements Address {

    @Override
    public String channelKey() {
      return workspace + "/" + user + "/window";
    }
  }
}
