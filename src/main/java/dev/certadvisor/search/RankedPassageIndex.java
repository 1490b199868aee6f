package dev.certadvisor.search;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.certadvisor.intent.Vocabulary.Named;
import dev.certadvisor.knowledge.Guide;
import dev.certadvisor.knowledge.KeySentences;
import dev.certadvisor.knowledge.Passage;
import dev.certadvisor.knowledge.PassageIndex;
import dev.certadvisor.knowledge.Query;
import dev.certadvisor.knowledge.Ranking;
import dev.certadvisor.knowledge.Ranking.Correction;
import dev.certadvisor.knowledge.Ranking.Hit;
import dev.certadvisor.search.AskedModel.Guess;
import dev.certadvisor.search.PassageScorer.Measure;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Passages found by their words and ranked by several signals with fixed weights. {@link Postings}
 * find the candidates; what {@link Sketch}es of them say puts them in order.
 */
public final class RankedPassageIndex implements PassageIndex {

  private static final int CANDIDATES = 50;

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
  private final Postings postings;
  private final QuestionReader questions;
  private final Cache<String, Lookup> recent = Caffeine.newBuilder().maximumSize(RECENT).build();

  RankedPassageIndex(
      List<Passage> passages,
      Statistics statistics,
      Understanding understanding,
      Postings postings) {
    this.passages = passages;
    this.labelled = passages.stream().anyMatch(passage -> !passage.subjects().isEmpty());
    this.statistics = statistics;
    this.tuning = understanding.tuning();
    this.asked = understanding.asked();
    this.postings = postings;
    this.questions =
        new QuestionReader(statistics, tuning, understanding.synonyms(), this::passagesWith);
  }

  /**
   * Builds the index of a guide in memory, without synonyms and without keeping anything.
   *
   * @param guide what is found
   */
  public static RankedPassageIndex of(Guide guide) {
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
  public static RankedPassageIndex of(
      Guide guide, List<Named> synonyms, List<String> outOfScope, ModelShelf shelf) {
    return new IndexBuilder(
            Tuning.SHIPPED, new Synonyms(synonyms), new Concepts(synonyms), outOfScope, shelf)
        .build(guide.passages().toList());
  }

  @Override
  public Ranking search(Query query, int limit) {
    Lookup lookup = recent.get(query.text(), this::lookUp);
    if (lookup.candidates().isEmpty()) {
      return new Ranking(List.of(), lookup.corrections());
    }
    List<Candidate> ranked = rank(lookup.candidates(), query, lookup.guess());
    Optional<TwoSides> sides =
        tuning.splitting() && !labelled ? TwoSides.of(query.text()) : Optional.empty();
    if (sides.isPresent()) {
      ranked = rankBySides(sides.get(), ranked, query, lookup);
    }
    List<Hit> hits = new ArrayList<>();
    for (Candidate candidate : ranked.subList(0, Math.min(limit, ranked.size()))) {
      hits.add(hit(candidate, lookup, query.outside()));
    }
    return new Ranking(hits, lookup.corrections());
  }

  @Override
  public KeySentences keySentences(Query query, Hit hit) {
    Question question = recent.get(query.text(), this::lookUp).question();
    return KeySentenceFinder.of(hit.passage().text(), sketch(hit.number()), scorer(question));
  }

  /** All that the words of a query decide, whatever it is about. */
  private Lookup lookUp(String text) {
    List<Correction> corrections = new ArrayList<>();
    Question question = questions.read(text, corrections);
    return new Lookup(
        question, corrections, asked.guess(text), candidates(question, tuning.weights()));
  }

  private PassageScorer scorer(Question question) {
    return new PassageScorer(question, statistics, tuning.titleFactor());
  }

  private int passagesWith(String stem) {
    try {
      return postings.passagesWith(stem);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private Sketch sketch(int number) {
    try {
      return postings.sketch(number);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private List<Candidate> rank(List<Candidate> candidates, Query query, Guess guess) {
    List<Candidate> ranked = new ArrayList<>(candidates.size());
    for (Candidate candidate : candidates) {
      Passage passage = passages.get(candidate.number());
      ranked.add(
          candidate.scored(
              Fit.of(passage, query) * candidate.words()
                  + tuning.section() * guess.support(passage)));
    }
    ranked.sort(Candidate.BEST_FIRST);
    return ranked;
  }

  /** The best of each side first, then all by what both sides give them together. */
  private List<Candidate> rankBySides(
      TwoSides sides, List<Candidate> whole, Query query, Lookup lookup) {
    List<Candidate> first = rankSide(sides.first(), sides.rest(), query, lookup.guess());
    List<Candidate> second = rankSide(sides.second(), sides.rest(), query, lookup.guess());
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
    Map<Integer, Candidate> measured = new HashMap<>();
    whole.forEach(candidate -> measured.put(candidate.number(), candidate));
    PassageScorer scorer = scorer(lookup.question());
    return sums.entrySet().stream()
        .map(entry ->
            measured
                .computeIfAbsent(
                    entry.getKey(),
                    number -> new Candidate(number, scorer.measure(sketch(number)), 0, 0))
                .scored(entry.getValue()))
        .sorted(Candidate.BEST_FIRST)
        .toList();
  }

  private List<Candidate> rankSide(String name, String rest, Query query, Guess guess) {
    return rank(candidates(questions.side(name, rest), tuning.weightsOfSide()), query, guess);
  }

  private List<Candidate> candidates(Question question, Signals weights) {
    if (question.isEmpty() || passages.isEmpty()) {
      return List.of();
    }
    try {
      PassageScorer scorer = scorer(question);
      int[] numbers = postings.candidates(question, CANDIDATES);
      List<Measure> measures = new ArrayList<>(numbers.length);
      for (int number : numbers) {
        measures.add(scorer.measure(postings.sketch(number)));
      }
      Signals largest = Signals.largest(measures.stream().map(Measure::signals).toList());
      List<Candidate> candidates = new ArrayList<>(numbers.length);
      for (int i = 0; i < numbers.length; i++) {
        Measure measure = measures.get(i);
        candidates.add(
            new Candidate(numbers[i], measure, measure.signals().sum(weights, largest), 0));
      }
      return candidates;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private Hit hit(Candidate candidate, Lookup lookup, boolean outside) {
    Passage passage = passages.get(candidate.number());
    Evidence evidence =
        Evidence.of(
            candidate.measure(), lookup.question().weight(), lookup.guess().learnt(), outside);
    return new Hit(candidate.number(), passage, candidate.score(), evidence.probability());
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

  /**
   * A passage that may be a hit.
   *
   * @param number which one
   * @param measure by the whole question
   * @param words what its signals give it together
   * @param score what it is ranked by; 0 until it is
   */
  private record Candidate(int number, Measure measure, double words, double score) {

    /** Equals keep the guide's order. */
    static final Comparator<Candidate> BEST_FIRST =
        Comparator.comparingDouble(Candidate::score).reversed().thenComparingInt(Candidate::number);

    Candidate scored(double sum) {
      return new Candidate(number, measure, words, sum);
    }
  }
}
