package dev.certadvisor.decision;

/**
 * What a person picked for a question.
 *
 * @param question the question that was answered
 * @param choice the choice picked
 */
public record Choice(QuestionId question, ChoiceId choice) {

  @Override
  public String toString() {
    return question + "/" + choice;
  }
}
