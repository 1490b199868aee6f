package dev.certadvisor.search;

import dev.certadvisor.knowledge.KeySentences;
import dev.certadvisor.search.PassageScorer.SentenceFit;
import java.util.List;
import java.util.function.IntToDoubleFunction;
import java.util.stream.Stream;

/** Finds the sentences of a passage that answer a question. */
final class KeySentenceFinder {

  /** In parts of the best sentence's score: below it a second one says nothing of its own. */
  private static final double LITTLE = 0.5;

  private KeySentenceFinder() {}

  /**
   * The sentence that fits best, and the one that says most of what the first leaves open. Where no
   * other says much, the answer runs on.
   *
   * @param text of the passage
   */
  static KeySentences of(String text, Sketch sketch, PassageScorer scorer) {
    List<SentenceFit> fits = scorer.sentences(sketch);
    if (fits.isEmpty()) {
      return new KeySentences(List.of(), text);
    }
    int best = most(fits.size(), -1, i -> fits.get(i).score());
    String first = slice(text, sketch, best);
    if (fits.size() == 1) {
      return new KeySentences(List.of(first), first);
    }
    int other = second(fits, best, scorer);
    return new KeySentences(
        Stream.of(best, other).sorted().map(i -> slice(text, sketch, i)).toList(), first);
  }

  private static int second(List<SentenceFit> fits, int best, PassageScorer scorer) {
    SentenceFit first = fits.get(best);
    IntToDoubleFunction worth = i -> fits.get(i).score() + scorer.added(fits.get(i), first);
    int second = most(fits.size(), best, worth);
    if (worth.applyAsDouble(second) >= LITTLE * first.score()) {
      return second;
    }
    return best + 1 < fits.size() ? best + 1 : best - 1;
  }

  /** The first of the places with the greatest worth. */
  private static int most(int places, int except, IntToDoubleFunction worth) {
    int most = -1;
    for (int i = 0; i < places; i++) {
      if (i != except && (most < 0 || worth.applyAsDouble(i) > worth.applyAsDouble(most))) {
        most = i;
      }
    }
    return most;
  }

  private static String slice(String text, Sketch sketch, int sentence) {
    Sentences.Span span = sketch.spans().get(sentence);
    return text.substring(span.start(), span.end());
  }
}
