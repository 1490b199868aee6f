package dev.certadvisor.slack;

import dev.certadvisor.installation.Installations;

/** By what the app speaks in workspaces. */
public sealed interface Access {

  /**
   * In one workspace, by a token that was given to us.
   *
   * @param botToken begins with {@code xoxb-}
   */
  record OneWorkspace(String botToken) implements Access {

    @Override
    public String toString() {
      return "OneWorkspace";
    }
  }

  /**
   * In every workspace that installs it through OAuth.
   *
   * @param clientId the app's client id
   * @param clientSecret the app's client secret
   * @param installations where tokens are kept
   */
  record ManyWorkspaces(String clientId, String clientSecret, Installations installations)
      implements Access {

    @Override
    public String toString() {
      return "ManyWorkspaces";
    }
  }
}
