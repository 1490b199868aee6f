package dev.certadvisor.playground;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import tools.jackson.databind.node.ObjectNode;

/** Sample payloads of an app, from the test resources. */
final class Samples {

  private Samples() {}

  /** The sample that suits what someone said. */
  static String nameFor(String text) {
    for (String name :
        new String[] {"compare", "interview", "recommend", "status", "everything", "share"}) {
      if (text.contains(name)) {
        return name.equals("recommend") ? "recommendation" : name;
      }
    }
    return "answer";
  }

  /** A message with blocks and a fallback text. */
  static ObjectNode message(String name) {
    return read(name.equals("share") ? "recommendation" : name);
  }

  static ObjectNode read(String name) {
    String resource = "/playground-samples/" + name + ".json";
    try (InputStream in = Samples.class.getResourceAsStream(resource)) {
      if (in == null) {
        throw new IllegalArgumentException(resource + " is not there");
      }
      return (ObjectNode) Json.parse(new String(in.readAllBytes(), StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
