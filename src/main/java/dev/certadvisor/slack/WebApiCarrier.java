package dev.certadvisor.slack;

import com.google.gson.JsonObject;
import com.slack.api.Slack;
import com.slack.api.methods.MethodsClient;
import com.slack.api.methods.SlackApiException;
import com.slack.api.methods.SlackApiTextResponse;
import com.slack.api.webhook.WebhookResponse;
import dev.certadvisor.delivery.Address;
import dev.certadvisor.delivery.Carrier;
import dev.certadvisor.delivery.Parcel;
import java.io.IOException;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import javax.net.ssl.SSLHandshakeException;
import org.jspecify.annotations.Nullable;

/** Brings parcels to Slack's Web API and to return addresses. */
final class WebApiCarrier implements Carrier {

  /** Where a limit comes without a time to wait. */
  private static final Duration WITHOUT_WORD = Duration.ofSeconds(5);

  /** Slack's own troubles, which pass ("chat.postMessage", errors). */
  private static final Set<String> PASSING =
      Set.of("internal_error", "fatal_error", "service_unavailable", "request_timeout");

  /** The blocks were not liked; the text alone still says the answer. */
  private static final Set<String> BAD_BLOCKS =
      Set.of("invalid_blocks", "invalid_blocks_format", "msg_blocks_too_long");

  private final Slack slack;
  private final Supplier<URI> api;
  private final Tokens tokens;

  /**
   * A carrier.
   *
   * @param slack the one connection
   * @param api the Web API's base address
   * @param tokens knows the workspaces' bot tokens
   */
  WebApiCarrier(Slack slack, Supplier<URI> api, Tokens tokens) {
    this.slack = slack;
    this.api = api;
    this.tokens = tokens;
  }

  @Override
  public Outcome send(Parcel parcel) {
    JsonObject payload = Json.object(parcel.payload()).orElseThrow();
    Outcome outcome = send(parcel, payload);
    if (outcome instanceof Outcome.Refused(String error) && BAD_BLOCKS.contains(error)) {
      payload.remove("blocks");
      return send(parcel, payload);
    }
    return outcome;
  }

  @Override
  public Trace trace(Parcel parcel) {
    return Trace.UNKNOWABLE;
  }

  private Outcome send(Parcel parcel, JsonObject payload) {
    try {
      if (parcel.to() instanceof Address.Return back) {
        return outcome(slack.send(back.url(), Json.write(payload)));
      }
      Optional<String> token = tokens.of(parcel.to().workspace());
      if (token.isEmpty()) {
        return new Outcome.Refused("the app is not installed in the workspace");
      }
      MethodsClient methods = slack.methods(token.get());
      methods.setEndpointUrlPrefix(api.get().toString());
      return outcome(call(methods, parcel, payload));
    } catch (SlackApiException e) {
      return outcome(e);
    } catch (ConnectException
        | NoRouteToHostException
        | UnknownHostException
        | SSLHandshakeException e) {
      return new Outcome.Failed("Slack cannot be reached: " + e.getClass().getSimpleName());
    } catch (SocketTimeoutException e) {
      return "Connect timed out".equalsIgnoreCase(e.getMessage())
          ? new Outcome.Failed("Slack cannot be reached: time-out")
          : new Outcome.Unknown("no answer in time");
    } catch (IOException e) {
      return new Outcome.Unknown("the connection broke: " + e.getClass().getSimpleName());
    }
  }

  private static SlackApiTextResponse call(MethodsClient methods, Parcel parcel, JsonObject payload)
      throws IOException, SlackApiException {
    String text = Json.text(payload, "text").orElse("");
    String blocks = payload.has("blocks") ? Json.write(payload.get("blocks")) : null;
    return switch (parcel.to()) {
      case Address.InChannel place ->
          post(methods, parcel.id(), place.channel(), place.thread().orElse(null), text, blocks);
      case Address.DirectTo person -> post(methods, parcel.id(), person.user(), null, text, blocks);
      case Address.OnlyFor place ->
          methods.chatPostEphemeral(request ->
              request
                  .channel(place.channel())
                  .threadTs(place.thread().orElse(null))
                  .user(place.user())
                  .text(text)
                  .blocksAsString(blocks));
      case Address.Home home ->
          methods.viewsPublish(
              request -> request.userId(home.user()).viewAsString(Json.write(payload.get("view"))));
      case Address.Return back -> throw new IllegalStateException("sent without a method");
    };
  }

  private static SlackApiTextResponse post(
      MethodsClient methods,
      String id,
      String channel,
      @Nullable String thread,
      String text,
      @Nullable String blocks)
      throws IOException, SlackApiException {
    String metadata =
        Json.write(Map.of("event_type", "advisor_reply", "event_payload", Map.of("parcel", id)));
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

  private static Outcome outcome(SlackApiTextResponse response) {
    if (response.isOk()) {
      return new Outcome.Sent();
    }
    String error = String.valueOf(response.getError());
    if (error.equals("ratelimited") || error.equals("rate_limited")) {
      return new Outcome.Limited(WITHOUT_WORD);
    }
    return PASSING.contains(error) ? new Outcome.Failed(error) : new Outcome.Refused(error);
  }

  private static Outcome outcome(SlackApiException e) {
    int status = e.getResponse().code();
    if (status == 429) {
      return new Outcome.Limited(retryAfter(e.getResponse().header("Retry-After")));
    }
    return status >= 500
        ? new Outcome.Unknown("Slack answered " + status)
        : new Outcome.Refused("Slack answered " + status);
  }

  private static Outcome outcome(WebhookResponse response) {
    int status = response.getCode();
    if (status == 200) {
      return new Outcome.Sent();
    }
    if (status == 429) {
      return new Outcome.Limited(WITHOUT_WORD);
    }
    return status >= 500
        ? new Outcome.Failed("the return address answered " + status)
        : new Outcome.Refused("the return address answered " + status);
  }

  private static Duration retryAfter(@Nullable String header) {
    try {
      return Duration.ofSeconds(Math.clamp(Long.parseLong(String.valueOf(header)), 1, 3_600));
    } catch (NumberFormatException e) {
      return WITHOUT_WORD;
    }
  }
}
