package dev.certadvisor.search;

import dev.certadvisor.knowledge.Passage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.lucene.analysis.core.KeywordAnalyzer;
import org.apache.lucene.document.BinaryDocValuesField;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.FieldType;
import org.apache.lucene.index.IndexOptions;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.LogDocMergePolicy;
import org.apache.lucene.store.ByteBuffersDirectory;
import org.apache.lucene.store.Directory;

/**
 * Makes indexes: of small guides in memory, of others with Lucene, where each passage is a
 * document, in the guide's order, in one segment.
 */
final class IndexBuilder {

  private static final FieldType SCORED = scored();

  private final Statistics statistics = new Statistics();
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

  /** Builds an index in memory. Only once. */
  RankedPassageIndex build(List<Passage> passages) {
    return build(passages, new ByteBuffersDirectory());
  }

  /**
   * Builds an index. Only once.
   *
   * @param passages in the guide's order
   * @param directory empty; takes the index of a guide that is too large to be kept in memory
   */
  RankedPassageIndex build(List<Passage> passages, Directory directory) {
    try {
      Postings postings =
          passages.size() <= PostingsInMemory.MOST
              ? new PostingsInMemory(
                  passages.stream().map(passage -> sketch(passage, tokens(passage))).toList())
              : written(passages, directory);
      return new RankedPassageIndex(
          passages,
          statistics,
          new Understanding(tuning, synonyms, AskedModel.of(passages, outOfScope, concepts, shelf)),
          postings);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** A passage's sketch; counts it, too. */
  private Sketch sketch(Passage passage, List<Token> tokens) {
    Sketch sketch = Sketch.of(passage);
    statistics.add(sketch, tokens.stream().map(Token::word).distinct().toList());
    return sketch;
  }

  /** Writes the index of a large guide in an empty directory and opens it. */
  PostingsInLucene written(List<Passage> passages, Directory directory) throws IOException {
    // this merge policy keeps the order of documents, which decides ties
    IndexWriterConfig config =
        new IndexWriterConfig(new KeywordAnalyzer()).setMergePolicy(new LogDocMergePolicy());
    try (IndexWriter writer = new IndexWriter(directory, config)) {
      for (Passage passage : passages) {
        writer.addDocument(document(passage));
      }
      writer.forceMerge(1);
    }
    return new PostingsInLucene(directory);
  }

  private Document document(Passage passage) {
    List<Token> tokens = tokens(passage);
    List<String> stems = tokens.stream().map(Token::stem).toList();
    Document document = new Document();
    document.add(new BinaryDocValuesField(IndexFields.SKETCH, sketch(passage, tokens).encode()));
    document.add(new Field(IndexFields.STEMS, new ListTokenStream(stems), SCORED));
    return document;
  }

  private static List<Token> tokens(Passage passage) {
    List<Token> tokens = new ArrayList<>(EnglishWords.OF_TEXT.tokens(passage.title()));
    tokens.addAll(EnglishWords.OF_TEXT.tokens(passage.text()));
    passage.asked().forEach(asked -> tokens.addAll(EnglishWords.OF_TEXT.tokens(asked)));
    return tokens;
  }

  private static FieldType scored() {
    FieldType type = new FieldType();
    type.setIndexOptions(IndexOptions.DOCS_AND_FREQS);
    type.setTokenized(true);
    type.freeze();
    return type;
  }
}
