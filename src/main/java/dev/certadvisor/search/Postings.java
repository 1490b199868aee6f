package dev.certadvisor.search;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.apache.lucene.index.BinaryDocValues;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.BoostQuery;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.store.Directory;

/**
 * Which passages have which words, and what there is to measure of each: Lucene's inverted index
 * and the sketches that it stores. Sketches of small guides are kept ready, those of others are
 * read each time.
 */
final class Postings {

  /** What a 4-gram counts beside a word. */
  private static final float GRAM_BOOST = 0.15f;

  private final DirectoryReader index;
  private final IndexSearcher searcher;
  private final boolean small;
  private final List<Sketch> ready = new ArrayList<>();

  /** Opens an index that is complete and of one segment. */
  Postings(Directory directory) throws IOException {
    this.index = DirectoryReader.open(directory);
    this.searcher = new IndexSearcher(index);
    searcher.setQueryCache(null); // no question comes twice so soon
    this.small = index.maxDoc() <= IndexFields.MOST_OF_SMALL;
    for (int number = 0; small && number < index.maxDoc(); number++) {
      ready.add(read(number));
    }
  }

  /** In how many passages a stem stands. */
  int passagesWith(String stem) throws IOException {
    return index.docFreq(new Term(IndexFields.STEMS, stem));
  }

  /**
   * The passages that have most of a question's words and, in small guides, 4-grams, going by BM25;
   * equals go by the guide's order.
   *
   * @param question what is looked for
   * @param most how many at most, at least 1
   * @return their numbers, rising
   */
  int[] candidates(Question question, int most) throws IOException {
    List<Query> any = new ArrayList<>();
    question.words().forEach(word -> any.add(stem(word.stem())));
    question.words().forEach(word -> word.others().forEach(other -> any.add(stem(other))));
    if (small) {
      for (int gram : question.grams()) {
        TermQuery query = new TermQuery(new Term(IndexFields.GRAMS, IndexFields.gram(gram)));
        any.add(new BoostQuery(query, GRAM_BOOST));
      }
    }
    BooleanQuery.Builder query = new BooleanQuery.Builder();
    // a pasted key has more 4-grams than Lucene takes clauses; words come first
    any.stream()
        .limit(IndexSearcher.getMaxClauseCount())
        .forEach(clause -> query.add(clause, Occur.SHOULD));
    ScoreDoc[] found = searcher.search(query.build(), most).scoreDocs;
    int[] numbers = new int[found.length];
    for (int i = 0; i < found.length; i++) {
      numbers[i] = found[i].doc;
    }
    Arrays.sort(numbers);
    return numbers;
  }

  private static TermQuery stem(String stem) {
    return new TermQuery(new Term(IndexFields.STEMS, stem));
  }

  /** What there is to measure of a passage. */
  Sketch sketch(int number) throws IOException {
    return small ? ready.get(number) : read(number);
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
