package dev.certadvisor.search;

import java.util.Arrays;
import java.util.List;

/**
 * Postings of a small guide. It gives the candidates that Lucene would give, by the same formula,
 * and without what opening so many short lists costs there (ADR 58).
 */
final class PostingsInMemory implements Postings {

  /** Above this many, 4-grams cost more time than finding candidates by them is worth. */
  static final int MOST = 10_000;

  /** What a 4-gram counts beside a word. */
  private static final float GRAM_BOOST = 0.15f;

  private final List<Sketch> sketches;
  private final InvertedList stems;
  private final InvertedList grams;

  /** Of passages in the guide's order, at most {@value #MOST}. */
  PostingsInMemory(List<Sketch> sketches) {
    this.sketches = List.copyOf(sketches);
    this.stems = InvertedList.of(sketches.stream().map(sketch -> sketch.stems().tally()).toList());
    this.grams = InvertedList.of(sketches.stream().map(Sketch::grams).toList());
  }

  @Override
  public int passagesWith(String stem) {
    return stems.passagesWith(Hash.of(stem));
  }

  @Override
  public int[] candidates(Question question, int most) {
    double[] scores = new double[sketches.size()];
    for (Question.Word word : question.words()) {
      stems.addScores(Hash.of(word.stem()), 1, scores);
      for (String other : word.others()) {
        stems.addScores(Hash.of(other), 1, scores);
      }
    }
    for (int gram : question.grams()) {
      grams.addScores(gram, GRAM_BOOST, scores);
    }
    return best(scores, most);
  }

  /** The numbers of the greatest scores above 0, rising; of equals the first. */
  private static int[] best(double[] scores, int most) {
    long[] best = new long[most]; // rising; each has the score above the number's complement
    int kept = 0;
    for (int number = 0; number < scores.length; number++) {
      if (scores[number] > 0) {
        long entry =
            ((long) Float.floatToIntBits((float) scores[number]) << Integer.SIZE)
                | (~number & 0xffff_ffffL);
        if (kept < most) {
          insert(best, kept++, entry);
        } else if (entry > best[0]) {
          System.arraycopy(best, 1, best, 0, most - 1);
          insert(best, most - 1, entry);
        }
      }
    }
    int[] numbers = new int[kept];
    for (int i = 0; i < kept; i++) {
      numbers[i] = ~(int) best[i];
    }
    Arrays.sort(numbers);
    return numbers;
  }

  private static void insert(long[] rising, int length, long entry) {
    int at = ~Arrays.binarySearch(rising, 0, length, entry);
    System.arraycopy(rising, at, rising, at + 1, length - at);
    rising[at] = entry;
  }

  @Override
  public Sketch sketch(int number) {
    return sketches.get(number);
  }

  @Override
  public long sizeInBytes() {
    return stems.sizeInBytes()
        + grams.sizeInBytes()
        + sketches.stream().mapToLong(sketch -> sketch.encode().length).sum();
  }
}
