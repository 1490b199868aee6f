package dev.certadvisor.delivery;

import java.util.Map;
import java.util.Optional;

/**
 * How something was done, as far as the reply depends on it.
 *
 * @param trigger lets the reply open a window, within seconds; empty where it cannot
 * @param pressed the message whose button was pressed; empty where it cannot be changed
 * @param ticket names what a rating is about and who gave it, without telling either
 * @param returns addresses by which channels can be reached that the person chose; secret
 */
public record Circumstances(
    Optional<String> trigger,
    Optional<Pressed> pressed,
    Optional<String> ticket,
    Map<String, String> returns) {

  /** Nothing is special. */
  public static final Circumstances PLAIN =
      new Circumstances(Optional.empty(), Optional.empty(), Optional.empty(), Map.of());

  /** Copies the map. */
  public Circumstances {
    returns = Map.copyOf(returns);
  }

  @Override
  public String toString() {
    return "Circumstances[" + pressed + "]";
  }

  /**
   * A message of ours.
   *
   * @param message where it is
   * @param contents as the platform shows it; opaque here, and never logged
   * @param button what was pressed; opaque here
   */
  public record Pressed(Address.Message message, String contents, String button) {

    @Override
    public String toString() {
      return "Pressed[" + message + "]";
    }
  }
}
