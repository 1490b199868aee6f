package dev.certadvisor.playground;

import dev.certadvisor.playground.Call.Answer;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** {@code conversations.*} and {@code users.*}: who and what is there. */
final class ConversationMethods {

  private static final int PAGE = 100;

  private final Workspace workspace;

  ConversationMethods(Workspace workspace) {
    this.workspace = workspace;
  }

  Answer open(Call call) {
    Optional<Person> person =
        workspace
            .roster()
            .person(call.text("users"))
            .or(() -> workspace.roster().ownerOf(call.text("channel")));
    if (person.isEmpty()) {
      return Answer.error(call.has("users") ? "user_not_found" : "channel_not_found");
    }
    ObjectNode body = Call.ok().put("no_op", true).put("already_open", true);
    body.set("channel", channel(person.get().directMessage()));
    return Answer.of(body);
  }

  Answer info(Call call) {
    if (!workspace.roster().isConversation(call.text("channel"))) {
      return Answer.error("channel_not_found");
    }
    ObjectNode body = Call.ok();
    body.set("channel", channel(call.text("channel")));
    return Answer.of(body);
  }

  Answer list(Call call) {
    ObjectNode body = Call.ok();
    ArrayNode channels = body.putArray("channels");
    workspace.roster().channels().forEach(known -> channels.add(channel(known.id())));
    body.putObject("response_metadata").put("next_cursor", "");
    return Answer.of(body);
  }

  Answer history(Call call) {
    return messages(call, message -> !message.isReply() || message.broadcast(), true);
  }

  Answer replies(Call call) {
    String ts = call.text("ts");
    if (workspace.roster().isConversation(call.text("channel"))
        && workspace.message(call.text("channel"), ts).isEmpty()) {
      return Answer.error("thread_not_found");
    }
    return messages(call, message -> message.thread().equals(ts), false);
  }

  private Answer messages(Call call, Predicate<Message> wanted, boolean newestFirst) {
    String channel = call.text("channel");
    if (!workspace.roster().isConversation(channel)) {
      return Answer.error("channel_not_found");
    }
    if (!workspace.roster().isJoined(channel)) {
      return Answer.error("not_in_channel");
    }
    String oldest = call.optional("oldest").orElse("0");
    String latest = call.optional("latest").orElse("9");
    boolean inclusive = call.flag("inclusive");
    List<Message> found =
        new ArrayList<>(
            workspace.messages(channel).stream()
                .filter(message -> message.onlyFor().isEmpty())
                .filter(wanted)
                .filter(message -> isWithin(message.ts(), oldest, latest, inclusive))
                .toList());
    if (newestFirst) {
      java.util.Collections.reverse(found);
    }
    int limit = call.optional("limit").map(Integer::parseInt).orElse(PAGE);
    ObjectNode body = Call.ok();
    ArrayNode messages = body.putArray("messages");
    found.stream()
        .limit(limit)
        .forEach(message -> messages.add(shown(message, call.flag("include_all_metadata"))));
    body.put("has_more", found.size() > limit);
    return Answer.of(body);
  }

  private static boolean isWithin(String ts, String oldest, String latest, boolean inclusive) {
    int low = ts.compareTo(oldest);
    int high = ts.compareTo(latest);
    return (low > 0 || (inclusive && low == 0)) && (high < 0 || (inclusive && high == 0));
  }

  private ObjectNode shown(Message message, boolean withMetadata) {
    ObjectNode node = Wire.message(message);
    if (withMetadata) {
      message.metadata().ifPresent(metadata -> node.set("metadata", metadata));
    }
    long replies =
        workspace.messages(message.channel()).stream()
            .filter(other -> other.isReply() && other.thread().equals(message.ts()))
            .filter(other -> other.onlyFor().isEmpty())
            .count();
    if (replies > 0) {
      node.put("thread_ts", message.ts()).put("reply_count", replies);
    }
    return node;
  }

  Answer user(Call call) {
    Optional<ObjectNode> user =
        call.text("user").equals(Workspace.BOT_USER)
            ? Optional.of(user(Workspace.BOT_USER, "advisor", "Advisor", "", true))
            : workspace.roster().person(call.text("user")).map(ConversationMethods::user);
    if (user.isEmpty()) {
      return Answer.error("user_not_found");
    }
    ObjectNode body = Call.ok();
    body.set("user", user.get());
    return Answer.of(body);
  }

  Answer users(Call call) {
    ObjectNode body = Call.ok();
    ArrayNode members = body.putArray("members");
    workspace.roster().people().forEach(person -> members.add(user(person)));
    body.putObject("response_metadata").put("next_cursor", "");
    return Answer.of(body);
  }

  private static ObjectNode user(Person person) {
    return user(person.id(), person.handle(), person.name(), person.title(), false);
  }

  private static ObjectNode user(
      String id, String handle, String name, String title, boolean isBot) {
    ObjectNode user = Json.object().put("id", id).put("team_id", Workspace.TEAM);
    user.put("name", handle).put("real_name", name).put("deleted", false);
    user.put("tz", "Europe/Berlin").put("tz_offset", 3600).put("locale", "en-GB");
    // what somebody is in the workspace stands in their title
    user.put("is_bot", isBot).put("is_admin", title.contains("admin"));
    user.put("is_restricted", title.contains("guest")).put("is_ultra_restricted", false);
    user.putObject("profile")
        .put("real_name", name)
        .put("display_name", handle)
        .put("title", title)
        .put("team", Workspace.TEAM);
    return user;
  }

  private ObjectNode channel(String id) {
    boolean direct = id.startsWith("D");
    ObjectNode channel = Json.object().put("id", id);
    channel.put("is_im", direct).put("is_channel", !direct).put("is_private", direct);
    channel.put("is_archived", false).put("context_team_id", Workspace.TEAM);
    workspace.roster().ownerOf(id).ifPresent(owner -> channel.put("user", owner.id()));
    workspace
        .roster()
        .channel(id)
        .ifPresent(known -> {
          channel.put("name", known.name()).put("is_member", workspace.roster().isJoined(id));
          channel.putObject("topic").put("value", known.topic());
        });
    return channel;
  }
}
