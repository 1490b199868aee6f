package dev.certadvisor.bench;

import java.util.Locale;

/**
 * What one run of one subject showed.
 *
 * @param acksPerSecond acknowledged in a flood
 * @param answersPerSecond answered, from the flood's first request to its last answer; not a number
 *     where the subject does not answer
 * @param cpuMicros processor time a request of the flood, with its answer
 * @param ackMedian milliseconds at the steady rate
 * @param ackP99 milliseconds at the steady rate
 * @param answerMedian milliseconds from a request's being due to its answer's arrival
 * @param answerP99 likewise
 * @param refused requests of the steady load without a 200
 * @param lost messages acknowledged and never answered
 * @param twice answers that came twice
 * @param startMegabytes resident memory once it is ready
 * @param endMegabytes resident memory after all requests
 * @param requests how many it had acknowledged by then
 */
record Figures(
    double acksPerSecond,
    double answersPerSecond,
    double cpuMicros,
    double ackMedian,
    double ackP99,
    double answerMedian,
    double answerP99,
    int refused,
    int lost,
    int twice,
    int startMegabytes,
    int endMegabytes,
    int requests) {

  @Override
  public String toString() {
    return String.format(
        Locale.ROOT,
        "%.0f acks/s, %.0f answers/s, %.0f us, ack %.2f / %.1f ms, answer %.1f / %.0f ms, %d refused,"
            + " %d lost, %d twice, %d -> %d MB after %d requests",
        acksPerSecond,
        answersPerSecond,
        cpuMicros,
        ackMedian,
        ackP99,
        answerMedian,
        answerP99,
        refused,
        lost,
        twice,
        startMegabytes,
        endMegabytes,
        requests);
  }
}
