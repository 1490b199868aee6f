package dev.certadvisor.search;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.certadvisor.intent.Vocabulary.Named;
import dev.certadvisor.knowledge.Guide;
import dev.certadvisor.knowledge.Passage;
import dev.certadvisor.knowledge.PassageIndex;
import dev.certadvisor.knowledge.Query;
import dev.certadvisor.knowledge.Ranking;
import dev.certadvisor.knowledge.Ranking.Correction;
import dev.certadvisor.knowledge.Ranking.Hit;
import dev.certadvisor.search.AskedModel.Guess;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.BoostQuery;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.store.ByteBuffersDirectory;
import org.apache.lucene.store.Directory;

/**
 * Passages found with Lucene and ranked by several signals with fixed weights. Lucene's inverted
 * index finds the candidates; what stored {@link Sketch}es of them say puts them in order.
 */
public final class LucenePassageIndex implements PassageIndex {

  private static final int CANDIDATES = 50;
  private static final float GRAM_BOOST = 0.15f;

  /**
   * One message may ask the same several times: whether the guide answers, for the answer, for each
   * side. This many texts cover the messages that are answered at the same time.
   */
  private static final int RECENT = 64;

  private final List<Passage> passages;
  private final Statistics statistics;
  private final Tuning tuning;

  /** Whether passages say which subject they are about; comparisons then go by that. */
  private final boolean labelled;

  private final AskedModel asked;
  private final Directory directory;
  private final IndexSearcher searcher;
  private final Sketches sketches;
  private final QuestionReader questions;
  private final Cache<String, Lookup> recent = Caffeine.newBuilder().maximumSize(RECENT).build();

  private LucenePassageIndex(
      List<Passage> passages,
      Statistics statistics,
      Understanding understanding,
      Directory directory,
      DirectoryReader reader)
      throws IOException {
    this.passages = passages;
    this.labelled = passages.stream().anyMatch(passage -> !passage.subjects().isEmpty());
    this.statistics = statistics;
    this.tuning = understanding.tuning();
    this.asked = understanding.asked();
    this.directory = directory;
    this.searcher = new IndexSearcher(reader);
    this.sketches = new Sketches(reader);
    this.questions =
        new QuestionReader(statistics, tuning, understanding.synonyms(), this::passagesWith);
  }

  public static LucenePassageIndex of(Guide guide) {
    return of(guide, List.of(), List.of(), ModelShelf.NONE);
  }

  /**
   * Builds the index of a guide in memory.
   *
   * @param guide what is found
   * @param synonyms words that mean the same, under the word or words that the guide uses; the
   *     model of the example questions counts them as one, too
   * @param outOfScope messages that the guide does not answer, to learn from
   * @param shelf keeps what is learnt for the next time
   */
  public static LucenePassageIndex of(
      Guide guide, List<Named> synonyms, List<String> outOfScope, ModelShelf shelf) {
    return new IndexBuilder(
            Tuning.SHIPPED, new Synonyms(synonyms), new Concepts(synonyms), outOfScope, shelf)
        .build(guide.passages().toList(), new ByteBuffersDirectory());
  }

  static LucenePassageIndex open(
      List<Passage> passages,
      Statistics statistics,
      Understanding understanding,
      Directory directory)
      throws IOException {
    return new LucenePassageIndex(
        passages, statistics, understanding, directory, DirectoryReader.open(directory));
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
    Lookup lookup = recent.get(query.text(), this::lookUp);
    if (lookup.candidates().isEmpty()) {
      return new Ranking(List.of(), lookup.corrections());
    }
    Guess guess = lookup.guess();
    List<Candidate> ranked = rank(lookup.candidates(), tuning.weights(), query, guess);
    Optional<TwoSides> sides =
        tuning.splitting() && !labelled ? TwoSides.of(query.text()) : Optional.empty();
    if (sides.isPresent()) {
      ranked = rankBySides(sides.get(), ranked, query, guess);
    }
    PassageScorer scorer = scorer(lookup.question());
    List<Hit> hits =
        ranked.stream()
            .limit(limit)
            .map(candidate -> hit(candidate, scorer, guess, query.outside()))
            .toList();
    return new Ranking(hits, lookup.corrections());
  }

  /** All that the words of a query decide, whatever it is about. */
  private Lookup lookUp(String text) {
    List<Correction> corrections = new ArrayList<>();
    Question question = questions.read(text, corrections);
    return new Lookup(question, corrections, asked.guess(text), candidates(question));
  }

  private PassageScorer scorer(Question question) {
    return new PassageScorer(question, statistics, tuning.titleFactor());
  }

  private int passagesWith(String stem) {
    try {
      return searcher.getIndexReader().docFreq(new Term(IndexFields.STEMS, stem));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private List<Candidate> rank(
      List<Candidate> candidates, Signals weights, Query query, Guess guess) {
    Signals largest = Signals.largest(candidates.stream().map(Candidate::signals).toList());
    return candidates.stream()
        .map(candidate -> {
          Passage passage = passages.get(candidate.number());
          double words = candidate.signals().sum(weights, largest);
          return candidate.scored(
              Fit.of(passage, query) * words + tuning.section() * guess.of(passage));
        })
        .sorted(Candidate.BEST_FIRST)
        .toList();
  }

  /** The best of each side first, then all by what both sides give them together. */
  private List<Candidate> rankBySides(
      TwoSides sides, List<Candidate> whole, Query query, Guess guess) {
    Signals weights = tuning.weightsOfSide();
    List<Candidate> first =
        rank(candidates(questions.side(sides.first(), sides.rest())), weights, query, guess);
    List<Candidate> second =
        rank(candidates(questions.side(sides.second(), sides.rest())), weights, query, guess);
    if (first.isEmpty() || second.isEmpty()) {
      return whole;
    }
    Map<Integer, Double> sums = new HashMap<>();
    whole.forEach(candidate -> sums.put(candidate.number(), 0.0));
    first.forEach(candidate -> sums.merge(candidate.number(), candidate.score(), Double::sum));
    second.forEach(candidate -> sums.merge(candidate.number(), candidate.score(), Double::sum));
    double most = sums.values().stream().mapToDouble(Double::doubleValue).max().orElse(0);
    sums.merge(first.getFirst().number(), most, Double::sum);
    sums.merge(second.getFirst().number(), most, Double::sum);
    Map<Integer, Candidate> found = new HashMap<>();
    Stream.of(second, first, whole)
        .flatMap(List::stream)
        .forEach(candidate -> found.put(candidate.number(), candidate));
    return found.values().stream()
        .map(candidate -> candidate.scored(sums.getOrDefault(candidate.number(), 0.0)))
        .sorted(Candidate.BEST_FIRST)
        .toList();
  }

  private List<Candidate> candidates(Question question) {
    if (question.isEmpty() || passages.isEmpty()) {
      return List.of();
    }
    try {
      ScoreDoc[] found = searcher.search(candidateQuery(question), CANDIDATES).scoreDocs;
      int[] numbers = Arrays.stream(found).mapToInt(hit -> hit.doc).sorted().toArray();
      PassageScorer scorer = scorer(question);
      List<Candidate> candidates = new ArrayList<>(numbers.length);
      for (int number : numbers) {
        Sketch sketch = sketches.get(number);
        candidates.add(new Candidate(number, sketch, scorer.signals(sketch), 0));
      }
      return candidates;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private BooleanQuery candidateQuery(Question question) {
    BooleanQuery.Builder any = new BooleanQuery.Builder();
    for (Question.Word word : question.words()) {
      any.add(new TermQuery(new Term(IndexFields.STEMS, word.stem())), Occur.SHOULD);
      for (String other : word.others()) {
        any.add(new TermQuery(new Term(IndexFields.STEMS, other)), Occur.SHOULD);
      }
    }
    if (passages.size() <= IndexFields.MOST_OF_SMALL) {
      for (int gram : question.grams()) {
        TermQuery query = new TermQuery(new Term(IndexFields.GRAMS, IndexFields.gram(gram)));
        any.add(new BoostQuery(query, GRAM_BOOST), Occur.SHOULD);
      }
    }
    return any.build();
  }

  private Hit hit(Candidate candidate, PassageScorer scorer, Guess guess, boolean outside) {
    Passage passage = passages.get(candidate.number());
    KeySentences key = KeySentences.of(passage.text(), candidate.sketch(), scorer);
    Evidence evidence = scorer.evidence(candidate.sketch(), guess.learntOf(passage), outside);
    return new Hit(passage, candidate.score(), evidence.probability(), key.sentences(), key.best());
  }

  /**
   * What the words of a query decide.
   *
   * @param question as it was read
   * @param corrections what was read as something else
   * @param guess which section it is likely to be for
   * @param candidates passages in the guide's order, measured and not yet scored
   */
  private record Lookup(
      Question question, List<Correction> corrections, Guess guess, List<Candidate> candidates) {}

  private record Candidate(int number, Sketch sketch, Signals signals, double score) {

    /** Equals keep the guide's order. */
    static final Comparator<Candidate> BEST_FIRST =
        Comparator.comparingDouble(Candidate::score).reversed().thenComparingInt(Candidate::number);

    Candidate scored(double sum) {
      return new Candidate(number, sketch, signals, sum);
    }
  }
}
