package dev.certadvisor.knowledge;

/**
 * A passage of the guide: its section and its name in it.
 *
 * @param section the section that citations of the passage name
 * @param name never blank; unique in the section
 */
public record PassageId(SectionId section, String name) implements Comparable<PassageId> {

  /**
   * @throws IllegalArgumentException if the name is blank
   */
  public PassageId {
    if (name.isBlank()) {
      throw new IllegalArgumentException("a passage of " + section + " has a blank name");
    }
  }

  @Override
  public int compareTo(PassageId other) {
    int bySection = section.compareTo(other.section);
    return bySection != 0 ? bySection : name.compareTo(other.name);
  }

  @Override
  public String toString() {
    return section + "/" + name;
  }
}
