package dev.certadvisor.decision;

/**
 * A question of the framework, for example {@code daily-work}.
 *
 * @param value never blank
 */
public record QuestionId(String value) {

  /**
   * @throws IllegalArgumentException if the value is blank
   */
  public QuestionId {
    if (value.isBlank()) {
      throw new IllegalArgumentException("a question id must not be blank");
    }
  }

  @Override
  public String toString() {
    return value;
  }
}
