package dev.certadvisor.decision;

import static dev.certadvisor.decision.Scoring.has;
import static dev.certadvisor.decision.Scoring.without;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Which question comes next. It depends on nothing but the set of open questions and the sum so
 * far, so that what was worked out once is kept.
 */
final class Policy {

  /** No question is open. */
  static final int NONE = -1;

  /** Differences in bits below this are rounding: such questions are equals. */
  private static final double EQUAL = 1e-9;

  private final Scoring scoring;
  private final Map<Long, Integer> next = new ConcurrentHashMap<>();
  private final Map<Long, Integer> longest = new ConcurrentHashMap<>();

  Policy(Scoring scoring) {
    this.scoring = scoring;
  }

  /** The place of the most informative open question, or {@link #NONE}. */
  int mostInformative(int open, int sum) {
    return next.computeIfAbsent(key(open, sum), key -> search(open, sum));
  }

  /** How many bits of the uncertainty about the direction an answer takes away on average. */
  double gain(int question, int sum) {
    return Math.max(0, Odds.entropy(Odds.share(sum)) - expectedEntropy(question, sum));
  }

  private int search(int open, int sum) {
    int best = NONE;
    double least = Double.POSITIVE_INFINITY;
    for (int q = 0; q < scoring.questions(); q++) {
      if (has(open, q)) {
        double left = expectedEntropy(q, sum);
        if (left < least - EQUAL) {
          least = left;
          best = q;
        }
      }
    }
    return best;
  }

  /**
   * The uncertainty that is left on average once a question is answered. How likely each answer is
   * follows from what it says: a choice with evidence e is exp(e) times as likely among people whom
   * the first direction fits as among the others.
   */
  private double expectedEntropy(int question, int sum) {
    double share = Odds.share(sum);
    double allFirst = 0;
    double allSecond = 0;
    for (int c = 0; c < scoring.choices(question); c++) {
      allFirst += likelihood(scoring.score(question, c));
      allSecond += likelihood(-scoring.score(question, c));
    }
    double expected = 0;
    for (int c = 0; c < scoring.choices(question); c++) {
      double first = share * likelihood(scoring.score(question, c)) / allFirst;
      double second = (1 - share) * likelihood(-scoring.score(question, c)) / allSecond;
      expected += (first + second) * Odds.entropy(first / (first + second));
    }
    return expected;
  }

  private static double likelihood(int score) {
    return Math.exp(Odds.logOdds(score) / 2);
  }

  /** Whether no answer to the open questions can change the verdict. */
  boolean isSettled(int open, int sum) {
    Scoring.Range range = scoring.scoreRange(open);
    return scoring.verdict(sum + range.low()) == scoring.verdict(sum + range.high());
  }

  /** The most questions that can still come before it is settled. */
  int longest(int open, int sum) {
    Integer known = longest.get(key(open, sum));
    if (known != null) {
      return known;
    }
    int most = 0;
    if (!isSettled(open, sum)) {
      int question = mostInformative(open, sum);
      for (int c = 0; c < scoring.choices(question); c++) {
        int score = scoring.score(question, c);
        most = Math.max(most, 1 + longest(without(open, question), sum + score));
      }
    }
    longest.put(key(open, sum), most);
    return most;
  }

  private static long key(int open, int sum) {
    return ((long) open << Integer.SIZE) | (sum & 0xffff_ffffL);
  }
}
