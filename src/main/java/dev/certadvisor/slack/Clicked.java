package dev.certadvisor.slack;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import dev.certadvisor.conversation.Act;
import dev.certadvisor.conversation.ConversationId;
import dev.certadvisor.conversation.PersonId;
import dev.certadvisor.delivery.Address;
import java.util.Optional;

/** Where a click was made, by whom and on what ("block_actions payload", docs.slack.dev). */
final class Clicked {

  /** Two clicks on the same button that are closer than this are a double click. */
  private static final double DOUBLE_CLICK_SECONDS = 2;

  private final JsonObject payload;
  private final JsonObject container;
  private final PersonId person;

  Clicked(JsonObject payload) {
    this.payload = payload;
    this.container = Json.object(payload, "container").orElseGet(JsonObject::new);
    this.person = person(payload);
  }

  /** Whoever did something, in the workspace that {@link Belonging} has settled. */
  static PersonId person(JsonObject payload) {
    return new PersonId(id(payload, "team"), id(payload, "user"));
  }

  private static String id(JsonObject payload, String what) {
    return Json.object(payload, what).flatMap(object -> Json.text(object, "id")).orElse("");
  }

  static boolean isDirect(String channel) {
    return channel.startsWith("D");
  }

  PersonId person() {
    return person;
  }

  /** What the button carries. */
  Optional<String> button() {
    JsonArray actions = Json.list(payload, "actions");
    return actions.isEmpty()
        ? Optional.empty()
        : Json.text(actions.get(0).getAsJsonObject(), "value");
  }

  /** The message with the button; empty where it is in a window, or seen by one person alone. */
  Optional<Address.Message> message() {
    return channel()
        .filter(channel -> !isEphemeral())
        .flatMap(channel ->
            Json.text(container, "message_ts")
                .map(ts -> new Address.Message(person.workspace(), channel, ts)));
  }

  /** Where the button is. */
  Address place() {
    Optional<String> channel = channel();
    if (channel.isEmpty()) {
      return window();
    }
    Optional<String> url = Json.text(payload, "response_url");
    if (isEphemeral() && url.isPresent()) {
      return new Address.Return(person.workspace(), channel.get(), person.user(), url.get());
    }
    return new Address.InChannel(person.workspace(), channel.get(), Optional.of(thread()));
  }

  /** The window with the button; from the home page, a new one. */
  private Address window() {
    JsonObject view = Json.object(payload, LeanPayload.VIEW).orElseGet(JsonObject::new);
    if (Json.text(view, "type").filter("home"::equals).isPresent()) {
      return new Address.NewWindow(
          person.workspace(), person.user(), Json.text(payload, "trigger_id").orElse(""), false);
    }
    return Json.text(container, "view_id")
        .<Address>map(id ->
            new Address.Window(
                person.workspace(), person.user(), id, Json.text(view, "hash").orElse("")))
        .orElseGet(() -> new Address.DirectTo(person.workspace(), person.user()));
  }

  /** Where the button is, but seen by whoever pressed it alone. */
  Address presser() {
    return place() instanceof Address.InChannel in && !isDirect(in.channel())
        ? new Address.OnlyFor(in.workspace(), in.channel(), in.thread(), person.user())
        : place();
  }

  /** The talk that the button is part of. */
  ConversationId conversation() {
    return channel()
        .filter(channel -> !isDirect(channel) && !isEphemeral())
        .<ConversationId>map(
            channel -> new ConversationId.ChannelThread(person.workspace(), channel, thread()))
        .orElseGet(() -> new ConversationId.Private(person));
  }

  /** The message, or the window as it was. */
  String whereExactly() {
    return channel()
        .map(channel -> channel + "/" + Json.text(container, "message_ts").orElse(""))
        .orElseGet(() -> {
          JsonObject view = Json.object(payload, LeanPayload.VIEW).orElseGet(JsonObject::new);
          return Json.text(container, "view_id").orElse("")
              + "/"
              + Json.text(view, "hash").orElse("");
        });
  }

  /** Tells clicks on the same button apart; empty where all of them are to count as one. */
  String moment() {
    boolean once =
        button()
            .flatMap(ActionId::decode)
            .filter(act -> act instanceof Act.Answer || act instanceof Act.Rate)
            .isPresent();
    if (once) {
      return "";
    }
    JsonArray actions = Json.list(payload, "actions");
    String at =
        actions.isEmpty()
            ? ""
            : Json.text(actions.get(0).getAsJsonObject(), "action_ts").orElse("");
    try {
      return String.valueOf((long) (Double.parseDouble(at) / DOUBLE_CLICK_SECONDS));
    } catch (NumberFormatException e) {
      return at;
    }
  }

  private Optional<String> channel() {
    return Json.text(container, "channel_id");
  }

  private boolean isEphemeral() {
    return Json.text(container, "is_ephemeral").filter("true"::equals).isPresent();
  }

  private String thread() {
    return Json.text(container, "thread_ts")
        .or(() -> Json.text(container, "message_ts"))
        .orElse("");
  }
}
