package dev.certadvisor.search;

import dev.certadvisor.knowledge.Passage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.lucene.analysis.core.KeywordAnalyzer;
import org.apache.lucene.codecs.PostingsFormat;
import org.apache.lucene.codecs.lucene104.Lucene104Codec;
import org.apache.lucene.codecs.memory.DirectPostingsFormat;
import org.apache.lucene.document.BinaryDocValuesField;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.FieldType;
import org.apache.lucene.index.IndexOptions;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.LogDocMergePolicy;
import org.apache.lucene.store.Directory;

/** Writes indexes: one document a passage, in the guide's order, in one segment. */
final class IndexBuilder {

  private static final FieldType SCORED = scored();

  private final Tuning tuning;
  private final Synonyms synonyms;
  private final Concepts concepts;
  private final List<String> outOfScope;
  private final ModelShelf shelf;

  /**
   * @param tuning the numbers that ranking goes by
   * @param synonyms what words of questions may be called else
   * @param concepts what words mean in common
   * @param outOfScope messages that no passage answers
   * @param shelf keeps what is learnt
   */
  IndexBuilder(
      Tuning tuning,
      Synonyms synonyms,
      Concepts concepts,
      List<String> outOfScope,
      ModelShelf shelf) {
    this.concepts = concepts;
    this.tuning = tuning;
    this.synonyms = synonyms;
    this.outOfScope = List.copyOf(outOfScope);
    this.shelf = shelf;
  }

  /** Builds an index in memory, or takes the one that is kept. */
  RankedPassageIndex build(List<Passage> passages) {
    return passages.size() > IndexFields.MOST_OF_SMALL
        ? build(passages, WrittenIndex.inMemory())
        : opened(passages, shelf.get("index", WrittenIndex.FORM, () -> inMemory(passages)));
  }

  private WrittenIndex inMemory(List<Passage> passages) {
    try {
      return write(passages, WrittenIndex.inMemory());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * Builds an index.
   *
   * @param passages in the guide's order
   * @param directory where to; empty
   */
  RankedPassageIndex build(List<Passage> passages, Directory directory) {
    try {
      return opened(passages, write(passages, directory));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private RankedPassageIndex opened(List<Passage> passages, WrittenIndex index) {
    try {
      return new RankedPassageIndex(
          passages,
          index.statistics(),
          new Understanding(tuning, synonyms, AskedModel.of(passages, outOfScope, concepts, shelf)),
          new Postings(index.directory()));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Writes an index in an empty directory. */
  static WrittenIndex write(List<Passage> passages, Directory directory) throws IOException {
    boolean small = passages.size() <= IndexFields.MOST_OF_SMALL;
    // this merge policy keeps the order of documents, which decides ties
    IndexWriterConfig config =
        new IndexWriterConfig(new KeywordAnalyzer()).setMergePolicy(new LogDocMergePolicy());
    config.setUseCompoundFile(false); // or the only segment would be written twice
    if (small) {
      config.setCodec(new ReadyCodec());
    }
    Statistics statistics = new Statistics();
    try (IndexWriter writer = new IndexWriter(directory, config)) {
      for (Passage passage : passages) {
        writer.addDocument(document(passage, small, statistics));
      }
      writer.forceMerge(1);
    }
    return new WrittenIndex(directory, statistics);
  }

  private static Document document(Passage passage, boolean withGrams, Statistics statistics) {
    PassageTokens words = PassageTokens.of(passage);
    Sketch sketch = Sketch.of(passage.text(), words);
    Document document = new Document();
    document.add(new BinaryDocValuesField(IndexFields.SKETCH, sketch.encode()));
    List<Token> tokens = words.all();
    List<String> stems = tokens.stream().map(Token::stem).toList();
    statistics.add(sketch, tokens.stream().map(Token::word).distinct().toList());
    document.add(new Field(IndexFields.STEMS, new ListTokenStream(stems), SCORED));
    if (withGrams) {
      List<String> grams = new ArrayList<>();
      for (Token token : tokens) {
        Grams.forEach(token.word(), gram -> grams.add(IndexFields.gram(gram)));
      }
      document.add(new Field(IndexFields.GRAMS, new ListTokenStream(grams), SCORED));
    }
    return document;
  }

  private static FieldType scored() {
    FieldType type = new FieldType();
    type.setIndexOptions(IndexOptions.DOCS_AND_FREQS);
    type.setTokenized(true);
    type.freeze();
    return type;
  }

  /** Lucene's own, but its terms and lists are kept unpacked once they have been read. */
  private static final class ReadyCodec extends Lucene104Codec {

    private static final PostingsFormat UNPACKED = new DirectPostingsFormat();

    @Override
    public PostingsFormat getPostingsFormatForField(String field) {
      return UNPACKED;
    }
  }
}
