package dev.certadvisor.decision;

/**
 * A platform, for example {@code azure}: one end of the framework's second axis.
 *
 * @param value never blank
 */
public record PlatformId(String value) {

  /**
   * @throws IllegalArgumentException if the value is blank
   */
  public PlatformId {
    if (value.isBlank()) {
      throw new IllegalArgumentException("a platform must not be blank");
    }
  }

  @Override
  public String toString() {
    return value;
  }
}
