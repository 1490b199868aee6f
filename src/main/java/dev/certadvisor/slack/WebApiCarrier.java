package dev.certadvisor.slack;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import com.slack.api.Slack;
import com.slack.api.methods.MethodsClient;
import com.slack.api.methods.SlackApiException;
import com.slack.api.webhook.WebhookResponse;
import dev.certadvisor.conversation.Wording;
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
import java.util.function.Supplier;
import javax.net.ssl.SSLHandshakeException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Brings parcels to Slack's Web API and to return addresses. */
final class WebApiCarrier implements Carrier {

  private static final Logger LOG = LoggerFactory.getLogger(WebApiCarrier.class);

  private final Slack slack;
  private final Supplier<URI> api;
  private final WebApiMethods methods;
  private final Tokens tokens;
  private final Wording wording;

  /**
   * A carrier.
   *
   * @param slack the one connection
   * @param api the Web API's base address
   * @param tokens knows the workspaces' bot tokens
   * @param wording explains to people why something did not come where they expected it
   */
  WebApiCarrier(Slack slack, Supplier<URI> api, Tokens tokens, Wording wording) {
    this.wording = wording;
    this.slack = slack;
    this.api = api;
    this.methods = new WebApiMethods(slack, api);
    this.tokens = tokens;
  }

  @Override
  public Outcome send(Parcel parcel, boolean privately) {
    JsonObject payload = Json.object(parcel.payload()).orElseThrow();
    if (privately && !(parcel.to() instanceof Address.InChannel)) {
      return new Outcome.Refused("it may have arrived, and there is no way to tell");
    }
    Address to = privately ? askerAlone(parcel.to(), payload) : parcel.to();
    return remedied(parcel.id(), to, payload);
  }

  /** Does what the table says where Slack refuses; each remedy changes what is sent, so it ends. */
  private Outcome remedied(String id, Address to, JsonObject payload) {
    Outcome outcome = send(id, to, payload);
    if (!(outcome instanceof Outcome.Refused(String code))) {
      return outcome;
    }
    if (to instanceof Address.Suggestions) {
      return new Outcome.Sent(); // nothing depends on them, and not every workspace has them
    }
    SlackError error = SlackError.of(code);
    note(id, error);
    return switch (error.remedy()) {
      case PLAINLY -> payload.remove("blocks") == null ? outcome : remedied(id, to, payload);
      case BY_CHANNEL -> byChannel(id, to, payload, outcome);
      case IN_DIRECT_MESSAGES -> inDirectMessages(id, to, payload, error, outcome);
      case LET_GO -> new Outcome.Sent();
      case WAIT -> new Outcome.Limited(RetryAfter.WITHOUT_WORD);
      case RETRY -> new Outcome.Failed(code);
      case GIVE_UP -> outcome;
    };
  }

  /** Whatever ends here; of the rest the dispatcher tells. */
  private static void note(String id, SlackError error) {
    switch (error.remedy()) {
      case PLAINLY ->
          LOG.warn("Message {} was refused: {}; {}", id, error.code(), error.remedy().words());
      case IN_DIRECT_MESSAGES, BY_CHANNEL ->
          LOG.info("Message {} was refused: {}; {}", id, error.code(), error.remedy().words());
      case WAIT, RETRY, LET_GO, GIVE_UP -> {}
    }
  }

  /** What was for everyone's eyes goes to the channel, all else to the person alone. */
  private Outcome byChannel(String id, Address to, JsonObject payload, Outcome refused) {
    if (!(to instanceof Address.Return back)) {
      return refused;
    }
    boolean forAll = Json.text(payload, "response_type").filter("in_channel"::equals).isPresent();
    payload.addProperty("asker", back.user());
    return remedied(
        id,
        forAll
            ? new Address.InChannel(back.workspace(), back.channel(), Optional.empty())
            : new Address.DirectTo(back.workspace(), back.user()),
        payload);
  }

  private Outcome inDirectMessages(
      String id, Address to, JsonObject payload, SlackError error, Outcome refused) {
    Optional<String> asker =
        to instanceof Address.OnlyFor place
            ? Optional.of(place.user())
            : Json.text(payload, "asker").filter(user -> !user.isEmpty());
    if (to instanceof Address.DirectTo || asker.isEmpty() || !payload.has("text")) {
      return refused;
    }
    error.explanation().ifPresent(key -> explain(payload, wording.say(key)));
    return remedied(id, new Address.DirectTo(to.workspace(), asker.get()), payload);
  }

  private static void explain(JsonObject payload, String words) {
    String text = Json.text(payload, "text").orElse("");
    payload.addProperty("text", Mrkdwn.escape(words) + "\n" + text);
    JsonArray blocks = new JsonArray();
    blocks.add(Json.tree(Blocks.section(Mrkdwn.escape(words))));
    Json.list(payload, "blocks").asList().stream()
        .limit(SlackLimits.MESSAGE_BLOCKS - 1L)
        .forEach(blocks::add);
    payload.add("blocks", blocks);
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
      case Address.Suggestions above -> Trace.SENDABLE;
      case Address.Message message -> Trace.SENDABLE;
      case Address.NewWindow window -> Trace.SENDABLE;
      case Address.Window window -> Trace.SENDABLE;
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
      WebApiCall call = WebApiCall.of(id, to, payload);
      return outcome(methods.call(call.method(), token.get(), call.form()));
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

  private static Outcome outcome(JsonObject answer) {
    return WebApiMethods.isOk(answer)
        ? new Outcome.Sent()
        : new Outcome.Refused(Json.text(answer, "error").orElse("no reason given"));
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
        : new Outcome.Refused(refusal(response));
  }

  /** Slack's word where it is one of the table; else the address is taken for used up. */
  private static String refusal(WebhookResponse response) {
    String body = String.valueOf(response.getBody());
    String code = Json.object(body).flatMap(json -> Json.text(json, "error")).orElse(body.strip());
    return SlackError.isKnown(code) ? code : SlackError.EXPIRED_ADDRESS;
  }
}
