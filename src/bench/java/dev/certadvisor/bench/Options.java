package dev.certadvisor.bench;

import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What the command line says.
 *
 * @param subjects in turn: {@code floor}, {@code advisor}, {@code bolt-js}
 * @param rounds how often the subjects are gone through
 * @param rate of the steady load, a second
 * @param duration of the steady load
 * @param flood how long each connection posts as fast as it is answered
 * @param connections kept open by the load
 * @param overload how many times the load that the advisor was seen to answer is put on it at the
 *     end; 0 for none
 * @param home the project's folder
 * @param work a folder for databases, logs and what npm installs
 */
record Options(
    List<String> subjects,
    int rounds,
    int rate,
    Duration duration,
    Duration flood,
    int connections,
    int overload,
    Path home,
    Path work) {

  static final String USAGE =
      """
      Usage: ./advisor bench [options]
        --subjects a,b,c    of floor, advisor, bolt-js, in turn (floor,advisor,bolt-js)
        --rounds N          how often they are gone through (3)
        --rate N            steady load, requests a second (200)
        --duration SECONDS  how long it lasts (20)
        --flood SECONDS     how long 16 connections post as fast as they are answered (5)
        --connections N     connections of both (16)
        --overload N        at the end, N times what the advisor answered, for as long as the steady load (10; 0: none)
      The advisor takes its settings from the environment, for example ADVISOR_DATABASE_URL.\
      """;

  private static final Set<String> NAMES =
      Set.of(
          "subjects",
          "rounds",
          "rate",
          "duration",
          "flood",
          "connections",
          "overload",
          "home",
          "work");

  /**
   * Reads a command line.
   *
   * @throws IllegalArgumentException if it cannot be understood; the message says why
   */
  static Options of(String... arguments) {
    Map<String, String> given = new HashMap<>();
    for (int i = 0; i < arguments.length; i += 2) {
      String name = arguments[i].replaceFirst("^--", "");
      if (!NAMES.contains(name) || i + 1 == arguments.length) {
        throw new IllegalArgumentException("cannot make sense of " + arguments[i]);
      }
      given.put(name, arguments[i + 1]);
    }
    return new Options(
        List.of(given.getOrDefault("subjects", "floor,advisor,bolt-js").split(",")),
        number(given, "rounds", 3),
        number(given, "rate", 200),
        Duration.ofSeconds(number(given, "duration", 20)),
        Duration.ofSeconds(number(given, "flood", 5)),
        number(given, "connections", 16),
        number(given, "overload", 10),
        Path.of(given.getOrDefault("home", ".")).toAbsolutePath().normalize(),
        Path.of(given.getOrDefault("work", "target/bench")).toAbsolutePath().normalize());
  }

  private static int number(Map<String, String> given, String name, int otherwise) {
    String text = given.getOrDefault(name, String.valueOf(otherwise));
    try {
      return Integer.parseInt(text);
    } catch (NumberFormatException e) {
      throw new IllegalArgumentException("--" + name + " wants a number, found " + text, e);
    }
  }
}
