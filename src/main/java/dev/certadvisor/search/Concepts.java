package dev.certadvisor.search;

import dev.certadvisor.intent.Vocabulary.Named;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What words of a question mean in common, so that what is learnt of one of them holds for all:
 * "doctorate" and "phd" are both a degree.
 */
final class Concepts {

  /** No word means anything in common with another. */
  static final Concepts NONE = new Concepts(List.of());

  private final Map<String, List<Name>> namesByFirstStem = new HashMap<>();

  /**
   * @param groups words that mean the same, under the word that stands for them
   */
  Concepts(List<Named> groups) {
    for (Named group : groups) {
      String mark = "z" + group.id().replaceAll("[^\\p{L}\\p{N}]", "");
      add(mark, group.id());
      group.names().forEach(name -> add(mark, name));
    }
    namesByFirstStem
        .values()
        .forEach(names ->
            names.sort(Comparator.comparingInt((Name name) -> name.stems.size()).reversed()));
  }

  private void add(String mark, String name) {
    List<String> stems = stems(name);
    if (!stems.isEmpty()) {
      namesByFirstStem
          .computeIfAbsent(stems.getFirst(), stem -> new ArrayList<>())
          .add(new Name(mark, stems));
    }
  }

  private static List<String> stems(String text) {
    return EnglishWords.OF_TEXT.tokens(text).stream().map(Token::stem).toList();
  }

  /** The text with a mark for each meaning that is in it. */
  String marked(String text) {
    List<String> stems = stems(text);
    Set<String> marks = new LinkedHashSet<>();
    for (int at = 0; at < stems.size(); at++) {
      for (Name name : namesByFirstStem.getOrDefault(stems.get(at), List.of())) {
        int to = at + name.stems.size();
        if (to <= stems.size() && name.stems.equals(stems.subList(at, to))) {
          marks.add(name.mark);
        }
      }
    }
    return marks.isEmpty() ? text : text + " " + String.join(" ", marks);
  }

  private record Name(String mark, List<String> stems) {}
}
