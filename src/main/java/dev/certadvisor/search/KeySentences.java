package dev.certadvisor.search;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/**
 * The sentences of a passage that answer a question.
 *
 * @param sentences the best two in the order of the text, or the only one; exact slices
 * @param best the best one of them; empty only where the text is
 */
record KeySentences(List<String> sentences, String best) {

  private static final int MOST = 2;

  static KeySentences of(String text, Sketch sketch, PassageScorer scorer) {
    double[] scores = scorer.sentenceScores(sketch);
    List<Integer> ranked =
        new ArrayList<>(
            IntStream.range(0, scores.length)
                .boxed()
                .sorted(Comparator.comparingDouble((Integer i) -> -scores[i]))
                .limit(MOST)
                .toList());
    if (ranked.isEmpty()) {
      return new KeySentences(List.of(), text);
    }
    String best = slice(text, sketch.spans().get(ranked.getFirst()));
    ranked.sort(Comparator.naturalOrder());
    return new KeySentences(
        ranked.stream().map(i -> slice(text, sketch.spans().get(i))).toList(), best);
  }

  private static String slice(String text, Sentences.Span span) {
    return text.substring(span.start(), span.end());
  }
}
