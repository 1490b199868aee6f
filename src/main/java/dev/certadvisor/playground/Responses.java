package dev.certadvisor.playground;

import dev.certadvisor.playground.Call.Answer;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * What comes through a response URL or in a command's acknowledgement (docs.slack.dev, "Handling
 * user interaction", "Message responses").
 */
final class Responses {

  private final Workspace workspace;
  private final Tickets tickets;
  private final Posting posting;

  Responses(Workspace workspace, Tickets tickets, Posting posting) {
    this.workspace = workspace;
    this.tickets = tickets;
    this.posting = posting;
  }

  /** One use of a response URL. */
  Answer respond(String ticket, ObjectNode body) {
    Optional<Tickets.Place> place = tickets.use(ticket);
    if (place.isEmpty()) {
      ObjectNode refused = Json.object().put("ok", false).put("error", "expired_url");
      return new Answer(404, java.util.Map.of(), refused);
    }
    return show(place.get(), body);
  }

  /** Shows a response where it belongs. */
  Answer show(Tickets.Place place, ObjectNode body) {
    Optional<Message> about = place.message().filter(before -> isOpen(before, body));
    if (about.isPresent() && body.path("delete_original").asBoolean(false)) {
      posting.remove(about.get());
      return Answer.of(Call.ok());
    }
    Call call = new Call("response_url", "", body);
    Optional<Answer> refused = ChatMethods.refusedContent(call, false);
    if (refused.isPresent()) {
      return new Answer(400, java.util.Map.of(), refused.get().body());
    }
    ArrayNode blocks = call.json("blocks") instanceof ArrayNode given ? given : Json.array();
    String text = Json.text(body, "text");
    if (about.isPresent() && body.path("replace_original").asBoolean(false)) {
      posting.change(about.get(), text, blocks, Optional.empty());
      return Answer.of(Call.ok());
    }
    boolean everyone = Json.text(body, "response_type").equals("in_channel");
    Optional<String> thread = call.optional("thread_ts").or(place::thread);
    posting.fromApp(
        place.channel(),
        thread,
        text,
        blocks,
        everyone ? Optional.empty() : Optional.of(place.person()),
        Optional.empty(),
        false);
    return Answer.of(Call.ok());
  }

  /** What Slack tells a person whose command went wrong. */
  void complain(Tickets.Place place, String words) {
    workspace
        .roster()
        .person(place.person())
        .ifPresent(person -> posting.fromSlackbot(person, place.channel(), words));
  }

  private boolean isOpen(Message before, JsonNode body) {
    boolean wanted =
        body.path("replace_original").asBoolean(false)
            || body.path("delete_original").asBoolean(false);
    return wanted && workspace.message(before.channel(), before.ts()).isPresent();
  }
}
