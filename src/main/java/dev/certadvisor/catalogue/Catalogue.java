package dev.certadvisor.catalogue;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What is true of each credential, and on which day and page it was seen. */
public final class Catalogue {

  private final LocalDate asOf;
  private final String language;
  private final Map<CredentialId, Credential> credentialById = new LinkedHashMap<>();
  private final Map<String, Credential> credentialByName = new LinkedHashMap<>();
  private final List<Vendor> vendors;
  private final List<Rename> renames;

  /**
   * @param asOf the day of the newest evidence
   * @param language the language in which the catalogue's readers sit exams
   * @param vendors who awards the credentials
   * @param credentials in the order in which they are shown; of two with one code or nickname, the
   *     first has it
   * @param renames products that have another name today
   */
  public Catalogue(
      LocalDate asOf,
      String language,
      List<Vendor> vendors,
      List<Credential> credentials,
      List<Rename> renames) {
    this.asOf = asOf;
    this.language = language;
    this.vendors = List.copyOf(vendors);
    this.renames = List.copyOf(renames);
    for (Credential credential : credentials) {
      credentialById.putIfAbsent(credential.id(), credential);
      credentialByName.putIfAbsent(key(credential.id().code()), credential);
      credentialByName.putIfAbsent(key(credential.name()), credential);
      credentialByName.putIfAbsent(key(credential.fullName()), credential);
      credential.otherCodes().forEach(code -> credentialByName.putIfAbsent(key(code), credential));
      credential.alsoCalled().forEach(name -> credentialByName.putIfAbsent(key(name), credential));
    }
  }

  /** The day of the newest evidence. */
  public LocalDate asOf() {
    return asOf;
  }

  /** The language in which its readers sit exams, for example {@code English}. */
  public String language() {
    return language;
  }

  /** All credentials, in the pack's order. */
  public List<Credential> credentials() {
    return List.copyOf(credentialById.values());
  }

  /** Who awards them. */
  public List<Vendor> vendors() {
    return vendors;
  }

  /** The products that have another name today. */
  public List<Rename> renames() {
    return renames;
  }

  /** The credential of a code. */
  public Optional<Credential> find(CredentialId id) {
    return Optional.ofNullable(credentialById.get(id));
  }

  /**
   * The credential that people mean by a code, another code, a name or a nickname; case, blanks and
   * punctuation do not matter.
   */
  public Optional<Credential> named(String words) {
    return Optional.ofNullable(credentialByName.get(key(words)));
  }

  /**
   * The credential of a code.
   *
   * @throws IllegalArgumentException if there is none
   */
  public Credential get(CredentialId id) {
    return find(id)
        .orElseThrow(() -> new IllegalArgumentException("no credential has the code " + id));
  }

  /**
   * What an exam is on a day, in the catalogue's language.
   *
   * @throws IllegalArgumentException if there is no such credential
   */
  public Status statusOn(CredentialId id, LocalDate today) {
    return get(id).timeline().statusOn(today, language);
  }

  /**
   * Whether an exam is delivered on a day, in the catalogue's language. The last exam day counts,
   * and so does a beta.
   *
   * @throws IllegalArgumentException if there is no such credential
   */
  public boolean sittable(CredentialId id, LocalDate today) {
    return statusOn(id, today).isSittable();
  }

  /**
   * The day on which an exam's state was last seen.
   *
   * @throws IllegalArgumentException if there is no such credential
   */
  public LocalDate asOf(CredentialId id) {
    return get(id).timeline().lastSeen().seen();
  }

  /**
   * What replaces a credential on a day: never one that is over, in whose place its own successors
   * stand, and never one that nobody had heard of.
   *
   * @return in the pack's order, each once; empty where nothing does
   * @throws IllegalArgumentException if there is no such credential
   */
  public List<Credential.Succession> successors(CredentialId id, LocalDate today) {
    Map<CredentialId, Credential.Succession> found = new LinkedHashMap<>();
    follow(id, today, Optional.empty(), found, new HashSet<>());
    return List.copyOf(found.values());
  }

  private void follow(
      CredentialId id,
      LocalDate today,
      Optional<Credential.Succession> on,
      Map<CredentialId, Credential.Succession> found,
      Set<CredentialId> visited) {
    if (!visited.add(id)) {
      return;
    }
    for (Credential.Succession step : get(id).successions()) {
      // The purpose for which the first step was named holds along the chain.
      Credential.Succession whole =
          on.map(first -> new Credential.Succession(step.to(), first.purpose(), step.evidence()))
              .orElse(step);
      Status status = statusOn(step.to(), today);
      if (status.isOver()) {
        follow(step.to(), today, Optional.of(whole), found, visited);
      } else if (status.isCurrent()) {
        found.putIfAbsent(step.to(), whole);
      }
    }
  }

  /**
   * What holders of a credential should know on a day on which its exam is over or about to end.
   *
   * @throws IllegalArgumentException if there is no such credential
   */
  public Optional<Credential.HoldersNote> holders(CredentialId id, LocalDate today) {
    Status status = statusOn(id, today);
    boolean ending =
        status.isOver() || status instanceof Status.Retiring || status instanceof Status.LastDay;
    return ending ? get(id).holders() : Optional.empty();
  }

  /**
   * What is known of a credential: its own fact or, where it has none, its vendor's rules.
   *
   * @return empty where nothing is on record
   * @throws IllegalArgumentException if there is no such credential
   */
  public List<Fact> facts(CredentialId id, Attribute attribute) {
    Credential credential = get(id);
    Fact own = credential.facts().get(attribute);
    return own != null
        ? List.of(own)
        : credential.vendor().rules().stream()
            .filter(rule -> rule.attribute() == attribute)
            .toList();
  }

  /** The renamed products whose old names stand in a text, each once. */
  public List<Rename> renamesIn(String text) {
    String words = " " + normal(text) + " ";
    return renames.stream()
        .filter(rename -> rename.before().stream().anyMatch(old -> isOld(old, rename, words)))
        .toList();
  }

  /** Whether a text has an old name that is not the beginning or the end of the new one. */
  private static boolean isOld(String name, Rename rename, String words) {
    String old = normal(name);
    if (!words.contains(" " + old + " ")) {
      return false;
    }
    String now = normal(rename.now().orElse(""));
    int at = now.indexOf(old);
    return at < 0 || !words.contains(" " + now.substring(at) + " ");
  }

  /** How much is on record, how well supported and how old. */
  public Coverage coverage(LocalDate today) {
    List<Evidence> evidence = new ArrayList<>();
    credentialById
        .values()
        .forEach(
            credential -> credential.facts().values().forEach(f -> evidence.add(f.evidence())));
    vendors.forEach(vendor -> vendor.rules().forEach(rule -> evidence.add(rule.evidence())));
    return Coverage.of(credentialById.size(), evidence, today);
  }

  private static String key(String words) {
    return normal(words).replace(" ", "");
  }

  private static String normal(String words) {
    return words.toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{N}]+", " ").strip();
  }
}
