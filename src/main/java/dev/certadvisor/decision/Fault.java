package dev.certadvisor.decision;

/**
 * What an audit finds wrong with a framework.
 *
 * @param place what has to be changed
 * @param message what is wrong, in a sentence
 */
public record Fault(Place place, String message) {

  /** A part of a framework. */
  public sealed interface Place {

    /** All of it: weights and margin taken together. */
    record Whole() implements Place {}

    /**
     * One question and its choices.
     *
     * @param id the question's
     */
    record OfQuestion(QuestionId id) implements Place {}

    /**
     * What to sit in one corner.
     *
     * @param line the corner's line of work
     * @param platform the corner's platform
     */
    record OfCorner(LineId line, PlatformId platform) implements Place {}

    /**
     * The first step on one platform.
     *
     * @param platform the platform
     */
    record OfFirstStep(PlatformId platform) implements Place {}

    /**
     * A rule of the guide.
     *
     * @param rule its words
     */
    record OfRule(String rule) implements Place {}
  }
}
