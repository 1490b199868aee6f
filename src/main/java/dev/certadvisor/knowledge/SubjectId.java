package dev.certadvisor.knowledge;

/**
 * One of the things that the guide compares, for example {@code aws}.
 *
 * @param value never blank
 */
public record SubjectId(String value) implements Comparable<SubjectId> {

  /**
   * @throws IllegalArgumentException if the value is blank
   */
  public SubjectId {
    if (value.isBlank()) {
      throw new IllegalArgumentException("a subject id must not be blank");
    }
  }

  @Override
  public int compareTo(SubjectId other) {
    return value.compareTo(other.value);
  }

  @Override
  public String toString() {
    return value;
  }
}
