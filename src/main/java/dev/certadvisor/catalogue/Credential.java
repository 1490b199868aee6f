package dev.certadvisor.catalogue;

import java.time.LocalDate;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A credential and the exam that earns it.
 *
 * @param id its exam code
 * @param otherCodes further codes of the same exam, for example that of its beta
 * @param name the certification's name, without the vendor's prefix
 * @param alsoCalled what people call it
 * @param vendor who awards it
 * @param level the vendor's word for its level
 * @param subject the guide's subject that it belongs to
 * @param line the line of work that it certifies; empty where it serves both
 * @param platform the platform that it is about
 * @param examTitle the exam's own title, where it has one
 * @param page the vendor's page about it
 * @param identity what name, level, title and page rest on
 * @param timeline the exam's life
 * @param successions what comes after it; empty where nothing replaces it
 * @param facts its values
 * @param holders what those who hold it should know once the exam is over
 */
public record Credential(
    CredentialId id,
    List<String> otherCodes,
    String name,
    List<String> alsoCalled,
    Vendor vendor,
    String level,
    String subject,
    Optional<String> line,
    String platform,
    Optional<String> examTitle,
    String page,
    Evidence identity,
    Timeline timeline,
    List<Succession> successions,
    Map<Attribute, Fact> facts,
    Optional<HoldersNote> holders) {

  /** Copies the collections. */
  public Credential {
    otherCodes = List.copyOf(otherCodes);
    alsoCalled = List.copyOf(alsoCalled);
    successions = List.copyOf(successions);
    EnumMap<Attribute, Fact> ordered = new EnumMap<>(Attribute.class);
    ordered.putAll(facts);
    facts = Collections.unmodifiableMap(ordered);
  }

  /** The certification's name in full, with the vendor's prefix. */
  public String fullName() {
    return vendor.prefix().map(prefix -> prefix + " " + name).orElse(name);
  }

  /**
   * What comes after a credential.
   *
   * @param to the credential that follows
   * @param purpose whom or what it is for, where there is more than one; continues "for …"
   * @param evidence what it rests on
   */
  public record Succession(CredentialId to, Optional<String> purpose, Evidence evidence) {}

  /**
   * What holders should know.
   *
   * @param text one or two sentences
   * @param until the last day on which any badge can be valid; empty where it differs by holder
   * @param evidence what it rests on
   */
  public record HoldersNote(String text, Optional<LocalDate> until, Evidence evidence) {}
}
