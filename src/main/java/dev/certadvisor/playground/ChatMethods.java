package dev.certadvisor.playground;

import dev.certadvisor.playground.Call.Answer;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** {@code chat.*} and {@code reactions.*}: what the app says, changes, takes back and marks. */
final class ChatMethods {

  /** Longer texts are cut (docs.slack.dev, "chat.postMessage", "Truncating content"). */
  static final int TEXT = 40_000;

  /** Longer texts are refused (docs.slack.dev, "chat.update", errors). */
  static final int UPDATED_TEXT = 4000;

  static final int MARKDOWN_TEXT = 12_000;

  private final Workspace workspace;
  private final Posting posting;

  ChatMethods(Workspace workspace, Posting posting) {
    this.workspace = workspace;
    this.posting = posting;
  }

  Answer post(Call call) {
    String channel = workspace.roster().conversation(call.text("channel"));
    Optional<Answer> refused = refusedPlace(channel).or(() -> refusedContent(call, false));
    if (refused.isPresent()) {
      return refused.get();
    }
    Optional<String> thread = call.optional("thread_ts");
    if (thread.isPresent() && !thread.get().matches("[1-9]\\d{0,10}\\.\\d{6}")) {
      return Answer.error("invalid_thread_ts");
    }
    Message message =
        posting.fromApp(
            channel,
            thread.map(ts -> workspace.message(channel, ts).map(Message::thread).orElse(ts)),
            cut(text(call)),
            blocks(call),
            Optional.empty(),
            metadata(call),
            call.flag("reply_broadcast"));
    ObjectNode body = posted(message);
    if (text(call).length() > TEXT) {
      body.putObject("response_metadata").putArray("warnings").add("message_truncated");
    }
    return Answer.of(body);
  }

  Answer postEphemeral(Call call) {
    String channel = workspace.roster().conversation(call.text("channel"));
    Optional<Answer> refused = refusedPlace(channel).or(() -> refusedContent(call, false));
    if (refused.isPresent()) {
      return refused.get();
    }
    Optional<Person> person = workspace.roster().person(call.text("user"));
    if (person.isEmpty()) {
      return Answer.error("user_not_in_channel");
    }
    Message message =
        posting.fromApp(
            channel,
            call.optional("thread_ts"),
            cut(text(call)),
            blocks(call),
            person.map(Person::id),
            Optional.empty(),
            false);
    return Answer.of(Call.ok().put("message_ts", message.ts()));
  }

  Answer update(Call call) {
    Optional<Message> before = ownMessage(call.text("channel"), call.text("ts"));
    if (before.isEmpty()) {
      return Answer.error(missing(call, "cant_update_message"));
    }
    Optional<Answer> refused = refusedContent(call, true);
    if (refused.isPresent()) {
      return refused.get();
    }
    ArrayNode blocks =
        call.has("blocks") || call.has("text") ? blocks(call) : before.get().blocks();
    Message after =
        posting.change(before.get(), text(call), blocks, metadata(call)).orElse(before.get());
    ObjectNode body = posted(after);
    body.put("text", after.text());
    return Answer.of(body);
  }

  Answer delete(Call call) {
    Optional<Message> message = ownMessage(call.text("channel"), call.text("ts"));
    if (message.isEmpty()) {
      return Answer.error(missing(call, "cant_delete_message"));
    }
    posting.remove(message.get());
    return Answer.of(
        Call.ok().put("channel", message.get().channel()).put("ts", message.get().ts()));
  }

  Answer permalink(Call call) {
    Optional<Message> message = workspace.message(call.text("channel"), call.text("message_ts"));
    return message
        .map(found ->
            Answer.of(
                Call.ok()
                    .put("channel", found.channel())
                    .put("permalink", posting.permalink(found))))
        .orElseGet(() -> Answer.error("message_not_found"));
  }

  Answer react(Call call, boolean add) {
    if (!workspace.roster().isConversation(call.text("channel"))) {
      return Answer.error("channel_not_found");
    }
    Optional<Message> message = workspace.message(call.text("channel"), call.text("timestamp"));
    if (message.isEmpty()) {
      return Answer.error("message_not_found");
    }
    String name = call.text("name").replace(":", "");
    if (!name.matches("[a-z0-9_+'-]+(::skin-tone-[2-6])?")) {
      return Answer.error("invalid_name");
    }
    return posting.react(message.get(), name, Workspace.BOT_USER, add)
        ? Answer.of(Call.ok())
        : Answer.error(add ? "already_reacted" : "no_reaction");
  }

  private Optional<Answer> refusedPlace(String channel) {
    if (!workspace.roster().isConversation(channel)) {
      return Optional.of(Answer.error("channel_not_found"));
    }
    return workspace.roster().isJoined(channel)
        ? Optional.empty()
        : Optional.of(Answer.error("not_in_channel"));
  }

  static Optional<Answer> refusedContent(Call call, boolean update) {
    if (text(call).isBlank() && !call.has("blocks") && !call.has("attachments")) {
      return Optional.of(Answer.error("no_text"));
    }
    if ((update && text(call).length() > UPDATED_TEXT)
        || call.text("markdown_text").length() > MARKDOWN_TEXT) {
      return Optional.of(Answer.error("msg_too_long"));
    }
    if (call.has("markdown_text") && (call.has("text") || call.has("blocks"))) {
      return Optional.of(Answer.error("markdown_text_conflict"));
    }
    if (!call.has("blocks")) {
      return Optional.empty();
    }
    JsonNode blocks = call.json("blocks");
    if (!blocks.isArray()) {
      return Optional.of(Answer.error("invalid_blocks_format"));
    }
    List<Violation> violations = BlockRules.message(blocks);
    return violations.isEmpty()
        ? Optional.empty()
        : Optional.of(Answer.invalid("invalid_blocks", violations));
  }

  private Optional<Message> ownMessage(String channel, String ts) {
    return workspace
        .message(channel, ts)
        .filter(message -> message.onlyFor().isEmpty())
        .filter(message -> message.user().equals(Workspace.BOT_USER));
  }

  private String missing(Call call, String notOwn) {
    if (!workspace.roster().isConversation(call.text("channel"))) {
      return "channel_not_found";
    }
    return workspace.message(call.text("channel"), call.text("ts")).isPresent()
        ? notOwn
        : "message_not_found";
  }

  private static String text(Call call) {
    return call.has("markdown_text") ? call.text("markdown_text") : call.text("text");
  }

  private static String cut(String text) {
    return text.length() > TEXT ? text.substring(0, TEXT) : text;
  }

  private static ArrayNode blocks(Call call) {
    if (call.has("markdown_text")) {
      ArrayNode blocks = Json.array();
      blocks.addObject().put("type", "markdown").put("text", call.text("markdown_text"));
      return blocks;
    }
    return call.json("blocks") instanceof ArrayNode blocks ? blocks : Json.array();
  }

  private static Optional<ObjectNode> metadata(Call call) {
    return call.json("metadata") instanceof ObjectNode metadata
        ? Optional.of(metadata)
        : Optional.empty();
  }

  private static ObjectNode posted(Message message) {
    ObjectNode body = Call.ok().put("channel", message.channel()).put("ts", message.ts());
    ObjectNode shown = Wire.message(message);
    message.metadata().ifPresent(metadata -> shown.set("metadata", metadata));
    body.set("message", shown);
    return body;
  }

  static List<Message.Reaction> reacted(Message message, String name, String user, boolean add) {
    List<Message.Reaction> after = new ArrayList<>();
    boolean known = false;
    for (Message.Reaction reaction : message.reactions()) {
      if (!reaction.name().equals(name)) {
        after.add(reaction);
        continue;
      }
      known = true;
      List<String> users = new ArrayList<>(reaction.users());
      users.remove(user);
      if (add) {
        users.add(user);
      }
      if (!users.isEmpty()) {
        after.add(new Message.Reaction(name, users));
      }
    }
    if (!known && add) {
      after.add(new Message.Reaction(name, List.of(user)));
    }
    return after;
  }
}
