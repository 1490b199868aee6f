package dev.certadvisor.search;

import dev.certadvisor.knowledge.Guide;
import dev.certadvisor.knowledge.Passage;
import dev.certadvisor.knowledge.PassageId;
import dev.certadvisor.knowledge.Section;
import dev.certadvisor.knowledge.SectionId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;

/** Guides of any size and questions to them, of words as rare as in English (Zipf's law). */
final class MadeUpGuide {

  private static final int WORDS_OF_A_TITLE = 4;
  private static final int WORDS_OF_A_PASSAGE = 90;
  private static final int WORDS_OF_A_QUESTION = 8;
  private static final int WORDS_OF_A_SENTENCE = 15;

  private final Random random = new Random(7);
  private final List<String> words;

  MadeUpGuide() {
    this.words =
        Resource.lines("background-counts.txt").stream()
            .skip(1)
            .sorted((one, other) -> Integer.compare(count(other), count(one)))
            .map(line -> line.substring(0, line.indexOf(' ')))
            .toList();
  }

  private static int count(String line) {
    return Integer.parseInt(line.substring(line.indexOf(' ') + 1));
  }

  /** A guide of so many sections of one passage. */
  Guide guide(int passages) {
    List<Section> sections = new ArrayList<>(passages);
    for (int i = 0; i < passages; i++) {
      SectionId id = new SectionId("s" + i);
      String title = text(WORDS_OF_A_TITLE);
      Passage passage =
          new Passage(
              new PassageId(id, "p"),
              title,
              text(WORDS_OF_A_PASSAGE) + ".",
              List.of(),
              List.of(),
              List.of(),
              Optional.empty(),
              List.of());
      sections.add(new Section(id, title, "", List.of(passage)));
    }
    return new Guide(sections);
  }

  /** A question. */
  String question() {
    return text(WORDS_OF_A_QUESTION);
  }

  private String text(int length) {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < length; i++) {
      double rank = Math.pow(words.size(), random.nextDouble()) - 1;
      text.append(i % WORDS_OF_A_SENTENCE == WORDS_OF_A_SENTENCE - 1 ? ". A" : "");
      text.append(i == 0 ? "" : " ").append(words.get((int) rank));
    }
    return text.toString();
  }
}
