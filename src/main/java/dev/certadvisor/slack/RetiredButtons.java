package dev.certadvisor.slack;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import dev.certadvisor.conversation.Act;
import dev.certadvisor.conversation.Effect;
import dev.certadvisor.delivery.Circumstances.Pressed;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * A message of ours without the buttons that have had their day. It is worked on as Slack shows it,
 * never through classes, which would lose what they do not know.
 */
final class RetiredButtons {

  private RetiredButtons() {}

  /**
   * The message anew.
   *
   * @param pressed the message as it stands
   * @param retire which buttons go, and the words in their place
   * @return the payload of {@code chat.update}; empty where no such button is on it
   */
  static Optional<String> of(Pressed pressed, Effect.Retire retire) {
    Optional<JsonObject> message = Json.object(pressed.contents());
    JsonArray blocks = message.map(shown -> Json.list(shown, "blocks")).orElseGet(JsonArray::new);
    JsonArray left =
        switch (retire.which()) {
          case OF_A_QUESTION -> withoutQuestion(blocks);
          case RATINGS -> without(blocks, act -> act instanceof Act.Rate);
        };
    if (left.size() == blocks.size() && left.equals(blocks)) {
      return Optional.empty();
    }
    left.add(Json.tree(Blocks.context(Mrkdwn.escape(retire.words()))));
    Map<String, Object> update = new LinkedHashMap<>();
    String text = message.flatMap(shown -> Json.text(shown, "text")).orElse("");
    update.put("text", Mrkdwn.cut(text, SlackLimits.MESSAGE_TEXT));
    update.put("blocks", left);
    return Optional.of(Json.write(update));
  }

  /** All that comes with the choices goes with them: progress, and the moves beside. */
  private static JsonArray withoutQuestion(JsonArray blocks) {
    JsonArray left = new JsonArray();
    for (JsonElement block : blocks) {
      if (isActions(block) && has(block, act -> act instanceof Act.Answer)) {
        return left;
      }
      left.add(block);
    }
    return left;
  }

  private static JsonArray without(JsonArray blocks, Predicate<Act> gone) {
    JsonArray left = new JsonArray();
    for (JsonElement block : blocks) {
      if (!isActions(block)) {
        left.add(block);
        continue;
      }
      JsonArray staying = new JsonArray();
      for (JsonElement element : Json.list(block.getAsJsonObject(), "elements")) {
        if (act(element).filter(gone).isEmpty()) {
          staying.add(element);
        }
      }
      if (!staying.isEmpty()) {
        JsonObject row = block.getAsJsonObject().deepCopy();
        row.add("elements", staying);
        left.add(row);
      }
    }
    return left;
  }

  private static boolean isActions(JsonElement block) {
    return block.isJsonObject()
        && Json.text(block.getAsJsonObject(), "type").filter("actions"::equals).isPresent();
  }

  private static boolean has(JsonElement block, Predicate<Act> wanted) {
    for (JsonElement element : Json.list(block.getAsJsonObject(), "elements")) {
      if (act(element).filter(wanted).isPresent()) {
        return true;
      }
    }
    return false;
  }

  private static Optional<Act> act(JsonElement element) {
    return element.isJsonObject()
        ? Json.text(element.getAsJsonObject(), "value").flatMap(ActionId::decode)
        : Optional.empty();
  }
}
