package dev.certadvisor.search;

import java.util.Arrays;
import java.util.List;

/** Measures passages against one question. */
final class PassageScorer {

  private static final double K1 = 1.2;
  private static final double B = 0.75;
  private static final double TITLE_FACTOR = 5;
  private static final int NEAR = 8;

  private final Question question;
  private final Statistics statistics;
  private final HashIndex wordByStem;
  private final HashIndex wordByForm;
  private final HashIndex gramByHash;

  PassageScorer(Question question, Statistics statistics) {
    this.question = question;
    this.statistics = statistics;
    this.wordByStem = new HashIndex(question.words().size());
    this.wordByForm = new HashIndex(question.words().size());
    for (int i = 0; i < question.words().size(); i++) {
      wordByStem.put(Sketch.hash(question.words().get(i).stem()), i);
      wordByForm.put(Sketch.hash(question.words().get(i).form()), i);
    }
    this.gramByHash = new HashIndex(question.grams().size());
    for (int i = 0; i < question.grams().size(); i++) {
      gramByHash.put(question.grams().get(i), i);
    }
  }

  /** Measures a passage. */
  Signals signals(Sketch sketch) {
    double[] inTitle = count(sketch.title());
    double[] inText = new double[inTitle.length];
    int textWords = 0;
    for (Sketch.Run run : sketch.sentences()) {
      add(count(run), inText);
      textWords += run.length();
    }
    for (Sketch.Run run : sketch.asked()) {
      add(count(run), inText);
      textWords += run.length();
    }
    double[] both = inText.clone();
    for (int i = 0; i < both.length; i++) {
      both[i] += TITLE_FACTOR * inTitle[i];
    }
    double length = textWords + TITLE_FACTOR * sketch.title().length();
    double meanLength = statistics.meanTextWords() + TITLE_FACTOR * statistics.meanTitleWords();
    return new Signals(
        bm25(both, length, meanLength),
        best(sketch.sentences(), statistics.meanSentenceWords()),
        grams(sketch),
        coverage(both),
        nearness(sketch),
        exact(sketch),
        bm25(inTitle, sketch.title().length(), statistics.meanTitleWords()),
        best(sketch.asked(), statistics.meanQuestionWords()));
  }

  /** Each sentence's BM25, in the order of the text. */
  double[] sentenceScores(Sketch sketch) {
    return sketch.sentences().stream()
        .mapToDouble(run -> bm25(count(run), run.length(), statistics.meanSentenceWords()))
        .toArray();
  }

  private double best(List<Sketch.Run> runs, double meanLength) {
    double best = 0;
    for (Sketch.Run run : runs) {
      best = Math.max(best, bm25(count(run), run.length(), meanLength));
    }
    return best;
  }

  private double[] count(Sketch.Run run) {
    double[] counts = new double[question.words().size()];
    for (int stem : run.stems()) {
      int word = wordByStem.get(stem);
      if (word >= 0) {
        counts[word]++;
      }
    }
    return counts;
  }

  private static void add(double[] counts, double[] sum) {
    for (int i = 0; i < sum.length; i++) {
      sum[i] += counts[i];
    }
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
    return question.isEmpty() ? 0 : found / question.weight();
  }

  private double exact(Sketch sketch) {
    double[] counts = new double[question.words().size()];
    int length = 0;
    for (Sketch.Run run : sketch.runs()) {
      for (byte[] form : run.words()) {
        int word = wordByForm.get(Sketch.hash(form, 0, form.length));
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
    int[] length = new int[1];
    for (Sketch.Run run : sketch.runs()) {
      for (byte[] word : run.words()) {
        length[0] += Grams.count(word);
        Grams.forEach(
            word,
            hash -> {
              int gram = gramByHash.get(hash);
              if (gram >= 0) {
                counts[gram]++;
              }
            });
      }
    }
    double sum = 0;
    for (int i = 0; i < counts.length; i++) {
      sum += question.gramWeights()[i] * saturate(counts[i], length[0], statistics.meanGrams());
    }
    return sum;
  }

  /** Neighbours of the question within {@value #NEAR} words of each other in the text. */
  private double nearness(Sketch sketch) {
    int words = question.words().size();
    double[] near = new double[words];
    int[] last = new int[words];
    Arrays.fill(last, Integer.MIN_VALUE / 2);
    for (Sketch.Run run : sketch.sentences()) {
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
    double sum = 0;
    for (int i = 0; i + 1 < words; i++) {
      double weight = question.words().get(i).weight() + question.words().get(i + 1).weight();
      sum += weight * near[i] / (near[i] + K1);
    }
    return sum;
  }

  private static void meet(double[] near, int word, int position, int[] last, int other) {
    if (other >= 0 && other < last.length && position - last[other] <= NEAR) {
      near[Math.min(word, other)] += 1.0 / (position - last[other]);
    }
  }
}
