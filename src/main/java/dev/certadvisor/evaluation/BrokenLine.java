package dev.certadvisor.evaluation;

import java.nio.file.Path;

/** A file of labelled data that cannot be read as it stands. */
final class BrokenLine extends RuntimeException {

  private static final long serialVersionUID = 1;

  /**
   * @param file the file
   * @param line counted from 1
   * @param message what is wrong there and what is allowed
   */
  BrokenLine(Path file, int line, String message) {
    super(file + ":" + line + ": " + message);
  }
}
