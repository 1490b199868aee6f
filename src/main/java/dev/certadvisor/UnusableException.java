package dev.certadvisor;

import java.util.List;

/**
 * The environment, a pack or a file cannot be used. The program says why in plain lines, without a
 * stack trace, and exits with code 2.
 */
final class UnusableException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  /** Made final and serialisable, since exceptions are. */
  private final String[] lines;

  UnusableException(String line) {
    this(List.of(line));
  }

  UnusableException(List<String> lines) {
    super(lines.getFirst());
    this.lines = lines.toArray(String[]::new);
  }

  List<String> lines() {
    return List.of(lines);
  }
}
