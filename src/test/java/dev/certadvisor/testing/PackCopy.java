package dev.certadvisor.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/**
 * A copy of the shipped pack that a test may change.
 *
 * @param folder where it is
 */
public record PackCopy(Path folder) {

  private static final Path SHIPPED = Path.of("seeds");

  /** Copies the shipped pack into a folder. */
  public static PackCopy in(Path folder) throws IOException {
    try (Stream<Path> files = Files.walk(SHIPPED)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        Path copy = folder.resolve(SHIPPED.relativize(file).toString());
        Files.createDirectories(copy.getParent());
        Files.copy(file, copy);
      }
    }
    return new PackCopy(folder);
  }

  /**
   * Puts something else where a text stands first.
   *
   * @return the line, counted from 1
   */
  public int change(String file, String old, String other) throws IOException {
    Path path = folder.resolve(file);
    String text = Files.readString(path);
    int at = text.indexOf(old);
    assertThat(at).as("%s has %s", file, old).isNotNegative();
    Files.writeString(path, text.substring(0, at) + other + text.substring(at + old.length()));
    int from = old.startsWith("\n") ? at + 1 : at;
    return 1 + (int) text.substring(0, from).chars().filter(each -> each == '\n').count();
  }
}
