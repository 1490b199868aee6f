package dev.certadvisor;

import dev.certadvisor.search.ModelShelf;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.CodeSource;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/** Where the program itself lies, beside which it keeps what it can always make anew. */
final class Installation {

  private Installation() {}

  /**
   * Keeps trained models in the folder {@code learnt} beside the program's jar. They belong to this
   * very jar; a program that does not run from a jar keeps none.
   */
  static ModelShelf shelf() {
    return jar().map(Installation::shelfBeside).orElse(ModelShelf.NONE);
  }

  private static ModelShelf shelfBeside(Path jar) {
    try {
      String edition = Files.size(jar) + " " + Files.getLastModifiedTime(jar).to(TimeUnit.SECONDS);
      return ModelShelf.in(jar.resolveSibling("learnt"), edition);
    } catch (IOException e) {
      return ModelShelf.NONE;
    }
  }

  private static Optional<Path> jar() {
    CodeSource source = CertAdvisor.class.getProtectionDomain().getCodeSource();
    if (source == null) {
      return Optional.empty();
    }
    try {
      return Optional.of(Path.of(source.getLocation().toURI())).filter(Files::isRegularFile);
    } catch (URISyntaxException e) {
      return Optional.empty();
    }
  }
}
