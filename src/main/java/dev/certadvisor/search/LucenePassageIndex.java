package dev.certadvisor.search;

import dev.certadvisor.knowledge.Guide;
import dev.certadvisor.knowledge.Passage;
import dev.certadvisor.knowledge.PassageIndex;
import dev.certadvisor.knowledge.Query;
import dev.certadvisor.knowledge.Ranking;
import dev.certadvisor.knowledge.Ranking.Correction;
import dev.certadvisor.knowledge.Ranking.Hit;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import org.apache.lucene.index.BinaryDocValues;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.LeafReader;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.BoostQuery;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.store.Directory;

/**
 * Passages found with Lucene and ranked by seven signals with fixed weights. Lucene's inverted
 * index finds the candidates; what stored {@link Sketch}es of them say puts them in order.
 */
public final class LucenePassageIndex implements PassageIndex {

  private static final int LONGEST_QUERY = 2_000;
  private static final int CANDIDATES = 50;
  private static final float GRAM_BOOST = 0.15f;
  private static final int MOST_CORRECTIONS = 8;

  private final List<Passage> passages;
  private final Statistics statistics;
  private final Tuning tuning;
  private final Directory directory;
  private final IndexSearcher searcher;
  private final Spelling spelling;

  private LucenePassageIndex(
      List<Passage> passages,
      Statistics statistics,
      Tuning tuning,
      Directory directory,
      DirectoryReader reader) {
    this.passages = passages;
    this.statistics = statistics;
    this.tuning = tuning;
    this.directory = directory;
    this.searcher = new IndexSearcher(reader);
    this.spelling = new Spelling(statistics.passagesByForm());
  }

  /** Builds the index of a guide in memory. */
  public static LucenePassageIndex of(Guide guide) {
    return IndexBuilder.build(guide.passages().toList(), Tuning.SHIPPED);
  }

  static LucenePassageIndex open(
      List<Passage> passages, Statistics statistics, Tuning tuning, Directory directory)
      throws IOException {
    return new LucenePassageIndex(
        passages, statistics, tuning, directory, DirectoryReader.open(directory));
  }

  /** How many bytes the index takes, the passages themselves aside. */
  public long sizeInBytes() {
    try {
      long size = 0;
      for (String file : directory.listAll()) {
        size += directory.fileLength(file);
      }
      return size;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public Ranking search(Query query, int limit) {
    List<Correction> corrections = new ArrayList<>();
    Question question = question(query.text(), corrections);
    if (question.isEmpty() || passages.isEmpty()) {
      return new Ranking(List.of(), 0, corrections);
    }
    try {
      return rank(question, limit, corrections);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private Question question(String text, List<Correction> corrections) {
    String read = text.length() > LONGEST_QUERY ? text.substring(0, LONGEST_QUERY) : text;
    List<Token> tokens = EnglishWords.OF_QUESTIONS.tokens(read);
    if (tokens.isEmpty()) {
      tokens = EnglishWords.OF_TEXT.tokens(read);
    }
    List<Token> corrected = new ArrayList<>(tokens.size());
    for (Token token : tokens) {
      corrected.add(corrections.size() < MOST_CORRECTIONS ? corrected(token, corrections) : token);
    }
    return Question.of(corrected, statistics, tuning, this::passagesWith);
  }

  private Token corrected(Token token, List<Correction> corrections) {
    if (!tuning.correcting()
        || tuning.background().knows(token.stem())
        || passagesWith(token.stem()) > 0) {
      return token;
    }
    return spelling
        .correct(token.word())
        .map(word -> {
          corrections.add(new Correction(token.word(), word));
          Token read = EnglishWords.OF_TEXT.tokens(word).getFirst();
          return new Token(read.stem(), read.word(), token.position(), token.start(), token.end());
        })
        .orElse(token);
  }

  private int passagesWith(String stem) {
    try {
      return searcher.getIndexReader().docFreq(new Term(IndexFields.STEMS, stem));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private Ranking rank(Question question, int limit, List<Correction> corrections)
      throws IOException {
    PassageScorer scorer = new PassageScorer(question, statistics, tuning.titleFactor());
    List<Candidate> candidates = candidates(question, scorer);
    Signals largest = Signals.largest(candidates.stream().map(Candidate::signals).toList());
    List<Candidate> ranked =
        candidates.stream()
            .map(candidate -> candidate.scored(tuning.weights(), largest))
            .sorted(Candidate.BEST_FIRST)
            .limit(limit)
            .toList();
    double confidence =
        ranked.isEmpty()
            ? 0
            : scorer
                .evidence(ranked.getFirst().sketch(), ranked.getFirst().signals())
                .probability();
    List<Hit> hits = ranked.stream().map(candidate -> hit(candidate, scorer)).toList();
    return new Ranking(hits, confidence, corrections);
  }

  private List<Candidate> candidates(Question question, PassageScorer scorer) throws IOException {
    ScoreDoc[] found = searcher.search(candidateQuery(question), CANDIDATES).scoreDocs;
    int[] numbers = new int[found.length];
    for (int i = 0; i < found.length; i++) {
      numbers[i] = found[i].doc;
    }
    Arrays.sort(numbers); // doc values are read forwards only
    LeafReader leaf = searcher.getIndexReader().leaves().getFirst().reader();
    BinaryDocValues sketches = leaf.getBinaryDocValues(IndexFields.SKETCH);
    List<Candidate> candidates = new ArrayList<>(numbers.length);
    for (int number : numbers) {
      sketches.advanceExact(number);
      Sketch sketch = Sketch.decode(sketches.binaryValue());
      candidates.add(new Candidate(number, sketch, scorer.signals(sketch), 0));
    }
    return candidates;
  }

  private BooleanQuery candidateQuery(Question question) {
    BooleanQuery.Builder any = new BooleanQuery.Builder();
    for (Question.Word word : question.words()) {
      any.add(new TermQuery(new Term(IndexFields.STEMS, word.stem())), Occur.SHOULD);
    }
    if (passages.size() <= IndexFields.MOST_WITH_GRAMS) {
      for (int gram : question.grams()) {
        TermQuery query = new TermQuery(new Term(IndexFields.GRAMS, IndexFields.gram(gram)));
        any.add(new BoostQuery(query, GRAM_BOOST), Occur.SHOULD);
      }
    }
    return any.build();
  }

  private Hit hit(Candidate candidate, PassageScorer scorer) {
    Passage passage = passages.get(candidate.number());
    KeySentences key = KeySentences.of(passage.text(), candidate.sketch(), scorer);
    return new Hit(
        passage, candidate.score(), candidate.signals().coverage(), key.sentences(), key.best());
  }

  private record Candidate(int number, Sketch sketch, Signals signals, double score) {

    /** Equals keep the guide's order. */
    static final Comparator<Candidate> BEST_FIRST =
        Comparator.comparingDouble(Candidate::score).reversed().thenComparingInt(Candidate::number);

    Candidate scored(Signals weights, Signals largest) {
      return new Candidate(number, sketch, signals, signals.sum(weights, largest));
    }
  }
}
