package dev.certadvisor.playground;

import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** What one person sees of the workspace, as JSON for the page. */
final class Sight {

  private final SlackStandIn slack;
  private final Person me;

  Sight(SlackStandIn slack, Person me) {
    this.slack = slack;
    this.me = me;
  }

  /** All there is to see at present. */
  ObjectNode everything() {
    Workspace workspace = slack.workspace();
    AppManifest manifest = slack.manifest();
    ObjectNode all = Json.object().put("type", "everything").put("me", me.id());
    all.put("team", Workspace.TEAM_NAME);
    all.putObject("app")
        .put("user", Workspace.BOT_USER)
        .put("name", manifest.name())
        .put("description", manifest.description())
        .put("agent", manifest.agent());
    all.set("people", Json.tree(slack.people()));
    ArrayNode channels = all.putArray("channels");
    slack.channels().forEach(channel -> channels.add(channel(channel)));
    all.set("commands", Json.tree(manifest.commands()));
    all.set("shortcuts", Json.tree(manifest.shortcuts()));
    all.set("prompts", Json.tree(manifest.prompts()));
    workspace.prompts(me.directMessage()).ifPresent(prompts -> all.set("prompts", prompts));
    ArrayNode messages = all.putArray("messages");
    conversations().stream()
        .flatMap(id -> workspace.messages(id).stream())
        .filter(this::sees)
        .forEach(message -> messages.add(message(message)));
    ArrayNode busy = all.putArray("busy");
    workspace.busy().forEach(each -> busy.add(Json.tree(each)));
    workspace.home(me.id()).ifPresent(view -> all.set("home", view(view)));
    all.set("modals", views(workspace.modals(me.id())));
    all.set("temper", temper(slack.temper()));
    all.put("canRestart", slack.canRestart());
    all.set("exchanges", Json.tree(slack.exchanges()));
    return all;
  }

  private ObjectNode channel(Channel channel) {
    return ((ObjectNode) Json.tree(channel))
        .put("joined", slack.workspace().roster().isJoined(channel.id()));
  }

  private List<String> conversations() {
    return java.util.stream.Stream.concat(
            slack.channels().stream().map(Channel::id),
            java.util.stream.Stream.of(me.directMessage()))
        .toList();
  }

  private boolean sees(Message message) {
    return message.onlyFor().isEmpty() || message.onlyFor().get().equals(me.id());
  }

  /** Whether a change is anything to this person. */
  boolean concerns(Change change) {
    boolean allowed = change.onlyFor().isEmpty() || change.onlyFor().get().equals(me.id());
    return allowed
        && switch (change) {
          case Change.Put(Message message) -> conversations().contains(message.channel());
          case Change.Gone(Message message) -> conversations().contains(message.channel());
          case Change.Busy busy -> conversations().contains(busy.channel());
          case Change.Suggested suggested -> suggested.channel().equals(me.directMessage());
          case Change.Home home -> true;
          case Change.Modals modals -> true;
          case Change.Failed failed -> true;
          case Change.Joined joined -> true;
          case Change.Opened opened -> true;
          case Change.Recorded recorded -> true;
          case Change.Tempered tempered -> true;
          case Change.Cleared cleared -> true;
        };
  }

  ObjectNode change(Change change) {
    return switch (change) {
      case Change.Put(Message message) -> typed("put", "message", message(message));
      case Change.Gone(Message message) -> typed("gone", "message", message(message));
      case Change.Busy busy -> ((ObjectNode) Json.tree(busy)).put("type", "busy");
      case Change.Suggested suggested -> typed("suggested", "prompts", suggested.prompts());
      case Change.Home home -> typed("home", "view", view(home.view()));
      case Change.Modals modals -> typed("modals", "open", views(modals.open()));
      case Change.Failed failed -> Json.object().put("type", "failed").put("words", failed.words());
      case Change.Joined joined ->
          Json.object().put("type", "joined").put("channel", joined.channel());
      case Change.Opened opened -> typed("opened", "channel", channel(opened.channel()));
      case Change.Recorded recorded ->
          typed("recorded", "exchange", Json.tree(recorded.exchange()));
      case Change.Tempered tempered -> typed("tempered", "temper", temper(tempered.temper()));
      case Change.Cleared cleared -> everything();
    };
  }

  private static ObjectNode typed(String type, String field, JsonNode value) {
    ObjectNode node = Json.object().put("type", type);
    node.set(field, value);
    return node;
  }

  private static ObjectNode message(Message message) {
    ObjectNode node = Json.object().put("channel", message.channel()).put("ts", message.ts());
    message.threadTs().ifPresent(thread -> node.put("thread", thread));
    node.put("user", message.user()).put("text", message.text());
    node.set("blocks", message.blocks());
    node.put("ephemeral", message.onlyFor().isPresent()).put("edited", message.edited());
    node.put("broadcast", message.broadcast());
    message.metadata().ifPresent(metadata -> node.set("metadata", metadata));
    node.set("reactions", Json.tree(message.reactions()));
    return node;
  }

  private static ArrayNode views(List<View> views) {
    ArrayNode array = Json.array();
    views.forEach(view -> array.add(view(view)));
    return array;
  }

  private static ObjectNode view(View view) {
    ObjectNode node = view.body().deepCopy();
    return node.put("id", view.id()).put("hash", view.hash());
  }

  private static ObjectNode temper(Temper temper) {
    return Json.object()
        .put("duplicated", temper.duplicated())
        .put("unacknowledged", temper.unacknowledged())
        .put("reordered", temper.reordered())
        .put("delay", temper.delay().toMillis())
        .put("rateLimited", temper.rateLimited())
        .put("failing", temper.failing())
        .put("hanging", temper.hanging())
        .put("cut", temper.cut())
        .put("hang", temper.hang().toMillis());
  }
}
