package dev.certadvisor.evaluation;

/** A running mean. */
final class Mean {

  private double sum;
  private int count;

  void add(double value) {
    sum += value;
    count++;
  }

  void add(boolean right) {
    add(right ? 1 : 0);
  }

  int count() {
    return count;
  }

  /** The mean, or 0 of nothing. */
  double value() {
    return count == 0 ? 0 : sum / count;
  }

  double rounded() {
    return Report.round(value());
  }
}
