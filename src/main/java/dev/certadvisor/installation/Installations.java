package dev.certadvisor.installation;

import java.time.Instant;
import java.util.Optional;

/** Where installations are kept. Every method is one transaction. */
public interface Installations {

  /** Keeps an installation in place of any earlier one of its workspace. */
  void save(Installation installation);

  /** The installation of a workspace; empty where there is none. */
  Optional<Installation> find(String workspace);

  /**
   * Removes an installation with its token.
   *
   * @param installedBefore what was installed at this time or later stays: news of an uninstall may
   *     come late, when the app is long back
   * @return false where one stays
   */
  boolean remove(String workspace, Instant installedBefore);

  /**
   * Asks to be the one that renews a token, over all instances.
   *
   * @param token the one to be renewed
   * @param now the time
   * @param until when the claim ends if nothing comes of it
   * @return false if another has the claim, or has renewed the token already
   */
  boolean claimRenewal(String workspace, BotToken token, Instant now, Instant until);

  /** Keeps a renewed token and ends the claim. */
  void renewed(String workspace, BotToken token);

  /**
   * Spends something that is good once.
   *
   * @param ticket unguessable
   * @param now the time
   * @param until when it need not be remembered any more
   * @return false if it was spent before
   */
  boolean spend(String ticket, Instant now, Instant until);

  /** Thrown where the installations cannot be reached for the time being. */
  final class Unavailable extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /** For a reason that holds no token. */
    public Unavailable(String reason, Throwable cause) {
      super(reason, cause);
    }
  }
}
