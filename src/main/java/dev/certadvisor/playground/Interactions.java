package dev.certadvisor.playground;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** What people do with the app: buttons, menus, modals, shortcuts, commands. */
final class Interactions {

  private final StandInSettings settings;
  private final Workspace workspace;
  private final Tickets tickets;
  private final Courier courier;
  private final ViewMethods views;
  private final Responses responses;

  Interactions(
      StandInSettings settings,
      Workspace workspace,
      Tickets tickets,
      Courier courier,
      ViewMethods views,
      Responses responses) {
    this.settings = settings;
    this.workspace = workspace;
    this.tickets = tickets;
    this.courier = courier;
    this.views = views;
    this.responses = responses;
  }

  void onMessage(
      Person person, Message message, Elements.Placed placed, JsonNode choice, JsonNode choices) {
    ObjectNode payload = Wire.interaction("block_actions", person);
    ObjectNode container = payload.putObject("container").put("type", "message");
    container.put("message_ts", message.ts()).put("channel_id", message.channel());
    container.put("is_ephemeral", message.onlyFor().isPresent());
    message.threadTs().ifPresent(thread -> container.put("thread_ts", thread));
    payload.put("trigger_id", tickets.trigger(person.id(), message.channel()));
    channel(payload, message.channel());
    if (message.onlyFor().isEmpty()) {
      payload.set("message", Wire.message(message));
    }
    payload.putObject("state").set("values", Elements.values(message.blocks(), choices));
    payload.put("response_url", responseUrl(person, message));
    act(person, payload, placed, choice);
  }

  void onView(Person person, View view, Elements.Placed placed, JsonNode choice, JsonNode choices) {
    ObjectNode payload = Wire.interaction("block_actions", person);
    payload.putObject("container").put("type", "view").put("view_id", view.id());
    payload.put("trigger_id", tickets.trigger(person.id()));
    payload.set("view", Wire.view(view, Elements.values(view.blocks(), choices)));
    act(person, payload, placed, choice);
  }

  private void act(Person person, ObjectNode payload, Elements.Placed placed, JsonNode choice) {
    payload.putArray("actions").add(Elements.action(placed, choice, workspace.nextTs()));
    send("block_actions " + placed.actionId(), payload, complainTo(person));
  }

  /** How a submitted modal was taken. */
  sealed interface Submitted {
    /** It was closed, or replaced as the app wished. */
    record Taken() implements Submitted {}

    /** The app refused values: words by block id. */
    record Refused(Map<String, String> wordsByBlock) implements Submitted {}

    /** The app did not answer. */
    record Failed() implements Submitted {}
  }

  CompletableFuture<Submitted> submit(Person person, View view, JsonNode choices) {
    ObjectNode payload = Wire.interaction("view_submission", person);
    payload.put("trigger_id", tickets.trigger(person.id()));
    payload.set("view", Wire.view(view, Elements.values(view.blocks(), choices)));
    payload.set("response_urls", responseUrls(person, view, payload.at("/view/state/values")));
    CompletableFuture<Submitted> submitted = new CompletableFuture<>();
    send(
        "view_submission " + view.callbackId(),
        payload,
        outcome -> submitted.complete(taken(view, outcome)));
    return submitted;
  }

  /** For each chosen conversation whose menu asks for it, an address to answer there. */
  private ArrayNode responseUrls(Person person, View view, JsonNode values) {
    ArrayNode urls = Json.array();
    for (Elements.Placed placed : Elements.in(view.blocks())) {
      JsonNode value = values.path(placed.blockId()).path(placed.actionId());
      String chosen =
          Json.text(value, "selected_conversation") + Json.text(value, "selected_channel");
      if (placed.element().path("response_url_enabled").asBoolean(false) && !chosen.isEmpty()) {
        Tickets.Place place =
            new Tickets.Place(person.id(), chosen, Optional.empty(), Optional.empty());
        urls.addObject()
            .put("block_id", placed.blockId())
            .put("action_id", placed.actionId())
            .put("channel_id", chosen)
            .put("response_url", address(tickets.response(place)));
      }
    }
    return urls;
  }

  private Submitted taken(View view, Courier.Outcome outcome) {
    if (!outcome.isAcknowledged() || !(outcome instanceof Courier.Outcome.Answered answered)) {
      return new Submitted.Failed();
    }
    JsonNode answer = json(answered.body());
    if (answer.path("view") instanceof ObjectNode next && !BlockRules.view(next).isEmpty()) {
      return new Submitted.Failed();
    }
    switch (Json.text(answer, "response_action")) {
      case "errors" -> {
        Map<String, String> words = new java.util.LinkedHashMap<>();
        answer
            .path("errors")
            .properties()
            .forEach(entry -> words.put(entry.getKey(), entry.getValue().asString("")));
        return new Submitted.Refused(words);
      }
      case "update" -> views.redraw(view, (ObjectNode) answer.path("view"));
      case "push" -> views.stack(view.person(), (ObjectNode) answer.path("view"));
      case "clear" -> closeAll(view.person());
      default -> closeTop(view.person());
    }
    return new Submitted.Taken();
  }

  void close(Person person, View view, boolean all) {
    if (all) {
      closeAll(person.id());
    } else {
      closeTop(person.id());
    }
    if (view.body().path("notify_on_close").asBoolean(false)) {
      ObjectNode payload = Wire.interaction("view_closed", person);
      payload.set("view", Wire.view(view, Json.object()));
      payload.put("is_cleared", all);
      send("view_closed " + view.callbackId(), payload, outcome -> {});
    }
  }

  private void closeTop(String person) {
    workspace.modals(
        person,
        stack -> {
          if (!stack.isEmpty()) {
            stack.removeLast();
          }
          return stack;
        });
  }

  private void closeAll(String person) {
    workspace.modals(person, stack -> java.util.List.of());
  }

  void shortcut(Person person, AppManifest.Shortcut shortcut, Optional<Message> on) {
    String type = on.isPresent() ? "message_action" : "shortcut";
    ObjectNode payload = Wire.interaction(type, person);
    payload.put("callback_id", shortcut.callbackId()).put("action_ts", workspace.nextTs());
    payload.put("trigger_id", tickets.trigger(person.id()));
    on.ifPresent(message -> {
      channel(payload, message.channel());
      payload.put("message_ts", message.ts());
      payload.set("message", Wire.message(message));
      payload.put("response_url", responseUrl(person, message));
    });
    send(type + " " + shortcut.callbackId(), payload, complainTo(person));
  }

  void command(Person person, String channel, String command, String text) {
    Map<String, String> form =
        Wire.command(person, channel, workspace.roster().nameOf(channel), command, text);
    Tickets.Place place =
        new Tickets.Place(person.id(), channel, Optional.empty(), Optional.empty());
    form.put("response_url", address(tickets.response(place)));
    form.put("trigger_id", tickets.trigger(person.id(), channel));
    courier.request(Letter.command(command, form), outcome -> commanded(command, place, outcome));
  }

  private void commanded(String command, Tickets.Place place, Courier.Outcome outcome) {
    if (outcome instanceof Courier.Outcome.Answered answered && outcome.isAcknowledged()) {
      if (!answered.body().isBlank()) {
        ObjectNode body =
            json(answered.body()) instanceof ObjectNode object
                ? object
                : Json.object().put("text", answered.body());
        responses.show(place, body);
      }
      return;
    }
    String error =
        outcome instanceof Courier.Outcome.Failed(String reason) && reason.endsWith("timeout")
            ? "operation_timeout"
            : "dispatch_failed";
    responses.complain(place, command + " failed with the error \"" + error + "\"");
  }

  private Consumer<Courier.Outcome> complainTo(Person person) {
    return outcome -> {
      if (!outcome.isAcknowledged()) {
        workspace.tell(
            new Change.Failed(
                person.id(), settings.manifest().name() + " did not respond. Try again?"));
      }
    };
  }

  private void send(String name, ObjectNode payload, Consumer<Courier.Outcome> then) {
    courier.request(Letter.interaction(name, payload), then);
  }

  private String responseUrl(Person person, Message message) {
    return address(
        tickets.response(
            new Tickets.Place(
                person.id(), message.channel(), message.threadTs(), Optional.of(message))));
  }

  private String address(String ticket) {
    return settings.ownAddress().get() + "/response/" + ticket;
  }

  private void channel(ObjectNode payload, String channel) {
    String name = workspace.roster().nameOf(channel);
    payload.putObject("channel").put("id", channel).put("name", name);
  }

  private static JsonNode json(String body) {
    try {
      JsonNode node = body.isBlank() ? Json.object() : Json.parse(body);
      return node instanceof ArrayNode ? Json.object() : node;
    } catch (JacksonException plainText) {
      return Json.object().path("none");
    }
  }
}
