package dev.certadvisor.decision;

import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Words that change what the words around them say, and words that say nothing.
 *
 * @param phrases by what they do
 * @param plain words that carry no meaning of their own and need not be reported as unused
 */
public record Cues(Map<Cue, List<Phrase>> phrases, Set<String> plain) {

  /** Copies the collections. */
  public Cues {
    phrases = Map.copyOf(phrases);
    plain = Set.copyOf(plain);
  }
}
