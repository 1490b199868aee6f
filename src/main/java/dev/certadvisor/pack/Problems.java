package dev.certadvisor.pack;

import java.util.ArrayList;
import java.util.List;

/**
 * Collects every mistake of a pack while it is read, so that an author sees all of them at once.
 */
public final class Problems {

  private final List<Problem> found = new ArrayList<>();

  /** Notes a mistake. */
  public void add(String file, int line, String message) {
    found.add(new Problem(file, line, message));
  }

  /** Notes a mistake at a place in a YAML file. */
  void add(YamlNode where, String message) {
    add(where.file(), where.line(), message);
  }

  /** Whether there is none so far in a file. */
  boolean isEmptyOf(String file) {
    return found.stream().noneMatch(problem -> problem.file().equals(file));
  }

  /** Whether there is none so far. */
  public boolean isEmpty() {
    return found.isEmpty();
  }

  /** All so far, by file and line, each once. */
  public List<Problem> all() {
    return found.stream().distinct().sorted().toList();
  }
}
