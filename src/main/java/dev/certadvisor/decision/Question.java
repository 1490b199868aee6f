package dev.certadvisor.decision;

import dev.certadvisor.knowledge.SectionId;
import java.util.List;
import java.util.Optional;

/**
 * A question that a person can answer from their own life.
 *
 * @param id unique in the framework
 * @param name what people call it: "the <em>cloud</em> question"
 * @param alsoNamed further phrases that refer to it
 * @param text its words
 * @param why why it is asked, in a sentence
 * @param section the section of the guide that it rests on
 * @param choices 3 to 5, the last being {@link ChoiceOption#NOT_SURE}
 */
public record Question(
    QuestionId id,
    String name,
    List<String> alsoNamed,
    String text,
    String why,
    SectionId section,
    List<ChoiceOption> choices) {

  /** Copies the lists. */
  public Question {
    alsoNamed = List.copyOf(alsoNamed);
    choices = List.copyOf(choices);
  }

  /** The choice of that id, if the question has one. */
  public Optional<ChoiceOption> choice(ChoiceId choice) {
    return choices.stream().filter(option -> option.id().equals(choice)).findFirst();
  }

  /** The choice that says nothing. */
  public Choice notSure() {
    return new Choice(id, ChoiceOption.NOT_SURE);
  }
}
