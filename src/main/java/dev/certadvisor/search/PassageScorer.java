package dev.certadvisor.search;

import java.util.Arrays;
import java.util.List;

/** Measures passages against one question. */
final class PassageScorer {

  private static final double K1 = 1.2;
  private static final double B = 0.75;
  private static final int NEAR = 8;
  private static final int LONG_AGO = -1_000_000;

  private final Question question;
  private final Statistics statistics;
  private final double titleFactor;
  private final HashIndex wordByStem;
  private final HashIndex wordByForm;
  private final HashIndex gramByHash;

  PassageScorer(Question question, Statistics statistics, double titleFactor) {
    this.question = question;
    this.statistics = statistics;
    this.titleFactor = titleFactor;
    this.wordByStem =
        new HashIndex(question.words().stream().mapToInt(word -> 1 + word.others().size()).sum());
    this.wordByForm = new HashIndex(question.words().size());
    for (int i = 0; i < question.words().size(); i++) {
      wordByStem.put(Hash.of(question.words().get(i).stem()), i);
      wordByForm.put(Hash.of(question.words().get(i).form()), i);
    }
    for (int i = 0; i < question.words().size(); i++) { // a word's own stem goes before synonyms
      for (String other : question.words().get(i).others()) {
        wordByStem.put(Hash.of(other), i);
      }
    }
    this.gramByHash = new HashIndex(question.grams().size());
    for (int i = 0; i < question.grams().size(); i++) {
      gramByHash.put(question.grams().get(i), i);
    }
  }

  /** Measures a passage. */
  Signals signals(Sketch sketch) {
    double[] inTitle = counts(sketch.title());
    Best sentence = best(sketch.sentences(), statistics.meanSentenceWords());
    Best asked = best(sketch.asked(), statistics.meanQuestionWords());
    double[] everywhere = new double[inTitle.length];
    for (int i = 0; i < everywhere.length; i++) {
      everywhere[i] = sentence.counts[i] + asked.counts[i] + titleFactor * inTitle[i];
    }
    double length = sentence.words + asked.words + titleFactor * sketch.title().length();
    double meanLength = statistics.meanTextWords() + titleFactor * statistics.meanTitleWords();
    return new Signals(
        bm25(everywhere, length, meanLength),
        sentence.score,
        grams(sketch),
        coverage(everywhere),
        nearness(sketch),
        exact(sketch),
        bm25(inTitle, sketch.title().length(), statistics.meanTitleWords()),
        asked.score);
  }

  /**
   * What speaks for a passage holding the answer.
   *
   * @param sketch the passage
   * @param section the probability that the question is for the passage's section
   * @param none the probability that it is for no section
   * @param outside whether the question names something that the guide cannot hold
   */
  @SuppressWarnings("ReferenceEquality") // the title is one of the runs itself, not one like it
  Evidence evidence(Sketch sketch, double section, double none, boolean outside) {
    Signals signals = signals(sketch);
    double fullest = 0;
    for (Run run : sketch.runs()) {
      fullest = run == sketch.title() ? fullest : Math.max(fullest, coverage(counts(run)));
    }
    double weight = question.weight();
    return new Evidence(
        signals.words() / weight, signals.nearness() / weight, fullest, section, none, outside);
  }

  /** Each sentence's BM25, in the order of the text. */
  double[] sentenceScores(Sketch sketch) {
    return sketch.sentences().stream()
        .mapToDouble(run -> bm25(counts(run), run.length(), statistics.meanSentenceWords()))
        .toArray();
  }

  private Best best(List<Run> runs, double meanLength) {
    double[] all = new double[question.words().size()];
    double[] counts = new double[all.length];
    double best = 0;
    int words = 0;
    for (Run run : runs) {
      words += run.length();
      if (count(run, counts)) {
        best = Math.max(best, bm25(counts, run.length(), meanLength));
        for (int i = 0; i < all.length; i++) {
          all[i] += counts[i];
        }
        Arrays.fill(counts, 0);
      }
    }
    return new Best(all, best, words);
  }

  private double[] counts(Run run) {
    double[] counts = new double[question.words().size()];
    count(run, counts);
    return counts;
  }

  /** Adds how often each word of the question stands in a run; tells whether any does. */
  private boolean count(Run run, double[] counts) {
    boolean any = false;
    for (int stem : run.stems()) {
      int word = wordByStem.get(stem);
      if (word >= 0) {
        counts[word]++;
        any = true;
      }
    }
    return any;
  }

  private double bm25(double[] counts, double length, double meanLength) {
    double sum = 0;
    for (int i = 0; i < counts.length; i++) {
      sum += question.words().get(i).weight() * saturate(counts[i], length, meanLength);
    }
    return sum;
  }

  private static double saturate(double count, double length, double meanLength) {
    return count == 0 ? 0 : count / (count + K1 * (1 - B + B * length / meanLength));
  }

  private double coverage(double[] counts) {
    double found = 0;
    for (int i = 0; i < counts.length; i++) {
      found += counts[i] > 0 ? question.words().get(i).weight() : 0;
    }
    return found / question.weight();
  }

  private double exact(Sketch sketch) {
    double[] counts = new double[question.words().size()];
    int length = 0;
    for (Run run : sketch.runs()) {
      for (int i = 0; i < run.length(); i++) {
        int word = wordByForm.get(Hash.of(run.letters(), run.start(i), run.ends()[i]));
        if (word >= 0) {
          counts[word]++;
        }
      }
      length += run.length();
    }
    return bm25(counts, length, statistics.meanTextWords() + statistics.meanTitleWords());
  }

  private double grams(Sketch sketch) {
    int[] counts = new int[question.grams().size()];
    int length = 0;
    for (Run run : sketch.runs()) {
      length += Grams.count(run);
      Grams.forEach(
          run,
          hash -> {
            int gram = gramByHash.get(hash);
            if (gram >= 0) {
              counts[gram]++;
            }
          });
    }
    double sum = 0;
    for (int i = 0; i < counts.length; i++) {
      sum += question.gramWeights()[i] * saturate(counts[i], length, statistics.meanGrams());
    }
    return sum;
  }

  /** Neighbours of the question within {@value #NEAR} words of each other. */
  private double nearness(Sketch sketch) {
    double[] near = new double[question.words().size()];
    meet(sketch.sentences(), near);
    for (Run run : sketch.asked()) {
      meet(List.of(run), near);
    }
    double sum = 0;
    for (int i = 0; i + 1 < near.length; i++) {
      double weight = question.words().get(i).weight() + question.words().get(i + 1).weight();
      sum += weight * near[i] / (near[i] + K1);
    }
    return sum;
  }

  private void meet(List<Run> runs, double[] near) {
    int[] last = new int[near.length];
    Arrays.fill(last, LONG_AGO);
    for (Run run : runs) {
      for (int i = 0; i < run.length(); i++) {
        int word = wordByStem.get(run.stems()[i]);
        if (word >= 0) {
          int position = run.positions()[i];
          meet(near, word, position, last, word - 1);
          meet(near, word, position, last, word + 1);
          last[word] = position;
        }
      }
    }
  }

  private static void meet(double[] near, int word, int position, int[] last, int other) {
    if (other >= 0 && other < last.length && position - last[other] <= NEAR) {
      near[Math.min(word, other)] += 1.0 / (position - last[other]);
    }
  }

  /**
   * How often each word of the question stands in some runs, and how well the best of them fits.
   */
  private record Best(double[] counts, double score, int words) {}
}
