package dev.certadvisor.playground;

/**
 * Why Slack would refuse a payload.
 *
 * @param pointer where in the payload: a JSON pointer
 * @param words what is wrong and what is allowed
 */
public record Violation(String pointer, String words) {

  /** In the form in which Slack reports it. */
  @Override
  public String toString() {
    return words + " [json-pointer:" + pointer + "]";
  }
}
