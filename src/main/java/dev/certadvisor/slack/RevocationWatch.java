package dev.certadvisor.slack;

import dev.certadvisor.delivery.Carrier;
import dev.certadvisor.delivery.Departures;
import dev.certadvisor.delivery.Inbox;
import dev.certadvisor.delivery.Parcel;
import java.util.Optional;
import java.util.Set;

/**
 * Notices that Slack does not accept a workspace's token any more. Where a newer one is at hand the
 * parcel is tried again; otherwise all that waits for that workspace is dropped at once, instead of
 * being refused piece by piece.
 */
final class RevocationWatch implements Carrier {

  private static final Set<String> REVOKED =
      Set.of("account_inactive", "token_revoked", "token_expired", "invalid_auth", "not_authed");

  private final Carrier carrier;
  private final Tokens tokens;
  private final Departures departures;

  /** Watches this carrier. */
  RevocationWatch(Carrier carrier, Tokens tokens, Departures departures) {
    this.carrier = carrier;
    this.tokens = tokens;
    this.departures = departures;
  }

  @Override
  public Outcome send(Parcel parcel, boolean privately) {
    String workspace = parcel.to().workspace();
    try {
      Optional<String> token = tokens.of(workspace);
      Outcome outcome = carrier.send(parcel, privately);
      return outcome instanceof Outcome.Refused(String error) && REVOKED.contains(error)
          ? refused(parcel, token.orElse(""), error)
          : outcome;
    } catch (Tokens.Unavailable e) {
      return new Outcome.Failed(String.valueOf(e.getMessage()));
    }
  }

  private Outcome refused(Parcel parcel, String token, String error) {
    String workspace = parcel.to().workspace();
    if (tokens.isReplaced(workspace, token)) {
      return new Outcome.Failed("the token was renewed meanwhile");
    }
    try {
      departures.revoked(workspace, error, parcel.id());
    } catch (Inbox.Unavailable e) {
      return new Outcome.Failed("what waits cannot be dropped now: " + error);
    }
    return new Outcome.Refused(error);
  }

  @Override
  public Trace trace(Parcel parcel, boolean privately) {
    try {
      return carrier.trace(parcel, privately);
    } catch (Tokens.Unavailable e) {
      return Trace.UNREACHABLE;
    }
  }
}
