package dev.certadvisor.catalogue;

/**
 * A credential by its exam code, upper case, for example {@code AI-103}.
 *
 * @param code never blank
 */
public record CredentialId(String code) implements Comparable<CredentialId> {

  /**
   * @throws IllegalArgumentException if the code is blank
   */
  public CredentialId {
    if (code.isBlank()) {
      throw new IllegalArgumentException("a credential's code must not be blank");
    }
  }

  @Override
  public int compareTo(CredentialId other) {
    return code.compareTo(other.code);
  }

  @Override
  public String toString() {
    return code;
  }
}
