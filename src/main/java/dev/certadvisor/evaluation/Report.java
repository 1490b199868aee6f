package dev.certadvisor.evaluation;

import java.io.PrintStream;
import java.util.Locale;
import java.util.Map;

/** Prints figures, for people or for programs. */
final class Report {

  private Report() {}

  /**
   * Prints figures.
   *
   * @param figures numbers, texts, or groups of them, by name
   * @param json whether as one JSON object, or as a table
   * @param out where
   */
  static void print(Map<String, Object> figures, boolean json, PrintStream out) {
    if (json) {
      out.println(JsonLines.write(figures));
    } else {
      figures.forEach((name, value) -> row("", name, value, out));
    }
  }

  private static void row(String indent, String name, Object value, PrintStream out) {
    if (value instanceof Map<?, ?> group) {
      out.println(indent + name);
      group.forEach((key, inner) -> row(indent + "  ", String.valueOf(key), inner, out));
    } else {
      out.println(String.format(Locale.ROOT, "%-34s %s", indent + name, value));
    }
  }

  /** Four places after the point. */
  static double round(double value) {
    return Math.round(value * 10_000) / 10_000.0;
  }
}
