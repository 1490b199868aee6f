package dev.certadvisor.slack;

import com.google.gson.JsonObject;
import com.slack.api.methods.MethodsClient;
import com.slack.api.methods.SlackApiException;
import com.slack.api.methods.SlackApiTextResponse;
import com.slack.api.methods.response.conversations.ConversationsHistoryResponse;
import com.slack.api.methods.response.conversations.ConversationsRepliesResponse;
import com.slack.api.model.Message;
import com.slack.api.model.ResponseMetadata;
import dev.certadvisor.delivery.Address;
import dev.certadvisor.delivery.Carrier.Trace;
import java.io.IOException;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Finds out whether a message arrived, by the id in its metadata ("Using message metadata",
 * docs.slack.dev/messaging/message-metadata). Needs the history scope of the place: direct messages
 * have it, channels only where an admin has added it.
 */
final class LookBack {

  private static final String EVENT = "advisor_reply";
  private static final String PARCEL = "parcel";

  /** Apps outside the Marketplace get 15 at once, whatever they ask for ("Rate limits"). */
  private static final int AT_ONCE = 100;

  /** A thread that is longer than this is left unread. */
  private static final int PAGES = 10;

  private static final Set<String> FOR_EVER =
      Set.of(
          "missing_scope",
          "not_in_channel",
          "channel_not_found",
          "no_permission",
          "not_allowed_token_type",
          "unknown_method");

  private final MethodsClient methods;

  /** Looks with these rights. */
  LookBack(MethodsClient methods) {
    this.methods = methods;
  }

  /**
   * What a message carries so that it can be found.
   *
   * @param payload of its parcel; may say why the reply is as it is, which goes along
   */
  static JsonObject metadata(String id, JsonObject payload) {
    JsonObject carried = new JsonObject();
    carried.addProperty(PARCEL, id);
    Json.object(payload, AccountNote.FIELD).ifPresent(why -> carried.add(AccountNote.FIELD, why));
    JsonObject metadata = new JsonObject();
    metadata.addProperty("event_type", EVENT);
    metadata.add("event_payload", carried);
    return metadata;
  }

  /** Looks for the message of that id. */
  Trace trace(Address.InChannel place, String id) {
    try {
      return place.thread().isPresent()
          ? inThread(place.channel(), place.thread().get(), id)
          : inChannel(place.channel(), id);
    } catch (IOException e) {
      return Trace.UNREACHABLE;
    } catch (SlackApiException e) {
      return Trace.UNREACHABLE; // limited, or Slack's own trouble
    }
  }

  private Trace inThread(String channel, String thread, String id)
      throws IOException, SlackApiException {
    String cursor = "";
    for (int page = 0; page < PAGES; page++) {
      String from = cursor;
      ConversationsRepliesResponse response =
          methods.conversationsReplies(request ->
              request
                  .channel(channel)
                  .ts(thread)
                  .includeAllMetadata(true)
                  .limit(AT_ONCE)
                  .cursor(from.isEmpty() ? null : from));
      if (!response.isOk()) {
        return refusal(response);
      }
      if (holds(response.getMessages(), id)) {
        return Trace.ARRIVED;
      }
      cursor = next(response.getResponseMetadata());
      if (cursor.isEmpty()) {
        return Trace.SENDABLE;
      }
    }
    return Trace.UNKNOWABLE;
  }

  private Trace inChannel(String channel, String id) throws IOException, SlackApiException {
    ConversationsHistoryResponse response =
        methods.conversationsHistory(
            request -> request.channel(channel).includeAllMetadata(true).limit(AT_ONCE));
    if (!response.isOk()) {
      return refusal(response);
    }
    return holds(response.getMessages(), id) ? Trace.ARRIVED : Trace.SENDABLE;
  }

  private static Trace refusal(SlackApiTextResponse response) {
    return FOR_EVER.contains(String.valueOf(response.getError()))
        ? Trace.UNKNOWABLE
        : Trace.UNREACHABLE;
  }

  private static boolean holds(@Nullable List<Message> messages, String id) {
    return messages != null
        && messages.stream()
            .map(Message::getMetadata)
            .anyMatch(metadata ->
                metadata != null
                    && EVENT.equals(metadata.getEventType())
                    && metadata.getEventPayload() != null
                    && id.equals(metadata.getEventPayload().get(PARCEL)));
  }

  private static String next(@Nullable ResponseMetadata metadata) {
    String cursor = metadata == null ? null : metadata.getNextCursor();
    return cursor == null ? "" : cursor;
  }
}
