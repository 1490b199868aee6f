package dev.certadvisor.conversation;

import dev.certadvisor.catalogue.Attribute;
import dev.certadvisor.catalogue.Catalogue;
import dev.certadvisor.catalogue.CredentialId;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;

/** Puts what the catalogue knows into words. */
public final class CatalogueWording {

  private final Catalogue catalogue;
  private final Wording wording;

  /** Words for a catalogue. */
  public CatalogueWording(Catalogue catalogue, Wording wording) {
    this.catalogue = catalogue;
    this.wording = wording;
  }

  /**
   * What is true of credentials on a day: for each its status first, then the facts asked for, then
   * what replaced it with the same facts.
   *
   * @param asked which credentials, in order
   * @param attributes what about them; empty for the overview
   * @throws IllegalArgumentException if one is unknown
   */
  public List<Reply.Part> facts(
      List<CredentialId> asked, Set<Attribute> attributes, LocalDate today) {
    throw new UnsupportedOperationException(
        wording.say("status.title", asked, attributes) + catalogue + today);
  }

  /** One sentence: what a credential's exam is on a day. */
  public String state(CredentialId credential, LocalDate today) {
    throw new UnsupportedOperationException(credential.code() + today);
  }

  /** One sentence: what to sit, by name, and what its status is. */
  public String sitToday(CredentialId credential, LocalDate today) {
    throw new UnsupportedOperationException(credential.code() + today);
  }

  /** Every credential in a line of its own: code, name and status. */
  public Reply.Part.Bullets atAGlance(LocalDate today) {
    throw new UnsupportedOperationException(today.toString());
  }

  /** Says which products in a text have another name today; empty where none has. */
  public List<Reply.Part.Notice> renames(String text) {
    throw new UnsupportedOperationException(text);
  }
}
