package dev.certadvisor.decision;

/**
 * A choice together with what it meant when it was made.
 *
 * @param choice the question and the choice
 * @param mark as {@link Framework#mark} gave it
 */
public record Answer(Choice choice, String mark) {

  /** Whether a framework still understands it as it was meant. */
  public boolean holdsIn(Framework framework) {
    return framework.mark(choice).filter(mark::equals).isPresent();
  }
}
