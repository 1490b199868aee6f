package dev.certadvisor.decision;

/**
 * One of a question's choices, unique in its question, for example {@code not-sure}.
 *
 * @param value never blank
 */
public record ChoiceId(String value) {

  /**
   * @throws IllegalArgumentException if the value is blank
   */
  public ChoiceId {
    if (value.isBlank()) {
      throw new IllegalArgumentException("a choice id must not be blank");
    }
  }

  @Override
  public String toString() {
    return value;
  }
}
