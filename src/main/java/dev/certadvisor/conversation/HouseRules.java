package dev.certadvisor.conversation;

import java.util.Optional;

/** What a workspace has settled about where the advisor speaks. */
public interface HouseRules {

  /** Nothing is settled: no channel of people who answer. */
  HouseRules NONE = workspace -> Optional.empty();

  /** The channel of the people to whom questions may be passed on; empty where there is none. */
  Optional<String> peopleToAsk(String workspace);
}
