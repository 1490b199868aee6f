package dev.certadvisor.slack;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/** The shapes in which Slack sends things: files of {@code src/test/resources/payloads}. */
public final class Payloads {

  private Payloads() {}

  /**
   * A payload with its places filled.
   *
   * @param name the file's, without ending
   * @param values by the name of their place, which stands as {@code ${name}} in the file; they are
   *     put in as JSON strings without the quotation marks
   */
  public static String of(String name, Map<String, String> values) {
    String text = read(name);
    for (Map.Entry<String, String> value : values.entrySet()) {
      String quoted = Json.write(value.getValue());
      text = text.replace("${" + value.getKey() + "}", quoted.substring(1, quoted.length() - 1));
    }
    if (text.contains("${")) {
      throw new IllegalArgumentException(name + " has places that were not filled: " + text);
    }
    return text;
  }

  /** The payload as it stands in its file. */
  public static String of(String name) {
    return of(name, Map.of());
  }

  private static String read(String name) {
    try (InputStream file = Payloads.class.getResourceAsStream("/payloads/" + name + ".json")) {
      if (file == null) {
        throw new IllegalArgumentException("no payload " + name);
      }
      return new String(file.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
