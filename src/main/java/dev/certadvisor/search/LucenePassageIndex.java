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
  private static final Signals WEIGHTS = new Signals(1, 0.5, 0.5, 0.5, 0.2, 0.3, 0.15, 0.5);

  private final List<Passage> passages;
  private final Statistics statistics;
  private final Background background;
  private final Directory directory;
  private final IndexSearcher searcher;
  private final SpellingCorrector spelling;

  private LucenePassageIndex(
      List<Passage> passages,
      Statistics statistics,
      Background background,
      Directory directory,
      DirectoryReader reader) {
    this.passages = passages;
    this.statistics = statistics;
    this.background = background;
    this.directory = directory;
    this.searcher = new IndexSearcher(reader);
    this.spelling = new SpellingCorrector(reader, IndexFields.FORMS);
  }

  /** Builds the index of a guide in memory. */
  public static LucenePassageIndex of(Guide guide) {
    return IndexBuilder.build(guide.passages().toList());
  }

  static LucenePassageIndex open(List<Passage> passages, Statistics statistics, Directory directory)
      throws IOException {
    return new LucenePassageIndex(
        passages, statistics, Background.SHIPPED, directory, DirectoryReader.open(directory));
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
      return ranking(rank(question, limit), corrections);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Ranking ranking(List<Hit> hits, List<Correction> corrections) {
    double confidence = hits.isEmpty() ? 0 : hits.getFirst().coverage();
    return new Ranking(hits, confidence, corrections);
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
    return Question.of(corrected, statistics, background, this::passagesWith);
  }

  private Token corrected(Token token, List<Correction> corrections) {
    if (background.knows(token.stem()) || passagesWith(token.stem()) > 0) {
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

  private List<Hit> rank(Question question, int limit) throws IOException {
    List<Candidate> candidates = candidates(question);
    Signals largest = Signals.largest(candidates.stream().map(Candidate::signals).toList());
    Comparator<Candidate> best =
        Comparator.comparingDouble(
            (Candidate candidate) -> -candidate.signals().sum(WEIGHTS, largest));
    PassageScorer scorer = new PassageScorer(question, statistics);
    return candidates.stream()
        .sorted(best.thenComparingInt(Candidate::number))
        .limit(limit)
        .map(candidate -> hit(candidate, candidate.signals().sum(WEIGHTS, largest), scorer))
        .toList();
  }

  private List<Candidate> candidates(Question question) throws IOException {
    PassageScorer scorer = new PassageScorer(question, statistics);
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
      candidates.add(new Candidate(number, sketch, scorer.signals(sketch)));
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

  private Hit hit(Candidate candidate, double score, PassageScorer scorer) {
    Passage passage = passages.get(candidate.number());
    KeySentences key = KeySentences.of(passage.text(), candidate.sketch(), scorer);
    return new Hit(passage, score, candidate.signals().coverage(), key.sentences(), key.best());
  }

  private record Candidate(int number, Sketch sketch, Signals signals) {}
}
