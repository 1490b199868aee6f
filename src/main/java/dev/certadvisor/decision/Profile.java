package dev.certadvisor.decision;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What is known of a person: at most one choice per question.
 *
 * @param choices in the order in which they were made
 */
public record Profile(List<Choice> choices) {

  /** Nothing is known yet. */
  public static final Profile EMPTY = new Profile(List.of());

  /**
   * @throws IllegalArgumentException if a question is answered twice
   */
  public Profile {
    choices = List.copyOf(choices);
    if (choices.stream().map(Choice::question).distinct().count() < choices.size()) {
      throw new IllegalArgumentException("a question is answered twice in " + choices);
    }
  }

  /** What was chosen for a question. */
  public Optional<ChoiceId> answer(QuestionId question) {
    return choices.stream()
        .filter(choice -> choice.question().equals(question))
        .map(Choice::choice)
        .findFirst();
  }

  /** Whether the question is answered. */
  public boolean answers(QuestionId question) {
    return answer(question).isPresent();
  }

  /** With one more choice; an earlier one for the same question gives way and keeps its place. */
  public Profile with(Choice choice) {
    Map<QuestionId, Choice> all = new LinkedHashMap<>();
    choices.forEach(made -> all.put(made.question(), made));
    all.put(choice.question(), choice);
    return new Profile(new ArrayList<>(all.values()));
  }
}
