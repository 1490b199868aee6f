package dev.certadvisor.decision;

import java.util.List;

/**
 * A framework's evidence as plain arrays, questions and choices by their place in the framework.
 * Sets of questions are bit sets.
 */
final class Scoring {

  /** More questions than this are refused: sets of them have to fit the bits of an {@code int}. */
  static final int MOST_QUESTIONS = 30;

  private final Framework framework;
  private final int[][] line;
  private final int[][] platform;
  private final int[][] score;

  /**
   * @throws IllegalArgumentException if the framework has more than {@link #MOST_QUESTIONS}
   */
  Scoring(Framework framework) {
    List<Question> questions = framework.questions();
    if (questions.size() > MOST_QUESTIONS) {
      throw new IllegalArgumentException(
          questions.size() + " questions; at most " + MOST_QUESTIONS + " are allowed");
    }
    this.framework = framework;
    line = new int[questions.size()][];
    platform = new int[questions.size()][];
    score = new int[questions.size()][];
    for (int q = 0; q < questions.size(); q++) {
      List<ChoiceOption> choices = questions.get(q).choices();
      line[q] = choices.stream().mapToInt(option -> option.evidence().line()).toArray();
      platform[q] = choices.stream().mapToInt(option -> option.evidence().platform()).toArray();
      score[q] = choices.stream().mapToInt(option -> option.evidence().score()).toArray();
    }
  }

  Framework framework() {
    return framework;
  }

  int questions() {
    return score.length;
  }

  int choices(int question) {
    return score[question].length;
  }

  int score(int question, int choice) {
    return score[question][choice];
  }

  int line(int question, int choice) {
    return line[question][choice];
  }

  int platform(int question, int choice) {
    return platform[question][choice];
  }

  /** The result of a sum: 1 for the first direction, -1 for the second, 0 for too close to call. */
  int verdict(int sum) {
    return Math.abs(sum) < framework.margin() ? 0 : Integer.signum(sum);
  }

  /** All questions. */
  int all() {
    return (1 << score.length) - 1;
  }

  /** The questions that a profile leaves open. */
  int open(Profile profile) {
    int open = 0;
    for (int q = 0; q < score.length; q++) {
      if (!profile.answers(framework.questions().get(q).id())) {
        open |= 1 << q;
      }
    }
    return open;
  }

  static boolean has(int set, int question) {
    return (set >> question & 1) == 1;
  }

  static int without(int set, int question) {
    return set & ~(1 << question);
  }

  /** What the open questions can add up to on the sum of both axes. */
  Range scoreRange(int open) {
    return range(score, open);
  }

  /** What the open questions can add up to on the axis between the lines of work. */
  Range lineRange(int open) {
    return range(line, open);
  }

  /** What the open questions can add up to on the axis between the platforms. */
  Range platformRange(int open) {
    return range(platform, open);
  }

  private static Range range(int[][] values, int open) {
    int low = 0;
    int high = 0;
    for (int q = 0; q < values.length; q++) {
      if (has(open, q)) {
        int least = Integer.MAX_VALUE;
        int most = Integer.MIN_VALUE;
        for (int value : values[q]) {
          least = Math.min(least, value);
          most = Math.max(most, value);
        }
        low += least;
        high += most;
      }
    }
    return new Range(low, high);
  }

  /**
   * The least and the most that open questions can add. Both can be reached, since every question
   * can be answered freely.
   */
  record Range(int low, int high) {}
}
