package dev.certadvisor.slack;

import java.util.Optional;

/** The bot tokens of the workspaces in which the app is installed. */
public interface Tokens {

  /**
   * Whether the app is installed.
   *
   * @param workspace the id of a workspace, or of an organisation where it is installed for all
   *     workspaces of one
   */
  boolean isInstalled(String workspace);

  /**
   * The token for a workspace; empty where the app is not installed.
   *
   * @throws Unavailable if it cannot be told now
   */
  Optional<String> of(String workspace);

  /**
   * Hears that Slack does not accept a token any more.
   *
   * @param refused the token
   * @return whether {@link #of} now gives another one, so that a new attempt makes sense
   * @throws Unavailable if it cannot be told now
   */
  boolean isReplaced(String workspace, String refused);

  /** The one token of an app that is installed in one workspace and by hand. */
  static Tokens single(String token) {
    return new Tokens() {

      @Override
      public boolean isInstalled(String workspace) {
        return true;
      }

      @Override
      public Optional<String> of(String workspace) {
        return Optional.of(token);
      }

      @Override
      public boolean isReplaced(String workspace, String refused) {
        return false;
      }
    };
  }

  /** Thrown where a token cannot be had for the time being. */
  final class Unavailable extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /** For a reason that is fit for the log. */
    public Unavailable(String reason) {
      super(reason);
    }
  }
}
