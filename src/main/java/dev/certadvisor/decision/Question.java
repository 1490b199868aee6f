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
 * @param choices 3 to 5, one of them {@link ChoiceOption#NOT_SURE}
 * @param mixed the choice meant where a text speaks for both sides alike
 * @param wishDecides whether what a person wants outweighs what they do today; otherwise both count
 *     alike
 */
public record Question(
    QuestionId id,
    String name,
    List<String> alsoNamed,
    String text,
    String why,
    SectionId section,
    List<ChoiceOption> choices,
    ChoiceId mixed,
    boolean wishDecides) {

  /** Copies the lists. */
  public Question {
    alsoNamed = List.copyOf(alsoNamed);
    choices = List.copyOf(choices);
  }

  /** The choice of that id, if the question has one. */
  public Optional<ChoiceOption> choice(ChoiceId choice) {
    return choices.stream().filter(option -> option.id().equals(choice)).findFirst();
  }

  /** The axis that its choices speak on. */
  public Axis axis() {
    return choices.stream().anyMatch(option -> option.evidence().line() != 0)
        ? Axis.LINE
        : Axis.PLATFORM;
  }

  /** The choice that says nothing. */
  public Choice notSure() {
    return new Choice(id, ChoiceOption.NOT_SURE);
  }
}
