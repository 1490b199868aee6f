package dev.certadvisor.search;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Measures passages against one question. Looks up the question's words in the passage, so that the
 * work goes by what both have in common and not by the passage's length. Not for several threads.
 */
final class PassageScorer {

  private static final double K1 = 1.2;
  private static final double B = 0.75;
  private static final int NEAR = 8;
  private static final int LONG_AGO = -1_000_000;

  private final Statistics statistics;
  private final double titleFactor;
  private final double[] weights;
  private final double allWeight;
  private final Term[] stems;
  private final Term[] grams;
  private final double[] gramWeights;

  /** Where the passage at hand meets the question: a place and the question's word, packed. */
  private long[] meetings = new long[64];

  PassageScorer(Question question, Statistics statistics, double titleFactor) {
    List<Question.Word> words = question.words();
    this.statistics = statistics;
    this.titleFactor = titleFactor;
    this.weights = words.stream().mapToDouble(Question.Word::weight).toArray();
    this.allWeight = question.weight();
    this.gramWeights = question.gramWeights();
    Map<Integer, Integer> wordByStem = new LinkedHashMap<>();
    for (int i = 0; i < words.size(); i++) {
      wordByStem.putIfAbsent(Hash.of(words.get(i).stem()), i);
    }
    for (int i = 0; i < words.size(); i++) { // a word's own stem goes before synonyms
      for (String other : words.get(i).others()) {
        wordByStem.putIfAbsent(Hash.of(other), i);
      }
    }
    this.stems = terms(wordByStem);
    this.grams = new Term[question.grams().size()];
    Arrays.setAll(grams, i -> new Term(question.grams().get(i), i));
  }

  private static Term[] terms(Map<Integer, Integer> numbers) {
    return numbers.entrySet().stream()
        .map(entry -> new Term(entry.getKey(), entry.getValue()))
        .toArray(Term[]::new);
  }

  /** Measures a passage. */
  Measure measure(Sketch sketch) {
    Words words = words(sketch);
    Signals signals =
        new Signals(
            words.everywhere,
            words.bestSentence,
            bm25(gramWeights, grams, sketch.grams(), statistics.meanGrams()),
            words.coverage,
            words.nearness,
            words.title,
            words.bestAsked);
    return new Measure(signals, words.fullest);
  }

  /** What each sentence says to the question, in the order of the text. */
  List<SentenceFit> sentences(Sketch sketch) {
    double[] scores = words(sketch).byRun;
    boolean[][] held = new boolean[sketch.runs()][weights.length];
    int met = meet(sketch);
    int run = 0;
    for (int i = 0; i < met; i++) {
      run = runOf(sketch, (int) (meetings[i] >>> Integer.SIZE), run - 1);
      held[run][(int) meetings[i]] = true;
    }
    List<SentenceFit> fits = new ArrayList<>();
    for (int sentence = Sketch.TEXT; sentence < sketch.asked(); sentence++) {
      fits.add(new SentenceFit(scores[sentence] / allWeight, held[sentence]));
    }
    return fits;
  }

  /** 0 to 1: the share of the question's word weight that one sentence holds and another lacks. */
  double added(SentenceFit by, SentenceFit to) {
    double added = 0;
    for (int i = 0; i < weights.length; i++) {
      added += by.holds[i] && !to.holds[i] ? weights[i] : 0;
    }
    return added / allWeight;
  }

  /** Goes once through the places where the passage has a word of the question. */
  private Words words(Sketch sketch) {
    int met = meet(sketch);
    Words words = new Words(sketch.runs(), weights.length);
    int run = -1;
    for (int i = 0; i < met; i++) {
      int place = (int) (meetings[i] >>> Integer.SIZE);
      int word = (int) meetings[i];
      if (run < 0 || (run + 1 < sketch.runs() && place >= sketch.starts()[run + 1])) {
        leave(words, sketch, run);
        run = runOf(sketch, place, run);
      }
      words.inRun[word]++;
      if (run != Sketch.TITLE) {
        words.near(place, word);
      }
    }
    leave(words, sketch, run);
    words.sum(sketch);
    return words;
  }

  private static int runOf(Sketch sketch, int place, int after) {
    int run = after + 1;
    while ((run + 1 < sketch.runs() && place >= sketch.starts()[run + 1])) {
      run++;
    }
    return run;
  }

  /** Finds the meetings of a passage, in the order of their places. */
  private int meet(Sketch sketch) {
    Places places = sketch.stems();
    int met = 0;
    for (Term term : stems) {
      int found = places.find(term.hash());
      if (found >= 0) {
        int end = places.ends()[found];
        for (int at = places.start(found); at < end; at++) {
          if (met == meetings.length) {
            meetings = Arrays.copyOf(meetings, 2 * met);
          }
          meetings[met++] = ((long) places.places()[at] << Integer.SIZE) | term.number();
        }
      }
    }
    Arrays.sort(meetings, 0, met);
    return met;
  }

  /** Adds what a run was good for. */
  private void leave(Words words, Sketch sketch, int run) {
    if (run < 0) {
      return;
    }
    int length = sketch.lengths()[run];
    double[] counts = words.inRun;
    if (run == Sketch.TITLE) {
      words.title = bm25(counts, length, statistics.meanTitleWords());
      add(counts, words.inTitle);
    } else {
      boolean isText = run < sketch.asked();
      double mean = isText ? statistics.meanSentenceWords() : statistics.meanQuestionWords();
      words.byRun[run] = bm25(counts, length, mean);
      words.fullest = Math.max(words.fullest, coverage(counts));
      add(counts, words.inText);
    }
    Arrays.fill(counts, 0);
  }

  private static void add(double[] counts, double[] sums) {
    for (int i = 0; i < sums.length; i++) {
      sums[i] += counts[i];
    }
  }

  private double bm25(double[] counts, double length, double meanLength) {
    double sum = 0;
    for (int i = 0; i < counts.length; i++) {
      sum += weights[i] * saturate(counts[i], length, meanLength);
    }
    return sum;
  }

  private static double bm25(double[] weights, Term[] terms, Tally tally, double meanLength) {
    double sum = 0;
    for (Term term : terms) {
      sum += weights[term.number()] * saturate(tally.count(term.hash()), tally.total(), meanLength);
    }
    return sum;
  }

  private static double saturate(double count, double length, double meanLength) {
    return count == 0 ? 0 : count / (count + K1 * (1 - B + B * length / meanLength));
  }

  private double coverage(double[] counts) {
    double found = 0;
    for (int i = 0; i < counts.length; i++) {
      found += counts[i] > 0 ? weights[i] : 0;
    }
    return found / allWeight;
  }

  /**
   * Something of the question that is looked up in passages.
   *
   * @param hash what it is known by
   * @param number which of the question's words or 4-grams it is
   */
  private record Term(int hash, int number) {}

  /**
   * What a passage is to a question.
   *
   * @param signals how well it fits
   * @param fullest 0 to 1: the most of the question's word weight that one sentence or one example
   *     question holds
   */
  record Measure(Signals signals, double fullest) {}

  /**
   * What one sentence says to a question.
   *
   * @param score 0 to 1: its BM25 in parts of the question's weight
   * @param holds which words of the question stand in it
   */
  record SentenceFit(double score, boolean[] holds) {}

  /** What a passage has of the question's words. */
  private final class Words {

    private final double[] inRun;
    private final double[] inTitle;
    private final double[] inText;
    private final double[] near;
    private final int[] last;
    private final double[] byRun;
    private double title;
    private double everywhere;
    private double coverage;
    private double nearness;
    private double bestSentence;
    private double bestAsked;
    private double fullest;

    Words(int runs, int words) {
      this.inRun = new double[words];
      this.inTitle = new double[words];
      this.inText = new double[words];
      this.near = new double[words];
      this.last = new int[words];
      this.byRun = new double[runs];
      Arrays.fill(last, LONG_AGO);
    }

    /** Neighbours of the question within {@value #NEAR} words of each other. */
    void near(int place, int word) {
      meet(place, word, word - 1);
      meet(place, word, word + 1);
      last[word] = place;
    }

    private void meet(int place, int word, int other) {
      if (other >= 0 && other < last.length && place - last[other] <= NEAR) {
        near[Math.min(word, other)] += 1.0 / (place - last[other]);
      }
    }

    /** Makes the passage's figures of those of its runs. */
    void sum(Sketch sketch) {
      for (int i = 0; i < inText.length; i++) {
        inText[i] += titleFactor * inTitle[i];
      }
      double titleWords = titleFactor * sketch.lengths()[Sketch.TITLE];
      everywhere =
          bm25(
              inText,
              sketch.words(Sketch.TEXT, sketch.runs()) + titleWords,
              statistics.meanTextWords() + titleFactor * statistics.meanTitleWords());
      coverage = PassageScorer.this.coverage(inText);
      for (int i = 0; i + 1 < near.length; i++) {
        nearness += (weights[i] + weights[i + 1]) * near[i] / (near[i] + K1);
      }
      bestSentence = largest(Sketch.TEXT, sketch.asked());
      bestAsked = largest(sketch.asked(), sketch.runs());
    }

    private double largest(int from, int to) {
      double largest = 0;
      for (int run = from; run < to; run++) {
        largest = Math.max(largest, byRun[run]);
      }
      return largest;
    }
  }
}
