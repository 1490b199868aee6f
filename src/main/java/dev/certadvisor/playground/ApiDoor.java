package dev.certadvisor.playground;

import dev.certadvisor.playground.Call.Answer;
import java.util.Map;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.node.ObjectNode;

/** Where the app's calls come in: each is answered as the temper allows, and written down. */
final class ApiDoor {

  private final WebApi api;
  private final Responses responses;
  private final Journal journal;
  private final Supplier<Temper> temper;
  private final RandomGenerator random;

  ApiDoor(
      WebApi api,
      Responses responses,
      Journal journal,
      Supplier<Temper> temper,
      RandomGenerator random) {
    this.api = api;
    this.responses = responses;
    this.journal = journal;
    this.temper = temper;
    this.random = random;
  }

  /** Answers a Web API call and writes it into the journal. */
  Answer call(String method, String authorization, String contentType, String body) {
    Exchange exchange =
        journal.begin(
            Exchange.Direction.FROM_APP,
            method,
            Map.of("Content-Type", contentType),
            Wire.readable(body));
    Answer answer = answer(method, authorization, contentType, body);
    journal.end(exchange, answer.status(), answer.outcome(), Json.write(answer.body()));
    return answer;
  }

  private Answer answer(String method, String authorization, String contentType, String body) {
    Temper now = temper.get();
    if (hits(now.rateLimited())) {
      return new Answer(
          429, Map.of("Retry-After", "1"), Call.ok().put("ok", false).put("error", "ratelimited"));
    }
    if (hits(now.failing())) {
      return new Answer(
          503, Map.of(), Call.ok().put("ok", false).put("error", "service_unavailable"));
    }
    try {
      return api.answer(Call.read(method, authorization, contentType, body));
    } catch (JacksonException notJson) {
      return Answer.error("invalid_json");
    }
  }

  /** Takes what comes through a response URL and writes it into the journal. */
  Answer respond(String ticket, String body) {
    Exchange exchange =
        journal.begin(Exchange.Direction.FROM_APP, "response_url", Map.of(), Wire.readable(body));
    Answer answer;
    try {
      answer =
          Json.parse(body) instanceof ObjectNode object
              ? responses.respond(ticket, object)
              : Answer.error("invalid_payload");
    } catch (JacksonException notJson) {
      answer = Answer.error("invalid_payload");
    }
    journal.end(exchange, answer.status(), answer.outcome(), Json.write(answer.body()));
    return answer;
  }

  /** Whether bad luck of this likelihood strikes. */
  boolean hits(int percent) {
    return percent > 0 && random.nextInt(100) < percent;
  }

  /** The granted scopes, for the header that names them. */
  String scopes() {
    return api.scopes();
  }
}
