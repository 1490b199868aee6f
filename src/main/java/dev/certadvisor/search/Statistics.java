package dev.certadvisor.search;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What scoring has to know of all passages together. */
final class Statistics {

  private final Map<Integer, Integer> passagesByGram = new HashMap<>();
  private final Map<String, Integer> passagesByForm = new HashMap<>();
  private int passages;
  private long titleWords;
  private long sentences;
  private long sentenceWords;
  private long questions;
  private long questionWords;
  private long grams;

  /**
   * Counts a passage.
   *
   * @param sketch the passage
   * @param forms its different words as written
   */
  void add(Sketch sketch, List<String> forms) {
    passages++;
    titleWords += sketch.title().length();
    sentences += sketch.sentences().size();
    sketch.sentences().forEach(sentence -> sentenceWords += sentence.length());
    questions += sketch.asked().size();
    sketch.asked().forEach(question -> questionWords += question.length());
    Set<Integer> found = new HashSet<>();
    for (Run run : sketch.runs()) {
      grams += Grams.count(run);
      Grams.forEach(run, found::add);
    }
    found.forEach(gram -> passagesByGram.merge(gram, 1, Integer::sum));
    forms.forEach(form -> passagesByForm.merge(form, 1, Integer::sum));
  }

  int passages() {
    return passages;
  }

  /** In how many passages a 4-gram stands. */
  int passagesWithGram(int gram) {
    return passagesByGram.getOrDefault(gram, 0);
  }

  /** In how many passages each word as written stands. */
  Map<String, Integer> passagesByForm() {
    return passagesByForm;
  }

  double meanTitleWords() {
    return mean(titleWords, passages);
  }

  /** Of text and example questions together. */
  double meanTextWords() {
    return mean(sentenceWords + questionWords, passages);
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
