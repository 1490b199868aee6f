package dev.certadvisor.decision;

import dev.certadvisor.knowledge.SectionId;
import java.util.List;
import java.util.Optional;

/**
 * A rule of the guide that the framework has to reproduce.
 *
 * @param rule the rule, in the pack's own words
 * @param section the section that states it
 * @param choices what somebody whom it fits would choose; everything else is left open
 * @param direction what the rule answers; empty where it leaves the matter open
 * @param line the line of work that it answers; empty where it says none
 * @param platform the platform that it answers; empty where it says none
 */
public record Fixture(
    String rule,
    SectionId section,
    List<Choice> choices,
    Optional<DirectionId> direction,
    Optional<LineId> line,
    Optional<PlatformId> platform) {

  /** Copies the list. */
  public Fixture {
    choices = List.copyOf(choices);
  }
}
