package dev.certadvisor.conversation;

import java.util.Optional;

/** Where a workspace's people answer what the advisor cannot. */
@FunctionalInterface
public interface HouseRules {

  /** Nothing is settled: no channel of people who answer. */
  HouseRules NONE = workspace -> Optional.empty();

  /**
   * The channel of the people to whom questions may be passed on; empty where there is none.
   *
   * @throws ChannelRules.Unavailable if that cannot be told now
   */
  Optional<String> peopleToAsk(String workspace);
}
