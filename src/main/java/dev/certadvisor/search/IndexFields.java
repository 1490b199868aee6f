package dev.certadvisor.search;

/** The fields of the index and what they hold. */
final class IndexFields {

  /** Stems of title, text and example questions. */
  static final String STEMS = "stems";

  /** The {@link Sketch}. */
  static final String SKETCH = "sketch";

  private IndexFields() {}
}
