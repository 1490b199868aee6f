package dev.certadvisor.intent;

import dev.certadvisor.intent.Vocabulary.Named;
import dev.certadvisor.intent.Words.Word;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Finds names of one kind in messages. The longest name wins, and no word belongs to two. */
final class NameFinder {

  private final Map<String, List<Name>> namesByFirstWord = new HashMap<>();

  NameFinder(List<Named> things) {
    for (Named thing : things) {
      for (String name : thing.names()) {
        List<String> stems = Words.of(name).stream().map(Word::stem).toList();
        if (!stems.isEmpty()) {
          namesByFirstWord
              .computeIfAbsent(stems.getFirst(), first -> new ArrayList<>())
              .add(new Name(thing.id(), stems));
        }
      }
    }
    Comparator<Name> longestFirst =
        Comparator.comparingInt((Name name) -> name.stems.size()).reversed();
    namesByFirstWord.values().forEach(names -> names.sort(longestFirst));
  }

  /**
   * A thing that is named.
   *
   * @param id which
   * @param from the number of the first word of its name
   * @param to the number after that of the last one
   */
  record Mention(String id, int from, int to) {}

  /** What is named, in order of mention. */
  List<Mention> find(List<Word> words) {
    List<Mention> mentions = new ArrayList<>();
    int at = 0;
    while (at < words.size()) {
      Mention mention = at(words, at);
      if (mention != null) {
        mentions.add(mention);
      }
      at = mention == null ? at + 1 : mention.to();
    }
    return mentions;
  }

  private @Nullable Mention at(List<Word> words, int at) {
    for (Name name : namesByFirstWord.getOrDefault(words.get(at).stem(), List.of())) {
      int to = at + name.stems.size();
      if (to <= words.size() && stands(name, words, at)) {
        return new Mention(name.id, at, to);
      }
    }
    return null;
  }

  private static boolean stands(Name name, List<Word> words, int at) {
    for (int i = 0; i < name.stems.size(); i++) {
      if (!name.stems.get(i).equals(words.get(at + i).stem())) {
        return false;
      }
    }
    return true;
  }

  private record Name(String id, List<String> stems) {}
}
