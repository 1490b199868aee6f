package dev.certadvisor.decision;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Finds which question somebody means who calls it by a name: "the cloud question". */
public final class QuestionNames {

  private final List<Name> names = new ArrayList<>();

  /**
   * @param framework whose questions
   */
  public QuestionNames(Framework framework) {
    for (Question question : framework.questions()) {
      names.add(new Name(Phrase.of(question.name()), question));
      names.add(new Name(Phrase.of(question.id().value().replace('-', ' ')), question));
      question.alsoNamed().forEach(also -> names.add(new Name(Phrase.of(also), question)));
    }
  }

  /**
   * The question named in a text; where several are, the one with the longest name.
   *
   * @return empty where none is named
   */
  public Optional<Question> in(String text) {
    List<Words.Word> words = Words.of(text.replace('-', ' '));
    @Nullable Name best = null;
    for (Name name : names) {
      boolean longer = best == null || name.phrase().parts().size() > best.phrase().parts().size();
      if (longer && standsIn(words, name.phrase())) {
        best = name;
      }
    }
    return Optional.ofNullable(best).map(Name::question);
  }

  private static boolean standsIn(List<Words.Word> words, Phrase phrase) {
    for (int place = 0; place < words.size(); place++) {
      if (!phrase.placesAt(words, place).isEmpty()) {
        return true;
      }
    }
    return false;
  }

  private record Name(Phrase phrase, Question question) {}
}
