package dev.certadvisor.playground;

import java.time.Duration;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** What the page can do on a person's behalf, by name. */
final class Deeds {

  private final SlackStandIn slack;

  Deeds(SlackStandIn slack) {
    this.slack = slack;
  }

  /**
   * Does it.
   *
   * @throws IllegalArgumentException if there is no such deed, or no such person, message …
   */
  ObjectNode perform(String deed, JsonNode told) {
    switch (deed) {
      case "say" -> say(told);
      case "command" ->
          me(told)
              .command(
                  Json.text(told, "channel"), Json.text(told, "command"), Json.text(told, "text"));
      case "refuse" ->
          me(told).refuseInThread(Json.text(told, "channel"), Json.text(told, "command"));
      case "act" -> act(told);
      case "submit" -> {
        return submit(told);
      }
      case "close" -> me(told).closeModal(told.path("all").asBoolean(false));
      case "home" -> me(told).openHome();
      case "messages" -> me(told).openMessages();
      case "shortcut" -> me(told).shortcut(Json.text(told, "callback"), message(told));
      case "react" ->
          me(told)
              .react(
                  present(message(told)),
                  Json.text(told, "name"),
                  told.path("add").asBoolean(true));
      case "temper" -> slack.behave(temper(told.path("temper")));
      case "reset" -> slack.reset();
      case "restart" -> slack.restart();
      case "replay" -> {
        ObjectNode answer = Json.object().put("ok", true);
        answer.set("differences", Json.tree(slack.replay(told.path("transcript"))));
        return answer;
      }
      default -> throw new IllegalArgumentException("nobody can do " + deed);
    }
    return Json.object().put("ok", true);
  }

  JsonNode transcript() {
    return slack.transcript();
  }

  private void say(JsonNode told) {
    String text = Json.text(told, "text").strip();
    if (text.isEmpty()) {
      throw new IllegalArgumentException("there is nothing to say");
    }
    Optional<String> thread = Optional.of(Json.text(told, "thread")).filter(ts -> !ts.isEmpty());
    me(told).say(Json.text(told, "channel"), thread, text);
  }

  private void act(JsonNode told) {
    Member me = me(told);
    String action = Json.text(told, "action");
    JsonNode choice = told.path("choice");
    JsonNode choices = told.path("choices");
    Optional<Message> message = message(told);
    if (message.isPresent()) {
      me.act(message.get(), action, choice, choices);
    } else {
      me.act(view(told), action, choice, choices);
    }
  }

  private ObjectNode submit(JsonNode told) {
    Interactions.Submitted submitted = me(told).submit(view(told), told.path("choices")).join();
    ObjectNode answer = Json.object();
    return switch (submitted) {
      case Interactions.Submitted.Taken taken -> answer.put("ok", true);
      case Interactions.Submitted.Failed failed -> answer.put("ok", false);
      case Interactions.Submitted.Refused refused -> {
        answer.put("ok", false).set("errors", Json.tree(refused.wordsByBlock()));
        yield answer;
      }
    };
  }

  private Member me(JsonNode told) {
    return slack.as(Json.text(told, "me"));
  }

  private Optional<Message> message(JsonNode told) {
    return slack.workspace().message(Json.text(told, "channel"), Json.text(told, "ts"));
  }

  private static Message present(Optional<Message> message) {
    return message.orElseThrow(() -> new IllegalArgumentException("the message is gone"));
  }

  private View view(JsonNode told) {
    return slack.workspace().views().stream()
        .filter(view -> view.id().equals(Json.text(told, "view")))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("that is gone by now"));
  }

  private static Temper temper(JsonNode told) {
    return new Temper(
        told.path("duplicated").asInt(0),
        told.path("unacknowledged").asInt(0),
        told.path("reordered").asInt(0),
        Duration.ofMillis(told.path("delay").asInt(0)),
        told.path("rateLimited").asInt(0),
        told.path("failing").asInt(0),
        told.path("hanging").asInt(0),
        told.path("cut").asInt(0),
        Duration.ofMillis(told.path("hang").asInt(0)));
  }
}
