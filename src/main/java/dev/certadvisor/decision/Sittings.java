package dev.certadvisor.decision;

import dev.certadvisor.catalogue.CredentialId;
import java.time.LocalDate;
import java.util.Optional;

/** Knows which credentials can be sat. */
@FunctionalInterface
public interface Sittings {

  /**
   * Whether a credential can be sat on a day.
   *
   * @return the credential with its status; empty where it cannot be sat on that day
   */
  Optional<Recommendation.SitToday> on(CredentialId credential, LocalDate day);
}
