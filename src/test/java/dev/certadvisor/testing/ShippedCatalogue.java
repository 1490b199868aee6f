package dev.certadvisor.testing;

import dev.certadvisor.catalogue.Catalogue;
import dev.certadvisor.pack.PackReader;
import java.nio.file.Path;

/** The catalogue of the shipped pack. */
public final class ShippedCatalogue {

  private ShippedCatalogue() {}

  /**
   * Reads it.
   *
   * @throws IllegalStateException if the pack has mistakes
   */
  public static Catalogue read() {
    return switch (PackReader.read(Path.of("seeds"))) {
      case PackReader.Result.Sound sound -> sound.pack().catalogue();
      case PackReader.Result.Faulty faulty ->
          throw new IllegalStateException(faulty.problems().toString());
    };
  }
}
