package dev.certadvisor.pack;

import java.util.Comparator;
import java.util.List;

/**
 * One mistake of a pack.
 *
 * @param file the file's path below the pack's folder
 * @param line counted from 1, and 1 where it is about the file as a whole; 0 where there is no file
 *     to have lines
 * @param message what is wrong and what is allowed
 */
public record Problem(String file, int line, String message) implements Comparable<Problem> {

  private static final Comparator<Problem> ORDER =
      Comparator.comparing(Problem::file)
          .thenComparingInt(Problem::line)
          .thenComparing(Problem::message);

  /** How many there are, in words. */
  public static String count(List<Problem> problems) {
    return problems.size() == 1 ? "1 mistake" : problems.size() + " mistakes";
  }

  @Override
  public int compareTo(Problem other) {
    return ORDER.compare(this, other);
  }

  /** The form in which editors and compilers give it: {@code file:line: message}. */
  @Override
  public String toString() {
    return line == 0 ? file + ": " + message : file + ":" + line + ": " + message;
  }
}
