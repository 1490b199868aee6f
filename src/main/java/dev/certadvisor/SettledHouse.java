package dev.certadvisor;

import dev.certadvisor.conversation.HouseRules;
import dev.certadvisor.store.StoredHouse;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;

/**
 * Where people answer: as the workspace's admins have settled it, else as the environment says. The
 * advisor is made before the database is open, so that comes later.
 */
final class SettledHouse implements HouseRules {

  private final Optional<String> otherwise;
  private final AtomicReference<HouseRules> stored = new AtomicReference<>(HouseRules.NONE);

  /**
   * Knows the environment's word only.
   *
   * @param otherwise the channel where a workspace has settled none
   */
  SettledHouse(Optional<String> otherwise) {
    this.otherwise = otherwise;
  }

  /** Asks this from now on. */
  void open(StoredHouse house) {
    stored.set(house);
  }

  @Override
  public Optional<String> peopleToAsk(String workspace) {
    return stored.get().peopleToAsk(workspace).or(() -> otherwise);
  }
}
