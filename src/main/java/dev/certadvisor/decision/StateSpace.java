package dev.certadvisor.decision;

import java.util.ArrayList;
import java.util.List;

/**
 * Every combination of answers to a framework, complete or not, numbered. The number's digits, one
 * per question, are 0 for a question that is open and the choice's place plus 1 for one that is
 * answered.
 */
final class StateSpace {

  /** More than this would neither fit the memory nor the time that an author waits. */
  static final int MOST_STATES = 50_000_000;

  private final Scoring scoring;
  private final int[] radix;
  private final int[] weight;
  private final int size;

  private StateSpace(Scoring scoring, int[] radix, int[] weight, int size) {
    this.scoring = scoring;
    this.radix = radix;
    this.weight = weight;
    this.size = size;
  }

  /**
   * The combinations of a framework.
   *
   * @throws IllegalArgumentException if there are more than {@link #MOST_STATES}
   */
  static StateSpace of(Scoring scoring) {
    int questions = scoring.questions();
    int[] radix = new int[questions];
    int[] weight = new int[questions];
    long size = 1;
    for (int q = 0; q < questions; q++) {
      radix[q] = scoring.choices(q) + 1;
      weight[q] = (int) size;
      size *= radix[q];
      if (size > MOST_STATES) {
        throw new IllegalArgumentException(
            "more than " + MOST_STATES + " combinations of answers; use fewer questions");
      }
    }
    return new StateSpace(scoring, radix, weight, (int) size);
  }

  int size() {
    return size;
  }

  Scoring scoring() {
    return scoring;
  }

  /** The choice's place, or -1 where the question is open. */
  int choice(int state, int question) {
    return state / weight[question] % radix[question] - 1;
  }

  /** The same combination with another answer to one question. */
  int with(int state, int question, int choice) {
    return state + (choice - choice(state, question)) * weight[question];
  }

  int open(int state) {
    int open = 0;
    for (int q = 0; q < radix.length; q++) {
      if (choice(state, q) < 0) {
        open |= 1 << q;
      }
    }
    return open;
  }

  boolean isComplete(int state) {
    return open(state) == 0;
  }

  /** The sum of both axes. */
  int sum(int state) {
    return line(state) + platform(state);
  }

  int line(int state) {
    int sum = 0;
    for (int q = 0; q < radix.length; q++) {
      int choice = choice(state, q);
      sum += choice < 0 ? 0 : scoring.line(q, choice);
    }
    return sum;
  }

  int platform(int state) {
    int sum = 0;
    for (int q = 0; q < radix.length; q++) {
      int choice = choice(state, q);
      sum += choice < 0 ? 0 : scoring.platform(q, choice);
    }
    return sum;
  }

  /** The combination as choices. */
  Profile profile(int state) {
    List<Choice> choices = new ArrayList<>();
    for (int q = 0; q < radix.length; q++) {
      int choice = choice(state, q);
      if (choice >= 0) {
        Question question = scoring.framework().questions().get(q);
        choices.add(new Choice(question.id(), question.choices().get(choice).id()));
      }
    }
    return new Profile(choices);
  }
}
