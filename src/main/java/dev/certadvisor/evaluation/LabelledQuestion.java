package dev.certadvisor.evaluation;

import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A question of a collection and what is known of its answer. The answer's half is for scoring and
 * never seen by what answers.
 *
 * @param id its id
 * @param document the document it is put to
 * @param text the words
 * @param gold what is known of its answer, empty where the collection does not tell
 */
record LabelledQuestion(String id, String document, String text, Optional<Gold> gold) {

  /**
   * What is known of a question's answer.
   *
   * @param answerable whether the document holds it
   * @param sections ids of the sections that hold it
   * @param answers the answer as texts, any of which will do; may be empty
   * @param kind the kind of question, for separate counts
   */
  record Gold(boolean answerable, Set<String> sections, List<String> answers, String kind) {

    /** Copies the collections. */
    Gold {
      sections = Set.copyOf(sections);
      answers = List.copyOf(answers);
    }
  }

  static LabelledQuestion of(JsonLines.Line line) {
    Optional<Gold> gold = Optional.empty();
    if (line.object().has("answerable")) {
      gold =
          Optional.of(
              new Gold(
                  line.flag("answerable"),
                  Set.copyOf(line.texts("goldSectionIds")),
                  line.texts("answers"),
                  line.optionalText("kind").orElse("")));
    }
    return new LabelledQuestion(line.id("questionId"), line.id("docId"), line.text("text"), gold);
  }
}
