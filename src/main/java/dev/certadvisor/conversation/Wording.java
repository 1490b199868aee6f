package dev.certadvisor.conversation;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.text.MessageFormat;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.stream.Collectors;

/**
 * Every sentence that the program itself says, by key. The sentences stand in {@code
 * wording.properties}, as patterns of {@link MessageFormat} in which an apostrophe is just an
 * apostrophe: {@code {0}} is replaced by the first argument, and so on.
 */
public final class Wording {

  private static final String RESOURCE = "/wording.properties";

  private static final DateTimeFormatter MOMENT =
      DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm 'UTC'", Locale.ROOT).withZone(ZoneOffset.UTC);

  private final Map<String, String> patternByKey;

  /**
   * @throws IllegalArgumentException if a pattern cannot be read, naming its key
   */
  Wording(Map<String, String> patternByKey) {
    this.patternByKey = Map.copyOf(patternByKey);
    this.patternByKey.keySet().forEach(this::format);
  }

  /**
   * The shipped sentences.
   *
   * @throws IllegalStateException if they are missing from the class path
   */
  public static Wording load() {
    try (InputStream stream = Wording.class.getResourceAsStream(RESOURCE)) {
      if (stream == null) {
        throw new IllegalStateException(RESOURCE + " is missing from the class path");
      }
      return read(new InputStreamReader(stream, StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(RESOURCE + " cannot be read", e);
    }
  }

  /** Sentences in the form of a properties file. */
  static Wording read(Reader source) throws IOException {
    Properties properties = new Properties();
    properties.load(source);
    return new Wording(
        properties.stringPropertyNames().stream()
            .collect(Collectors.toMap(key -> key, properties::getProperty)));
  }

  /**
   * The sentence of a key.
   *
   * @param key for example {@code status.retired}
   * @param arguments what fills the places; whole numbers of four digits and more get a separator,
   *     so years go in as text
   * @throws IllegalArgumentException if there is no such key, or its pattern has more places than
   *     there are arguments
   */
  public String say(String key, Object... arguments) {
    MessageFormat format = format(key);
    int places = format.getFormatsByArgumentIndex().length;
    if (places > arguments.length) {
      throw new IllegalArgumentException(
          "the wording of \"%s\" needs %d arguments and was given %d"
              .formatted(key, places, arguments.length));
    }
    return format.format(arguments);
  }

  /** A moment for people, to the minute: {@code 2026-11-26 21:10 UTC}. */
  static String moment(Instant moment) {
    return MOMENT.format(moment);
  }

  private MessageFormat format(String key) {
    String pattern = patternByKey.get(key);
    if (pattern == null) {
      throw new IllegalArgumentException("there is no wording for \"" + key + "\"");
    }
    try {
      return new MessageFormat(pattern.replace("'", "''"), Locale.ENGLISH);
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException(
          "the wording of \"" + key + "\" is no message pattern: " + e.getMessage(), e);
    }
  }
}
