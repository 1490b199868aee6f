package dev.certadvisor.installation;

import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** Keeps installations as long as the program runs: for tests. */
public final class InMemoryInstallations implements Installations {

  private final Map<String, Installation> byWorkspace = new HashMap<>();
  private final Map<String, Instant> claimedUntil = new HashMap<>();
  private final Map<String, Instant> spentUntil = new HashMap<>();

  @Override
  public synchronized void save(Installation installation) {
    byWorkspace.put(installation.workspace(), installation);
    claimedUntil.remove(installation.workspace());
  }

  @Override
  public synchronized Optional<Installation> find(String workspace) {
    return Optional.ofNullable(byWorkspace.get(workspace));
  }

  @Override
  public synchronized boolean remove(String workspace, Instant installedBefore) {
    Installation installed = byWorkspace.get(workspace);
    if (installed != null && !installed.installedAt().isBefore(installedBefore)) {
      return false;
    }
    byWorkspace.remove(workspace);
    return true;
  }

  @Override
  public synchronized boolean claimRenewal(
      String workspace, BotToken token, Instant now, Instant until) {
    Installation installed = byWorkspace.get(workspace);
    Instant claimed = claimedUntil.getOrDefault(workspace, Instant.MIN);
    if (installed == null || !installed.token().equals(token) || claimed.isAfter(now)) {
      return false;
    }
    claimedUntil.put(workspace, until);
    return true;
  }

  @Override
  public synchronized void renewed(String workspace, BotToken token) {
    claimedUntil.remove(workspace);
    byWorkspace.computeIfPresent(
        workspace,
        (id, before) ->
            new Installation(id, before.name(), token, before.botUser(), before.installedAt()));
  }

  @Override
  public synchronized boolean spend(String ticket, Instant now, Instant until) {
    spentUntil.values().removeIf(end -> end.isBefore(now));
    return spentUntil.putIfAbsent(ticket, until) == null;
  }
}
