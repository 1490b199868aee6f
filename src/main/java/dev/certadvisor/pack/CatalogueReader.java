package dev.certadvisor.pack;

import dev.certadvisor.catalogue.Catalogue;

/** Reads and checks {@code catalogue.yaml}. */
final class CatalogueReader {

  private CatalogueReader() {}

  /**
   * The catalogue that a file describes. What is wrong is noted and left out, so that the result
   * may be used only where there are no problems.
   *
   * @param file for messages
   * @param text the YAML
   */
  static Catalogue read(String file, String text, Problems problems) {
    throw new UnsupportedOperationException(YamlNode.parse(file, 1, text, problems).file());
  }
}
