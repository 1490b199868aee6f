package dev.certadvisor.pack;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * How people say what has nothing to do with the matter of a pack: {@code english.yaml} beside this
 * class, with the keys that {@code phrases.yaml} and {@code framework.yaml} have for the same. A
 * pack adds to it and need not repeat it.
 */
final class GeneralEnglish {

  private static final String RESOURCE = "english.yaml";

  private static final YamlNode ROOT = read();

  private GeneralEnglish() {}

  /**
   * What stands under a key.
   *
   * @throws IllegalStateException if there is no such key
   */
  static YamlNode get(String key) {
    return ROOT.optional(key)
        .orElseThrow(() -> new IllegalStateException(RESOURCE + " has no \"" + key + "\""));
  }

  /** The texts that stand under a key and, below it, under another; none where that is missing. */
  static List<String> texts(String key, String below) {
    return get(key).optional(below).map(YamlNode::texts).orElse(List.of());
  }

  private static YamlNode read() {
    Problems problems = new Problems();
    try (InputStream stream = GeneralEnglish.class.getResourceAsStream(RESOURCE)) {
      if (stream == null) {
        throw new IllegalStateException(RESOURCE + " is missing from the class path");
      }
      String text = new String(stream.readAllBytes(), StandardCharsets.UTF_8);
      YamlNode root = YamlNode.parse(RESOURCE, 1, text, problems);
      if (!problems.isEmpty()) {
        throw new IllegalStateException(problems.all().toString());
      }
      return root;
    } catch (IOException e) {
      throw new UncheckedIOException(RESOURCE + " cannot be read", e);
    }
  }
}
