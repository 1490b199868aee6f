package dev.certadvisor.search;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

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
    titleWords += sketch.words(Sketch.TITLE, Sketch.TEXT);
    sentences += sketch.asked() - Sketch.TEXT;
    sentenceWords += sketch.words(Sketch.TEXT, sketch.asked());
    questions += sketch.runs() - sketch.asked();
    questionWords += sketch.words(sketch.asked(), sketch.runs());
    grams += sketch.grams().total();
    for (int gram : sketch.grams().hashes()) {
      passagesByGram.merge(gram, 1, Integer::sum);
    }
    forms.forEach(form -> passagesByForm.merge(form, 1, Integer::sum));
  }

  /** Writes them for {@link #read}. */
  void write(DataOutputStream out) throws IOException {
    out.writeInt(passages);
    for (long sum :
        new long[] {titleWords, sentences, sentenceWords, questions, questionWords, grams}) {
      out.writeLong(sum);
    }
    out.writeInt(passagesByGram.size());
    for (Map.Entry<Integer, Integer> gram : passagesByGram.entrySet()) {
      out.writeInt(gram.getKey());
      out.writeInt(gram.getValue());
    }
    out.writeInt(passagesByForm.size());
    for (Map.Entry<String, Integer> form : passagesByForm.entrySet()) {
      out.writeUTF(form.getKey());
      out.writeInt(form.getValue());
    }
  }

  /** Reads what {@link #write} has written. */
  static Statistics read(DataInputStream in) throws IOException {
    Statistics read = new Statistics();
    read.passages = in.readInt();
    read.titleWords = in.readLong();
    read.sentences = in.readLong();
    read.sentenceWords = in.readLong();
    read.questions = in.readLong();
    read.questionWords = in.readLong();
    read.grams = in.readLong();
    for (int left = in.readInt(); left > 0; left--) {
      read.passagesByGram.put(in.readInt(), in.readInt());
    }
    for (int left = in.readInt(); left > 0; left--) {
      read.passagesByForm.put(in.readUTF(), in.readInt());
    }
    return read;
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
