package dev.certadvisor.playground;

import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * A modal or an App Home as the app drew it.
 *
 * @param id {@code V…}
 * @param person who sees it
 * @param hash changes with every update
 * @param previous the view under it; empty at the bottom of a stack
 * @param root the bottom of its stack
 * @param body what the app sent: type, title, blocks, submit, close, private_metadata …
 */
public record View(
    String id, String person, String hash, String previous, String root, ObjectNode body) {

  /** Its blocks; empty where it has none. */
  public ArrayNode blocks() {
    return body.path("blocks") instanceof ArrayNode blocks ? blocks : Json.array();
  }

  /** The app's name for it; may be empty. */
  public String callbackId() {
    return Json.text(body, "callback_id");
  }

  /** The title of a modal; empty for a Home. */
  public String title() {
    return Json.text(body.path("title"), "text");
  }

  View redrawn(ObjectNode newBody, String newHash) {
    return new View(id, person, newHash, previous, root, newBody);
  }
}
