package dev.certadvisor.search;

import dev.certadvisor.intent.Vocabulary.Named;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What else a word of a question may be called in the guide. */
final class Synonyms {

  /** No word is called anything else. */
  static final Synonyms NONE = new Synonyms(List.of());

  private final Map<String, List<String>> stemsByStem = new HashMap<>();
  private final Map<String, List<Token>> longFormByStem = new HashMap<>();

  /**
   * @param groups words that mean the same, under the word that the guide uses; where that consists
   *     of several words, the others are read as it
   */
  Synonyms(List<Named> groups) {
    for (Named group : groups) {
      List<Token> meant = EnglishWords.OF_TEXT.tokens(group.id());
      Set<String> stems = new LinkedHashSet<>();
      for (String name : group.names()) {
        List<Token> tokens = EnglishWords.OF_TEXT.tokens(name);
        if (tokens.size() == 1) {
          stems.add(tokens.getFirst().stem());
        }
      }
      if (meant.size() == 1) {
        stems.add(meant.getFirst().stem());
        stems.forEach(stem -> add(stem, stems));
      } else {
        stems.forEach(stem -> longFormByStem.put(stem, meant));
      }
    }
  }

  private void add(String stem, Set<String> group) {
    List<String> others = stemsByStem.computeIfAbsent(stem, key -> new ArrayList<>());
    group.stream()
        .filter(other -> !other.equals(stem) && !others.contains(other))
        .forEach(others::add);
  }

  /** Other stems that mean the same as this one. */
  List<String> of(String stem) {
    return stemsByStem.getOrDefault(stem, List.of());
  }

  /** The words that a short form stands for, or the word itself. */
  List<Token> spelledOut(Token token) {
    return longFormByStem.getOrDefault(token.stem(), List.of(token));
  }
}
