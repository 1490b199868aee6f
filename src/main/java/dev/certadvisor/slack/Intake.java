package dev.certadvisor.slack;

import com.google.gson.JsonObject;
import com.slack.api.bolt.App;
import com.slack.api.bolt.request.Request;
import com.slack.api.bolt.request.RequestHeaders;
import com.slack.api.bolt.response.Response;
import com.slack.api.bolt.util.SlackRequestParser;
import com.slack.api.bolt.util.SlackRequestParser.HttpRequest;
import dev.certadvisor.conversation.ChannelRules;
import dev.certadvisor.delivery.Inbox;
import dev.certadvisor.delivery.LogFields;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.spi.LoggingEventBuilder;

/**
 * The one door for what Slack sends, by whichever line it came: makes the payload lean, finds the
 * workspace that it belongs to and hands it to Bolt. Only what is known to be Slack's gets here.
 */
final class Intake {

  private static final Logger LOG = LoggerFactory.getLogger(Intake.class);

  private static final Set<String> KNOWN_TYPES =
      Set.of(
          "event_callback",
          "url_verification",
          "block_actions",
          "view_submission",
          "shortcut",
          "message_action");

  private final App app;
  private final Tokens tokens;
  private final Strangers strangers;
  private final Consumer<String> visits;
  private final SlackRequestParser parser;

  /**
   * An intake.
   *
   * @param app handles requests
   * @param tokens tells where the app is installed
   * @param strangers answers where it is not
   * @param visits is told the workspace of each request before that is handled
   */
  Intake(App app, Tokens tokens, Strangers strangers, Consumer<String> visits) {
    this.app = app;
    this.tokens = tokens;
    this.strangers = strangers;
    this.visits = visits;
    this.parser = new SlackRequestParser(app.config());
  }

  /**
   * Takes a request. Once this returns {@link Taken.Kept} what it asks for is stored.
   *
   * @param payload an event, an interaction, or the fields of a slash command
   * @param headers of HTTP; empty in Socket Mode
   */
  Taken take(JsonObject payload, RequestHeaders headers) {
    if (!isKnown(payload)) {
      return Taken.QUIETLY; // nobody waits for an answer: to acknowledge is all
    }
    try {
      if (!isOfType(payload, "url_verification")) {
        Optional<String> workspace = Belonging.settle(payload, tokens::isInstalled);
        if (workspace.isEmpty()) {
          return strangers.answer(payload);
        }
        visits.accept(workspace.get());
      }
      LeanPayload.trim(payload);
      return run(payload, headers);
    } catch (Inbox.Unavailable | Tokens.Unavailable | ChannelRules.Unavailable e) {
      about(LOG.atWarn(), payload)
          .log("A request could not be stored, so Slack is asked to try again: {}", reason(e));
      return new Taken.Later();
    } catch (Exception e) {
      // Trying again would not help: the same request would fail the same way.
      about(LOG.atError(), payload)
          .log("A request was not understood: {} at {}", e.getClass().getName(), where(e));
      return new Taken.Unreadable("not understood");
    }
  }

  private Taken run(JsonObject payload, RequestHeaders headers) throws Exception {
    Request<?> request =
        parser.parse(
            HttpRequest.builder()
                .requestBody(Json.write(payload))
                .queryString(Map.of())
                .headers(headers)
                .socketMode(true) // in Bolt's terms: JSON without a signature to check
                .build());
    if (request == null) {
      return new Taken.Unreadable("neither event, interaction nor command");
    }
    Response response = app.run(request);
    return new Taken.Kept(
        response.getContentType(), Optional.ofNullable(response.getBody()).orElse(""));
  }

  private static boolean isKnown(JsonObject payload) {
    if (payload.has("command")) {
      return true;
    }
    String type = Json.text(payload, "type").orElse("");
    boolean hasEvent =
        Json.object(payload, "event").flatMap(event -> Json.text(event, "type")).isPresent();
    boolean known =
        KNOWN_TYPES.contains(type) && (hasEvent || !isOfType(payload, "event_callback"));
    if (!known) {
      LOG.info("A request of the unknown type \"{}\" was acknowledged", Mrkdwn.cut(type, 40));
    }
    return known;
  }

  private static boolean isOfType(JsonObject payload, String type) {
    return Json.text(payload, "type").filter(type::equals).isPresent();
  }

  /** With the ids that a payload has. */
  private static LoggingEventBuilder about(LoggingEventBuilder line, JsonObject payload) {
    Optional<String> event = Json.text(payload, "event_id");
    Optional<String> team =
        Json.text(payload, "team_id")
            .or(() -> Json.object(payload, "team").flatMap(object -> Json.text(object, "id")));
    LoggingEventBuilder withEvent =
        event.map(id -> line.addKeyValue(LogFields.EVENT, id)).orElse(line);
    return team.map(id -> withEvent.addKeyValue(LogFields.TEAM, id)).orElse(withEvent);
  }

  private static String reason(Exception e) {
    return e.getMessage() == null ? e.getClass().getName() : e.getMessage();
  }

  /** The messages of exceptions may hold what a person typed, so only the place is logged. */
  private static String where(Exception e) {
    StackTraceElement[] trace = e.getStackTrace();
    return trace.length == 0 ? "an unknown place" : trace[0].toString();
  }

  /** What came of a request. */
  sealed interface Taken {

    /** Acknowledged without a word. */
    Taken QUIETLY = new Kept(null, "");

    /**
     * It is stored or needs no more.
     *
     * @param contentType of the body
     * @param body what Slack is told; blank for nothing
     */
    record Kept(@Nullable String contentType, String body) implements Taken {}

    /** It cannot be stored now; Slack is to send it again. */
    record Later() implements Taken {}

    /**
     * It cannot be read, and never will be.
     *
     * @param reason for the sender, without anything of the request
     */
    record Unreadable(String reason) implements Taken {}
  }
}
