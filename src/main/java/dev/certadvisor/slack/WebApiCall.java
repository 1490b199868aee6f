package dev.certadvisor.slack;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.slack.api.methods.MethodsClient;
import com.slack.api.methods.SlackApiException;
import com.slack.api.methods.SlackApiTextResponse;
import com.slack.api.model.assistant.SuggestedPrompt;
import dev.certadvisor.delivery.Address;
import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The method of the Web API that brings a payload to an address. */
final class WebApiCall {

  private WebApiCall() {}

  /**
   * Makes the call.
   *
   * @param id of the parcel; goes along, so that the message can be found
   */
  static SlackApiTextResponse make(MethodsClient methods, String id, Address to, JsonObject payload)
      throws IOException, SlackApiException {
    String text = Json.text(payload, "text").orElse("");
    String blocks = payload.has("blocks") ? Json.write(payload.get("blocks")) : null;
    String view = payload.has("view") ? Json.write(payload.get("view")) : null;
    return switch (to) {
      case Address.InChannel place ->
          post(methods, id, place.channel(), place.thread().orElse(null), payload);
      case Address.DirectTo person -> post(methods, id, person.user(), null, payload);
      case Address.OnlyFor place ->
          methods.chatPostEphemeral(request ->
              request
                  .channel(place.channel())
                  .threadTs(place.thread().orElse(null))
                  .user(place.user())
                  .text(text)
                  .blocksAsString(blocks));
      case Address.Message message ->
          methods.chatUpdate(request ->
              request
                  .channel(message.channel())
                  .ts(message.id())
                  .text(text)
                  .blocksAsString(blocks));
      case Address.Home home ->
          methods.viewsPublish(request -> request.userId(home.user()).viewAsString(view));
      case Address.NewWindow window ->
          window.onTop()
              ? methods.viewsPush(request -> request.triggerId(window.trigger()).viewAsString(view))
              : methods.viewsOpen(
                  request -> request.triggerId(window.trigger()).viewAsString(view));
      case Address.Window window ->
          methods.viewsUpdate(request ->
              request
                  .viewId(window.id())
                  .hash(window.state().isEmpty() ? null : window.state())
                  .viewAsString(view));
      case Address.Suggestions above ->
          methods.assistantThreadsSetSuggestedPrompts(
              request -> request.channelId(above.channel()).prompts(prompts(payload)));
      case Address.Return back -> throw new IllegalStateException("sent without a method");
    };
  }

  private static List<SuggestedPrompt> prompts(JsonObject payload) {
    return Json.list(payload, "prompts").asList().stream()
        .map(JsonElement::getAsJsonObject)
        .map(prompt ->
            new SuggestedPrompt(
                Json.text(prompt, "title").orElse(""), Json.text(prompt, "message").orElse("")))
        .toList();
  }

  /** Links in answers are sources, several at once: none of them is to unfold by itself. */
  private static SlackApiTextResponse post(
      MethodsClient methods, String id, String channel, @Nullable String thread, JsonObject payload)
      throws IOException, SlackApiException {
    String text = Json.text(payload, "text").orElse("");
    String blocks = payload.has("blocks") ? Json.write(payload.get("blocks")) : null;
    String metadata = Json.write(LookBack.metadata(id, payload));
    return methods.chatPostMessage(request ->
        request
            .channel(channel)
            .threadTs(thread)
            .text(text)
            .blocksAsString(blocks)
            .metadataAsString(metadata)
            .unfurlLinks(false)
            .unfurlMedia(false));
  }
}
