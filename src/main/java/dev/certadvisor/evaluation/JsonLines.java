package dev.certadvisor.evaluation;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Reads files with one JSON object a line. */
final class JsonLines {

  private static final JsonMapper JSON = JsonMapper.builder().build();

  private JsonLines() {}

  /**
   * An object and where it stands.
   *
   * @param file its file
   * @param line its line, counted from 1
   * @param object the object
   */
  record Line(Path file, int line, JsonNode object) {

    /**
     * A text that has to be there.
     *
     * @throws BrokenLine if it is missing or no text
     */
    String text(String key) {
      return optionalText(key)
          .orElseThrow(() -> new BrokenLine(file, line, "\"" + key + "\" is missing"));
    }

    /**
     * A text that has to be there and to say something.
     *
     * @throws BrokenLine if it is missing, no text or blank
     */
    String id(String key) {
      String id = text(key);
      if (id.isBlank()) {
        throw new BrokenLine(file, line, "\"" + key + "\" is blank");
      }
      return id;
    }

    /**
     * A yes or no that has to be there.
     *
     * @throws BrokenLine if it is missing or neither true nor false
     */
    boolean flag(String key) {
      JsonNode value = object.get(key);
      if (value == null || !value.isBoolean()) {
        throw new BrokenLine(file, line, "\"" + key + "\" has to be true or false");
      }
      return value.booleanValue();
    }

    /**
     * A text that may be left out.
     *
     * @throws BrokenLine if it is there and no text
     */
    Optional<String> optionalText(String key) {
      JsonNode value = object.get(key);
      if (value == null || value.isNull()) {
        return Optional.empty();
      }
      if (!value.isString()) {
        throw new BrokenLine(file, line, "\"" + key + "\" has to be a text");
      }
      return Optional.of(value.stringValue());
    }

    /**
     * A list of texts; empty where it is left out.
     *
     * @throws BrokenLine if it is there and no list of texts or numbers
     */
    List<String> texts(String key) {
      JsonNode value = object.get(key);
      List<String> texts = new ArrayList<>();
      if (value != null && !value.isNull()) {
        if (!value.isArray()
            || value.valueStream().anyMatch(item -> item.isContainer() || item.isNull())) {
          throw new BrokenLine(file, line, "\"" + key + "\" has to be a list of texts");
        }
        value.forEach(item -> texts.add(item.asString()));
      }
      return texts;
    }
  }

  /**
   * Reads a file.
   *
   * @throws BrokenLine at the first line that is no JSON object
   * @throws IOException if the file cannot be read; the message names it
   */
  static List<Line> read(Path file) throws IOException {
    List<String> texts = lines(file);
    List<Line> lines = new ArrayList<>(texts.size());
    for (int i = 0; i < texts.size(); i++) {
      if (!texts.get(i).isBlank()) {
        lines.add(new Line(file, i + 1, parse(file, i + 1, texts.get(i))));
      }
    }
    return lines;
  }

  /**
   * The lines of a text file in UTF-8.
   *
   * @throws BrokenLine at the first line that is not UTF-8
   * @throws IOException if it cannot be read; the message names it
   */
  static List<String> lines(Path file) throws IOException {
    try {
      return Files.readAllLines(file, StandardCharsets.UTF_8);
    } catch (NoSuchFileException e) {
      throw new IOException(file + ": there is no such file", e);
    } catch (CharacterCodingException e) {
      throw new BrokenLine(file, firstOutsideUtf8(Files.readAllBytes(file)), "not UTF-8");
    }
  }

  private static int firstOutsideUtf8(byte[] text) {
    int line = 1;
    int from = 0;
    for (int to = 0; to < text.length; to++) {
      if (text[to] == '\n') {
        if (!isUtf8(text, from, to)) {
          return line;
        }
        line++;
        from = to + 1;
      }
    }
    return line;
  }

  private static boolean isUtf8(byte[] text, int from, int to) {
    try {
      StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(text, from, to - from));
      return true;
    } catch (CharacterCodingException e) {
      return false;
    }
  }

  /** An object as one line. */
  static String write(Object object) {
    return JSON.writeValueAsString(object);
  }

  private static JsonNode parse(Path file, int line, String text) {
    try {
      JsonNode node = JSON.readTree(text);
      if (!node.isObject()) {
        throw new BrokenLine(file, line, "expected a JSON object {…}");
      }
      return node;
    } catch (JacksonException e) {
      throw new BrokenLine(file, line, "not JSON: " + e.getOriginalMessage());
    }
  }
}
