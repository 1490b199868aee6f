package dev.certadvisor.playground;

import java.util.random.RandomGenerator;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Gives blocks and interactive elements the ids that the app left out, as Slack does. */
final class Identities {

  private static final String LETTERS =
      "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789";

  private Identities() {}

  static void give(ArrayNode blocks, RandomGenerator random) {
    for (JsonNode node : blocks) {
      if (node instanceof ObjectNode block) {
        if (Json.text(block, "block_id").isEmpty()) {
          block.put("block_id", letters(random));
        }
        action(block.path("accessory"), random);
        action(block.path("element"), random);
        boolean interactive = Json.text(block, "type").endsWith("actions");
        for (JsonNode element : interactive ? block.path("elements") : Json.array()) {
          action(element, random);
        }
      }
    }
  }

  private static void action(JsonNode node, RandomGenerator random) {
    if (node instanceof ObjectNode element
        && !Json.text(element, "type").equals("image")
        && Json.text(element, "action_id").isEmpty()) {
      element.put("action_id", letters(random));
    }
  }

  static String letters(RandomGenerator random) {
    StringBuilder id = new StringBuilder();
    for (int i = 0; i < 5; i++) {
      id.append(LETTERS.charAt(random.nextInt(LETTERS.length())));
    }
    return id.toString();
  }
}
