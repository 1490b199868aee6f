package dev.certadvisor;

import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Where the content pack is: what was given, else {@code ADVISOR_PACK}, else {@code seeds} beside
 * the program.
 */
final class PackOption {

  private static final String DEFAULT_FOLDER = "seeds";

  private PackOption() {}

  static Path folder(@Nullable Path given) {
    if (given != null) {
      return given;
    }
    return Optional.ofNullable(System.getenv("ADVISOR_PACK"))
        .filter(name -> !name.isBlank())
        .map(Path::of)
        .orElseGet(PackOption::beside);
  }

  /** The launcher says where the program lives, so that it can be called from any folder. */
  private static Path beside() {
    Path here = Path.of(DEFAULT_FOLDER);
    String home = System.getProperty("advisor.home");
    return home == null || here.resolve("pack.yaml").toFile().exists()
        ? here
        : Path.of(home).resolve(DEFAULT_FOLDER);
  }
}
