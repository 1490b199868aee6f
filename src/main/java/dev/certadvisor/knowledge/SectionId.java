package dev.certadvisor.knowledge;

/**
 * A section of the guide, as citations name it, for example {@code exam-format}.
 *
 * @param value never blank; unique in a guide
 */
public record SectionId(String value) implements Comparable<SectionId> {

  /**
   * @throws IllegalArgumentException if the value is blank
   */
  public SectionId {
    if (value.isBlank()) {
      throw new IllegalArgumentException("a section id must not be blank");
    }
  }

  @Override
  public int compareTo(SectionId other) {
    return value.compareTo(other.value);
  }

  @Override
  public String toString() {
    return value;
  }
}
