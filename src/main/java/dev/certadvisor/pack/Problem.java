package dev.certadvisor.pack;

import java.util.Comparator;

/**
 * One mistake of a pack.
 *
 * @param file the file's path below the pack's folder
 * @param line counted from 1; 0 where it is about the file as a whole
 * @param message what is wrong and what is allowed
 */
public record Problem(String file, int line, String message) implements Comparable<Problem> {

  private static final Comparator<Problem> ORDER =
      Comparator.comparing(Problem::file)
          .thenComparingInt(Problem::line)
          .thenComparing(Problem::message);

  @Override
  public int compareTo(Problem other) {
    return ORDER.compare(this, other);
  }

  /** The form in which editors and compilers give it: {@code file:line: message}. */
  @Override
  public String toString() {
    return file + ":" + line + ": " + message;
  }
}
