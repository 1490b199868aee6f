package dev.certadvisor.slack;

import com.google.gson.JsonObject;
import dev.certadvisor.delivery.Address;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * The method of the Web API that brings a payload to an address, and its arguments.
 *
 * @param method its name
 * @param form its arguments
 */
record WebApiCall(String method, Map<String, String> form) {

  /** Copies the arguments. */
  WebApiCall {
    form = Map.copyOf(form);
  }

  /**
   * The call for a parcel.
   *
   * @param id of the parcel; goes along, so that the message can be found
   * @param to any address but a return address, which has no method
   */
  static WebApiCall of(String id, Address to, JsonObject payload) {
    return switch (to) {
      case Address.InChannel place -> post(id, place.channel(), place.thread(), payload);
      case Address.DirectTo person -> post(id, person.user(), Optional.empty(), payload);
      case Address.OnlyFor place ->
          new Draft("chat.postEphemeral")
              .with("channel", place.channel())
              .with("thread_ts", place.thread())
              .with("user", place.user())
              .message(payload);
      case Address.Message message ->
          new Draft("chat.update")
              .with("channel", message.channel())
              .with("ts", message.id())
              .message(payload);
      case Address.Home home ->
          new Draft("views.publish").with("user_id", home.user()).view(payload);
      case Address.NewWindow window ->
          new Draft(window.onTop() ? "views.push" : "views.open")
              .with("trigger_id", window.trigger())
              .view(payload);
      case Address.Window window ->
          new Draft("views.update")
              .with("view_id", window.id())
              .with("hash", Optional.of(window.state()).filter(state -> !state.isEmpty()))
              .view(payload);
      case Address.Suggestions above ->
          new Draft("assistant.threads.setSuggestedPrompts")
              .with("channel_id", above.channel())
              .part(payload, "prompts");
      case Address.Return back -> throw new IllegalStateException("sent without a method");
    };
  }

  /** Links in answers are sources, several at once: none of them is to unfold by itself. */
  private static WebApiCall post(
      String id, String channel, Optional<String> thread, JsonObject payload) {
    return new Draft("chat.postMessage")
        .with("channel", channel)
        .with("thread_ts", thread)
        .with("metadata", Json.write(LookBack.metadata(id, payload)))
        .with("unfurl_links", "0")
        .with("unfurl_media", "0")
        .message(payload);
  }

  /** A call in the making. */
  private static final class Draft {

    private final String method;
    private final Map<String, String> form = new LinkedHashMap<>();

    Draft(String method) {
      this.method = method;
    }

    Draft with(String name, String value) {
      form.put(name, value);
      return this;
    }

    Draft with(String name, Optional<String> value) {
      value.ifPresent(there -> form.put(name, there));
      return this;
    }

    WebApiCall message(JsonObject payload) {
      with("text", Json.text(payload, "text").orElse(""));
      return part(payload, "blocks");
    }

    WebApiCall view(JsonObject payload) {
      return part(payload, "view");
    }

    private WebApiCall part(JsonObject payload, String name) {
      if (payload.has(name)) {
        with(name, Json.write(payload.get(name)));
      }
      return new WebApiCall(method, form);
    }
  }
}
