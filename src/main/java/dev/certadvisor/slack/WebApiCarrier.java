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
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import javax.net.ssl.SSLHandshakeException;
import org.jspecify.annotations.Nullable;

/** Brings parcels to Slack's Web API and to return addresses. */
final class WebApiCarrier implements Carrier {

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
  public Outcome send(Parcel parcel, boolean privately) {
    JsonObject payload = Json.object(parcel.payload()).orElseThrow();
    if (privately && !(parcel.to() instanceof Address.InChannel)) {
      return new Outcome.Refused("it may have arrived, and there is no way to tell");
    }
    Address to = privately ? askerAlone(parcel.to(), payload) : parcel.to();
    Outcome outcome = send(parcel.id(), to, payload);
    if (outcome instanceof Outcome.Refused(String error) && BAD_BLOCKS.contains(error)) {
      payload.remove("blocks");
      return send(parcel.id(), to, payload);
    }
    return outcome;
  }

  /**
   * Looks for the parcel's id in the metadata of what was said since. What one person alone sees,
   * and gone at the next reload, does no harm if it comes again; a home page is the same again.
   */
  @Override
  public Trace trace(Parcel parcel, boolean privately) {
    if (privately) {
      return Trace.SENDABLE;
    }
    return switch (parcel.to()) {
      case Address.InChannel place ->
          tokens
              .of(place.workspace())
              .map(token -> new LookBack(methods(token)).trace(place, parcel.id()))
              .orElse(Trace.UNKNOWABLE);
      case Address.DirectTo person -> Trace.UNKNOWABLE; // its channel would need one more scope
      case Address.OnlyFor place -> Trace.SENDABLE;
      case Address.Return back -> Trace.SENDABLE;
      case Address.Home home -> Trace.SENDABLE;
    };
  }

  private static Address askerAlone(Address to, JsonObject payload) {
    return to instanceof Address.InChannel place
        ? new Address.OnlyFor(
            place.workspace(),
            place.channel(),
            place.thread(),
            Json.text(payload, "asker").orElse(""))
        : to;
  }

  private MethodsClient methods(String token) {
    MethodsClient methods = slack.methods(token);
    methods.setEndpointUrlPrefix(api.get().toString());
    return methods;
  }

  private Outcome send(String id, Address to, JsonObject payload) {
    try {
      if (to instanceof Address.Return back) {
        return outcome(slack.send(back.url(), Json.write(payload)));
      }
      Optional<String> token = tokens.of(to.workspace());
      if (token.isEmpty()) {
        return new Outcome.Refused("the app is not installed in the workspace");
      }
      return outcome(call(methods(token.get()), id, to, payload));
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

  private static SlackApiTextResponse call(
      MethodsClient methods, String id, Address to, JsonObject payload)
      throws IOException, SlackApiException {
    String text = Json.text(payload, "text").orElse("");
    String blocks = payload.has("blocks") ? Json.write(payload.get("blocks")) : null;
    return switch (to) {
      case Address.InChannel place ->
          post(methods, id, place.channel(), place.thread().orElse(null), text, blocks);
      case Address.DirectTo person -> post(methods, id, person.user(), null, text, blocks);
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
    String metadata = Json.write(LookBack.metadata(id));
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
      return new Outcome.Limited(RetryAfter.WITHOUT_WORD);
    }
    return PASSING.contains(error) ? new Outcome.Failed(error) : new Outcome.Refused(error);
  }

  private static Outcome outcome(SlackApiException e) {
    int status = e.getResponse().code();
    if (status == 429) {
      return new Outcome.Limited(RetryAfter.of(e.getResponse().header("Retry-After")));
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
      return new Outcome.Limited(RetryAfter.WITHOUT_WORD);
    }
    return status >= 500
        ? new Outcome.Failed("the return address answered " + status)
        : new Outcome.Refused("the return address answered " + status);
  }
}
