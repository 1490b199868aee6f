package dev.certadvisor.slack;

import java.util.Optional;

/** The workspaces' bot tokens. */
@FunctionalInterface
public interface Tokens {

  /** The token for a workspace; empty where the app is not installed. */
  Optional<String> of(String workspace);
}
