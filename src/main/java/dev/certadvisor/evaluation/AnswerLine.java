package dev.certadvisor.evaluation;

import java.util.List;

/**
 * What was answered to a question, as it is written to the file of answers.
 *
 * @param questionId the question
 * @param ranked the best sections, best first, at most ten
 * @param answered whether it is given as an answer
 * @param confidence 0 to 1: how sure it is that the document holds the answer
 * @param answer the words, also where they are not given
 * @param citations the sections they stand in
 * @param quotes the words quoted from there
 * @param latencyMicros from question to answer
 */
record AnswerLine(
    String questionId,
    List<RankedSection> ranked,
    boolean answered,
    double confidence,
    String answer,
    List<String> citations,
    List<String> quotes,
    long latencyMicros) {

  /**
   * A section that was found.
   *
   * @param sectionId which
   * @param score higher is better, comparable within one question only
   */
  record RankedSection(String sectionId, double score) {}
}
