package dev.certadvisor.decision;

/**
 * A line of work, for example {@code ml-engineering}: one end of the framework's first axis.
 *
 * @param value never blank
 */
public record LineId(String value) {

  /**
   * @throws IllegalArgumentException if the value is blank
   */
  public LineId {
    if (value.isBlank()) {
      throw new IllegalArgumentException("a line of work must not be blank");
    }
  }

  @Override
  public String toString() {
    return value;
  }
}
