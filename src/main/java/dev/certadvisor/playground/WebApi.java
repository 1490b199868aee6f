package dev.certadvisor.playground;

import dev.certadvisor.playground.Call.Answer;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** The Web API's methods: who may call which, and what each answers. */
final class WebApi {

  private static final String NONE = "";
  private static final String OPEN_CONNECTION = "apps.connections.open";
  private static final int PROMPTS = 4;
  private static final int LOADING_MESSAGES = 10;

  private final StandInSettings settings;
  private final Workspace workspace;
  private final SocketLines sockets;
  private final Map<String, Method> methods;

  /** A method and the scope that it needs. */
  private record Method(String scope, Function<Call, Answer> answer) {}

  WebApi(
      StandInSettings settings,
      Workspace workspace,
      ChatMethods chat,
      ViewMethods views,
      ConversationMethods conversations,
      SocketLines sockets) {
    this.sockets = sockets;
    this.settings = settings;
    this.workspace = workspace;
    this.methods =
        Map.ofEntries(
            method(OPEN_CONNECTION, NONE, this::openConnection),
            method("api.test", NONE, this::apiTest),
            method("auth.test", NONE, this::authTest),
            method("team.info", "team:read", this::teamInfo),
            method("bots.info", "users:read", this::botsInfo),
            method("blocks.validate", NONE, this::validate),
            method("chat.postMessage", "chat:write", chat::post),
            method("chat.postEphemeral", "chat:write", chat::postEphemeral),
            method("chat.update", "chat:write", chat::update),
            method("chat.delete", "chat:write", chat::delete),
            method("chat.getPermalink", NONE, chat::permalink),
            method("reactions.add", "reactions:write", call -> chat.react(call, true)),
            method("reactions.remove", "reactions:write", call -> chat.react(call, false)),
            method("views.open", NONE, views::open),
            method("views.push", NONE, views::push),
            method("views.update", NONE, views::update),
            method("views.publish", NONE, views::publish),
            method("conversations.open", "im:write", conversations::open),
            method("conversations.info", "read", conversations::info),
            method("conversations.list", "channels:read", conversations::list),
            method("conversations.history", "history", conversations::history),
            method("conversations.replies", "history", conversations::replies),
            method("users.info", "users:read", conversations::user),
            method("users.list", "users:read", conversations::users),
            method("assistant.threads.setStatus", "chat:write", this::setStatus),
            method("assistant.threads.setTitle", "assistant:write", call -> known(call)),
            method("assistant.threads.setSuggestedPrompts", "assistant:write", this::setPrompts),
            method("agents.sessions.setStatus", "chat:write", call -> known(call)),
            method("agents.sessions.rename", "chat:write", call -> known(call)));
  }

  private static Map.Entry<String, Method> method(
      String name, String scope, Function<Call, Answer> answer) {
    return Map.entry(name, new Method(scope, answer));
  }

  Answer answer(Call call) {
    Method method = methods.get(call.method());
    if (method == null) {
      return Answer.error("unknown_method");
    }
    if (call.method().equals(OPEN_CONNECTION)) {
      return openConnection(call);
    }
    boolean open = call.method().equals("api.test") || call.method().equals("blocks.validate");
    if (!open && call.token().isEmpty()) {
      return Answer.error("not_authed");
    }
    if (!open && !call.token().equals(settings.botToken())) {
      return Answer.error("invalid_auth");
    }
    String needed = neededScope(method.scope(), call);
    if (!needed.isEmpty() && !settings.manifest().grantedScopes().contains(needed)) {
      ObjectNode body = Json.object().put("ok", false).put("error", "missing_scope");
      body.put("needed", needed).put("provided", scopes());
      return Answer.of(body);
    }
    return method.answer().apply(call);
  }

  /** The one method that takes the app-level token. */
  private Answer openConnection(Call call) {
    if (call.token().isEmpty()) {
      return Answer.error("not_authed");
    }
    if (call.token().equals(settings.botToken())) {
      return Answer.error("not_allowed_token_type");
    }
    if (!settings.transport().equals(new StandInSettings.Transport.Sockets(call.token()))) {
      return Answer.error("invalid_auth");
    }
    String own = settings.ownAddress().get().toString().replaceFirst("^http", "ws");
    return Answer.of(Call.ok().put("url", own + "/link/?ticket=" + sockets.ticket()));
  }

  /** Where the scope depends on the sort of conversation, the one for this call's. */
  private static String neededScope(String scope, Call call) {
    boolean depends = scope.equals("history") || scope.equals("read");
    return depends ? (call.text("channel").startsWith("D") ? "im:" : "channels:") + scope : scope;
  }

  /** The granted scopes as Slack lists them in {@code x-oauth-scopes}. */
  String scopes() {
    return settings.manifest().grantedScopes().stream().sorted().collect(Collectors.joining(","));
  }

  private Answer apiTest(Call call) {
    if (call.has("error")) {
      return Answer.error(call.text("error"));
    }
    ObjectNode body = Call.ok();
    body.set("args", call.arguments());
    return Answer.of(body);
  }

  private Answer authTest(Call call) {
    return Answer.of(
        Call.ok()
            .put("url", "https://" + Workspace.DOMAIN + ".slack.com/")
            .put("team", Workspace.TEAM_NAME)
            .put("user", "advisor")
            .put("team_id", Workspace.TEAM)
            .put("user_id", Workspace.BOT_USER)
            .put("bot_id", Workspace.BOT)
            .put("app_id", Workspace.APP)
            .put("is_enterprise_install", false));
  }

  private Answer teamInfo(Call call) {
    ObjectNode body = Call.ok();
    body.putObject("team")
        .put("id", Workspace.TEAM)
        .put("name", Workspace.TEAM_NAME)
        .put("domain", Workspace.DOMAIN);
    return Answer.of(body);
  }

  private Answer botsInfo(Call call) {
    if (call.has("bot") && !call.text("bot").equals(Workspace.BOT)) {
      return Answer.error("bot_not_found");
    }
    ObjectNode body = Call.ok();
    body.putObject("bot")
        .put("id", Workspace.BOT)
        .put("deleted", false)
        .put("name", settings.manifest().name())
        .put("app_id", Workspace.APP)
        .put("user_id", Workspace.BOT_USER);
    return Answer.of(body);
  }

  private Answer validate(Call call) {
    JsonNode message = call.json("message");
    JsonNode blocks = message.isObject() ? message.path("blocks") : call.json("blocks");
    List<Violation> violations =
        call.json("view").isObject()
            ? BlockRules.view(call.json("view"))
            : BlockRules.message(blocks);
    if (violations.isEmpty()) {
      return Answer.of(Call.ok());
    }
    ObjectNode body = Json.object().put("ok", false).put("error", "invalid_blocks");
    ArrayNode errors = body.putArray("errors");
    violations.forEach(violation ->
        errors.addObject().put("pointer", violation.pointer()).put("message", violation.words()));
    return Answer.of(body);
  }

  private Answer setStatus(Call call) {
    String channel = call.text("channel_id");
    if (!workspace.roster().isConversation(channel)) {
      return Answer.error("channel_not_found");
    }
    if (!call.has("thread_ts") || !call.arguments().has("status")) {
      return Answer.error("invalid_arguments");
    }
    if (call.json("loading_messages").size() > LOADING_MESSAGES) {
      return Answer.error("invalid_arguments");
    }
    workspace.busy(channel, call.text("thread_ts"), call.text("status"));
    return Answer.of(Call.ok());
  }

  private Answer setPrompts(Call call) {
    String channel = call.text("channel_id");
    if (!workspace.roster().isConversation(channel)) {
      return Answer.error("channel_not_found");
    }
    JsonNode prompts = call.json("prompts");
    if (!prompts.isArray() || prompts.isEmpty() || prompts.size() > PROMPTS) {
      return Answer.error("invalid_arguments");
    }
    workspace.suggest(channel, prompts);
    return Answer.of(Call.ok());
  }

  private Answer known(Call call) {
    String channel = call.optional("channel_id").orElse(call.text("channel"));
    return workspace.roster().isConversation(channel)
        ? Answer.of(Call.ok())
        : Answer.error("channel_not_found");
  }
}
