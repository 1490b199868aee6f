package dev.certadvisor.playground;

import dev.certadvisor.playground.Call.Answer;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.node.ObjectNode;

/** Where the app's calls come in: each is answered as its luck allows, and written down. */
final class ApiDoor {

  /** The name under which posts to response URLs stand in the journal. */
  static final String RESPONSE_URL = "response_url";

  private final WebApi api;
  private final Responses responses;
  private final Journal journal;
  private final Mishaps mishaps;

  ApiDoor(WebApi api, Responses responses, Journal journal, Mishaps mishaps) {
    this.api = api;
    this.responses = responses;
    this.journal = journal;
    this.mishaps = mishaps;
  }

  /** Answers a Web API call. */
  Answer call(String method, String authorization, String contentType, String body) {
    return recorded(
        method,
        Map.of("Content-Type", contentType),
        body,
        () -> answer(method, authorization, contentType, body));
  }

  private Answer answer(String method, String authorization, String contentType, String body) {
    try {
      return api.answer(Call.read(method, authorization, contentType, body));
    } catch (JacksonException notJson) {
      return Answer.error("invalid_json");
    }
  }

  /** Takes what comes through a response URL. */
  Answer respond(String ticket, String body) {
    return recorded(RESPONSE_URL, Map.of(), body, () -> response(ticket, body));
  }

  private Answer response(String ticket, String body) {
    try {
      return Json.parse(body) instanceof ObjectNode object
          ? responses.respond(ticket, object)
          : Answer.error("invalid_payload");
    } catch (JacksonException notJson) {
      return Answer.error("invalid_payload");
    }
  }

  private Answer recorded(
      String name, Map<String, String> headers, String body, Supplier<Answer> work) {
    Exchange exchange =
        journal.begin(Exchange.Direction.FROM_APP, name, headers, Wire.readable(body));
    Optional<Mishap> mishap = mishaps.next(name);
    Answer answer = mishap.map(struck -> spoilt(struck, work)).orElseGet(work);
    String outcome = mishap.isPresent() ? mishapWords(mishap.get(), answer) : answer.outcome();
    journal.end(exchange, answer.status(), outcome, Json.write(answer.body()), mishap.isPresent());
    return answer;
  }

  private static Answer spoilt(Mishap mishap, Supplier<Answer> work) {
    return switch (mishap) {
      case Mishap.Limited limited -> Answer.limited(limited.retryAfter());
      case Mishap.Refused(String error) -> Answer.error(error);
      case Mishap.Failing(int status) -> new Answer(status, Map.of(), Json.object());
      case Mishap.Hanging(java.time.Duration hang) -> work.get().after(hang);
      case Mishap.Cut(boolean carriedOut) ->
          (carriedOut ? work.get() : Answer.of(Json.object())).cutOff();
    };
  }

  private static String mishapWords(Mishap mishap, Answer answer) {
    return switch (mishap) {
      case Mishap.Limited limited -> "ratelimited";
      case Mishap.Refused(String error) -> error;
      case Mishap.Failing failing -> "http_error";
      case Mishap.Hanging hanging -> answer.outcome() + ", late";
      case Mishap.Cut cut -> "connection cut";
    };
  }

  /** The granted scopes, for the header that names them. */
  String scopes() {
    return api.scopes();
  }
}
