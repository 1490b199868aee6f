package dev.certadvisor.decision;

/**
 * One of the answers that the framework can give, for example {@code aws-ml}.
 *
 * @param value never blank
 */
public record DirectionId(String value) {

  /**
   * @throws IllegalArgumentException if the value is blank
   */
  public DirectionId {
    if (value.isBlank()) {
      throw new IllegalArgumentException("a direction id must not be blank");
    }
  }

  @Override
  public String toString() {
    return value;
  }
}
