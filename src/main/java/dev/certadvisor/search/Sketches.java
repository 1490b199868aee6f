package dev.certadvisor.search;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.lucene.index.BinaryDocValues;
import org.apache.lucene.index.IndexReader;

/**
 * The sketches of an index's passages: in memory where they are few, else read from the index each
 * time.
 */
final class Sketches {

  private final IndexReader index;
  private final List<Sketch> inMemory = new ArrayList<>();

  Sketches(IndexReader index) throws IOException {
    this.index = index;
    if (index.maxDoc() <= IndexFields.MOST_OF_SMALL) {
      for (int number = 0; number < index.maxDoc(); number++) {
        inMemory.add(read(number));
      }
    }
  }

  /** The sketch of a passage. */
  Sketch get(int number) throws IOException {
    return inMemory.isEmpty() ? read(number) : inMemory.get(number);
  }

  private Sketch read(int number) throws IOException {
    BinaryDocValues stored =
        index.leaves().getFirst().reader().getBinaryDocValues(IndexFields.SKETCH);
    if (stored == null || !stored.advanceExact(number)) {
      throw new IllegalStateException("the index holds no sketch of passage " + number);
    }
    return Sketch.decode(stored.binaryValue());
  }
}
