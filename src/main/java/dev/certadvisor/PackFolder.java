package dev.certadvisor;

import java.nio.file.Files;
import java.nio.file.Path;

/** Finds the content pack, whatever folder the program was called from. */
final class PackFolder {

  private PackFolder() {}

  /**
   * The folder as named or, where there is none of that name here, beside the program.
   *
   * @param named absolute, or relative to where the program was called
   */
  static Path of(Path named) {
    String home = System.getProperty("advisor.home");
    if (Files.isDirectory(named) || named.isAbsolute() || home == null) {
      return named;
    }
    Path beside = Path.of(home).resolve(named);
    return Files.isDirectory(beside) ? beside : named;
  }
}
