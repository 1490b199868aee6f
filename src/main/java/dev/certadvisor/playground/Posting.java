package dev.certadvisor.playground;

import java.time.InstantSource;
import java.util.Optional;
import java.util.random.RandomGenerator;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Puts messages into the workspace and tells the app of them where it subscribed to that. */
final class Posting {

  private final AppManifest manifest;
  private final Workspace workspace;
  private final Courier courier;
  private final InstantSource clock;
  private final RandomGenerator random;

  Posting(
      AppManifest manifest,
      Workspace workspace,
      Courier courier,
      InstantSource clock,
      RandomGenerator random) {
    this.manifest = manifest;
    this.workspace = workspace;
    this.courier = courier;
    this.clock = clock;
    this.random = random;
  }

  /** The app says something; blocks and elements without an id get one, as at Slack. */
  Message fromApp(
      String channel,
      Optional<String> thread,
      String text,
      ArrayNode blocks,
      Optional<String> onlyFor,
      Optional<ObjectNode> metadata,
      boolean broadcast) {
    Message message =
        new Message(
            channel,
            workspace.nextTs(),
            thread,
            Workspace.BOT_USER,
            text,
            identified(blocks),
            onlyFor,
            metadata,
            false,
            java.util.List.of(),
            broadcast);
    return workspace.locked(() -> {
      workspace.put(message);
      workspace.busy(channel, thread.orElse(""), "");
      if (onlyFor.isEmpty()) {
        sayToApp(message);
      }
      return message;
    });
  }

  /** A person says something, in wire text. */
  Message fromPerson(Person person, String channel, Optional<String> thread, String text) {
    Message message = plain(person.id(), channel, thread, text, Optional.empty());
    return workspace.locked(() -> said(message, channel, text));
  }

  /** Whoever sees the message also sees that the app is being told of it. */
  private Message said(Message message, String channel, String text) {
    workspace.put(message);
    sayToApp(message);
    String mention = "<@" + Workspace.BOT_USER + ">";
    if (text.contains(mention)
        && workspace.roster().isJoined(channel)
        && !channel.startsWith("D")) {
      ObjectNode event = Wire.message(message).put("type", "app_mention");
      event.put("channel", channel).put("event_ts", message.ts());
      event(event);
    }
    return message;
  }

  /** A person has said something before the app was there to hear it. */
  void before(Person person, String channel, String text) {
    workspace.put(plain(person.id(), channel, Optional.empty(), text, Optional.empty()));
  }

  /** Slack itself says something that one person sees. */
  Message fromSlackbot(Person person, String channel, String text) {
    Message message =
        plain(Workspace.SLACKBOT, channel, Optional.empty(), text, Optional.of(person.id()));
    workspace.put(message);
    return message;
  }

  private Message plain(
      String user, String channel, Optional<String> thread, String text, Optional<String> only) {
    return Message.plain(user, channel, workspace.nextTs(), thread, text, only);
  }

  Optional<Message> change(
      Message before, String text, ArrayNode blocks, Optional<ObjectNode> metadata) {
    Optional<Message> after =
        workspace.change(
            before.channel(),
            before.ts(),
            message -> message.changed(text, identified(blocks), metadata.or(message::metadata)));
    after
        .filter(message -> message.onlyFor().isEmpty())
        .ifPresent(message -> {
          ObjectNode event = Json.object().put("type", "message");
          event.put("subtype", "message_changed").put("hidden", true);
          event.set("message", Wire.message(message));
          event.set("previous_message", Wire.message(before));
          aboutMessage(event, message);
        });
    return after;
  }

  void remove(Message message) {
    workspace.remove(message.channel(), message.ts());
    if (message.onlyFor().isEmpty()) {
      ObjectNode event = Json.object().put("type", "message");
      event.put("subtype", "message_deleted").put("hidden", true);
      event.put("deleted_ts", message.ts());
      event.set("previous_message", Wire.message(message));
      aboutMessage(event, message);
    }
  }

  /** Adds or takes back a reaction; false where it was already so. */
  boolean react(Message message, String name, String user, boolean add) {
    boolean had =
        message.reactions().stream()
            .anyMatch(known -> known.name().equals(name) && known.users().contains(user));
    if (had == add) {
      return false;
    }
    workspace.change(
        message.channel(),
        message.ts(),
        now -> now.reacted(ChatMethods.reacted(now, name, user, add)));
    String type = add ? "reaction_added" : "reaction_removed";
    if (manifest.events().contains(type) && workspace.roster().isJoined(message.channel())) {
      ObjectNode event = Json.object().put("type", type).put("user", user).put("reaction", name);
      event
          .putObject("item")
          .put("type", "message")
          .put("channel", message.channel())
          .put("ts", message.ts());
      event.put("item_user", message.user()).put("event_ts", workspace.nextTs());
      event(event);
    }
    return true;
  }

  String permalink(Message message) {
    return "https://"
        + Workspace.DOMAIN
        + ".slack.com/archives/"
        + message.channel()
        + "/p"
        + message.ts().replace(".", "");
  }

  /** Sends an event to the app, under an id of its own. */
  void event(ObjectNode event) {
    String id =
        "Ev0"
            + Long.toString(random.nextLong(1L << 40, 1L << 50), 36)
                .toUpperCase(java.util.Locale.ROOT);
    ObjectNode envelope = Wire.envelope(event, id, clock.instant().getEpochSecond());
    String subtype = Json.text(event, "subtype");
    String name = Json.text(event, "type") + (subtype.isEmpty() ? "" : "." + subtype);
    courier.event(Letter.event(name, envelope));
  }

  private void sayToApp(Message message) {
    ObjectNode event = Wire.message(message);
    message
        .threadTs()
        .flatMap(thread -> workspace.message(message.channel(), thread))
        .ifPresent(parent -> event.put("parent_user_id", parent.user()));
    aboutMessage(event, message);
  }

  private void aboutMessage(ObjectNode event, Message message) {
    boolean direct = message.channel().startsWith("D");
    if (!manifest.events().contains(direct ? "message.im" : "message.channels")
        || !workspace.roster().isJoined(message.channel())) {
      return;
    }
    String eventTs = Json.text(event, "subtype").isEmpty() ? message.ts() : workspace.nextTs();
    if (!event.has("ts")) {
      event.put("ts", eventTs);
    }
    event.put("channel", message.channel()).put("event_ts", eventTs);
    event.put("channel_type", direct ? "im" : "channel");
    event(event);
  }

  private ArrayNode identified(ArrayNode blocks) {
    ArrayNode copy = blocks.deepCopy();
    Identities.give(copy, random);
    return copy;
  }
}
