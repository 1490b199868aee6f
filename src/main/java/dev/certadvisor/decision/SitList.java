package dev.certadvisor.decision;

import dev.certadvisor.catalogue.CredentialId;
import java.util.List;

/**
 * What to sit in one corner of the two axes.
 *
 * @param line the line of work
 * @param platform the platform
 * @param credentials in order of preference: the first that can be sat on the day is advised; never
 *     empty
 */
public record SitList(LineId line, PlatformId platform, List<CredentialId> credentials) {

  /** Copies the list. */
  public SitList {
    credentials = List.copyOf(credentials);
  }
}
