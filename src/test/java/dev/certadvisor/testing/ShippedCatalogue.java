package dev.certadvisor.testing;

import dev.certadvisor.catalogue.Catalogue;
import dev.certadvisor.pack.CatalogueReader;
import dev.certadvisor.pack.Problems;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The catalogue of the shipped pack. */
public final class ShippedCatalogue {

  private ShippedCatalogue() {}

  /** Its text. */
  public static String text() {
    try {
      return Files.readString(Path.of("seeds/catalogue.yaml"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * Reads it.
   *
   * @throws IllegalStateException if it has mistakes
   */
  public static Catalogue read() {
    Problems problems = new Problems();
    Catalogue catalogue = CatalogueReader.read("catalogue.yaml", text(), problems);
    if (!problems.isEmpty()) {
      throw new IllegalStateException(problems.all().toString());
    }
    return catalogue;
  }
}
