package dev.certadvisor.knowledge;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Everything that may be quoted. */
public final class Guide {

  private final List<Section> sections;
  private final Map<SectionId, Section> byId = new HashMap<>();

  /**
   * @param sections in reading order, ids unique
   */
  public Guide(List<Section> sections) {
    this.sections = List.copyOf(sections);
    this.sections.forEach(section -> byId.putIfAbsent(section.id(), section));
  }

  /** All sections in reading order. */
  public List<Section> sections() {
    return sections;
  }

  /** The section of that id, if the guide has one. */
  public Optional<Section> section(SectionId id) {
    return Optional.ofNullable(byId.get(id));
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
