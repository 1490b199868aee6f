package dev.certadvisor.search;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/** What scoring has to know of all passages together. */
final class Statistics {

  private final Map<Integer, Integer> passagesByGram = new HashMap<>();
  private int passages;
  private long titleWords;
  private long textWords;
  private long sentences;
  private long sentenceWords;
  private long questions;
  private long questionWords;
  private long grams;

  /** Counts a passage. */
  void add(Sketch sketch) {
    passages++;
    titleWords += sketch.title().length();
    sentences += sketch.sentences().size();
    sketch.sentences().forEach(sentence -> sentenceWords += sentence.length());
    questions += sketch.asked().size();
    sketch.asked().forEach(question -> questionWords += question.length());
    Set<Integer> found = new HashSet<>();
    for (Sketch.Run run : sketch.runs()) {
      for (byte[] word : run.words()) {
        grams += Grams.count(word);
        Grams.forEach(word, found::add);
      }
    }
    textWords = sentenceWords + questionWords;
    found.forEach(gram -> passagesByGram.merge(gram, 1, Integer::sum));
  }

  int passages() {
    return passages;
  }

  /** In how many passages a 4-gram stands. */
  int passagesWithGram(int gram) {
    return passagesByGram.getOrDefault(gram, 0);
  }

  double meanTitleWords() {
    return mean(titleWords, passages);
  }

  /** Of text and example questions together. */
  double meanTextWords() {
    return mean(textWords, passages);
  }

  double meanSentenceWords() {
    return mean(sentenceWords, sentences);
  }

  double meanQuestionWords() {
    return mean(questionWords, questions);
  }

  double meanGrams() {
    return mean(grams, passages);
  }

  private static double mean(long sum, long count) {
    return count == 0 ? 1 : Math.max(1, (double) sum / count);
  }
}
