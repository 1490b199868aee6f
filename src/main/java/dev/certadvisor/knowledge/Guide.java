package dev.certadvisor.knowledge;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Everything that may be quoted.
 *
 * @param sections in reading order, ids unique
 */
public record Guide(List<Section> sections) {

  /** Copies the list. */
  public Guide {
    sections = List.copyOf(sections);
  }

  /** The section of that id, if the guide has one. */
  public Optional<Section> section(SectionId id) {
    return sections.stream().filter(section -> section.id().equals(id)).findFirst();
  }

  /** The title of a section; its id where the guide has none of that id. */
  public String title(SectionId id) {
    return section(id).map(Section::title).orElse(id.value());
  }

  /** All passages in reading order. */
  public Stream<Passage> passages() {
    return sections.stream().flatMap(section -> section.passages().stream());
  }
}
