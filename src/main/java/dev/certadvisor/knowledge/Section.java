package dev.certadvisor.knowledge;

import java.util.List;

/**
 * A section of the guide.
 *
 * @param id how citations name it
 * @param title its heading, for people
 * @param summary one to three sentences that say what it is about; shown in topic lists, never
 *     quoted as an answer
 * @param passages in the guide's order
 */
public record Section(SectionId id, String title, String summary, List<Passage> passages) {

  /** Copies the list. */
  public Section {
    passages = List.copyOf(passages);
  }
}
