package dev.certadvisor.knowledge;

import java.util.List;
import java.util.Optional;

/**
 * The smallest piece of the guide that is quoted: one idea that can be read alone.
 *
 * @param id the section and the passage's name in it
 * @param title what the passage says, as a headline
 * @param text the exact words to quote; white space folded to single blanks, paragraphs parted by
 *     one blank line
 * @param subjects the subjects it speaks of; empty where it speaks of none in particular
 * @param topics words of the pack's topic list, most fitting first
 * @param claims numbers of the claims that it carries, in the pack's own inventory; may be empty
 * @param now what holds today where the text describes what has changed or is opinion; shown with
 *     every quote
 * @param asked example questions that it answers, as people would type them; indexed with it
 */
public record Passage(
    PassageId id,
    String title,
    String text,
    List<SubjectId> subjects,
    List<String> topics,
    List<Integer> claims,
    Optional<String> now,
    List<String> asked) {

  /** Copies the lists. */
  public Passage {
    subjects = List.copyOf(subjects);
    topics = List.copyOf(topics);
    claims = List.copyOf(claims);
    asked = List.copyOf(asked);
  }
}
