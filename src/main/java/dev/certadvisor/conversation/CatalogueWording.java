package dev.certadvisor.conversation;

import dev.certadvisor.catalogue.Attribute;
import dev.certadvisor.catalogue.Catalogue;
import dev.certadvisor.catalogue.Credential;
import dev.certadvisor.catalogue.Credential.Succession;
import dev.certadvisor.catalogue.CredentialId;
import dev.certadvisor.catalogue.Fact;
import dev.certadvisor.catalogue.Rename;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Puts what the catalogue knows into words. */
public final class CatalogueWording {

  private static final Set<Attribute> OVERVIEW =
      EnumSet.of(
          Attribute.PRICE,
          Attribute.MINUTES,
          Attribute.QUESTIONS,
          Attribute.PASS_MARK,
          Attribute.VALIDITY);

  /** What somebody asks who may hold the credential. */
  private static final Set<Attribute> OF_HOLDERS =
      EnumSet.of(Attribute.STATUS, Attribute.SUCCESSOR, Attribute.VALIDITY, Attribute.RENEWAL);

  /** Characters of something unknown that are said back. */
  private static final int LONGEST_NAME = 60;

  private final Catalogue catalogue;
  private final Wording wording;
  private final StatusWording statuses;
  private final FactWording facts;

  /** What concerns only those who can still sit the exam. */
  private static final Set<Attribute> OF_SITTING =
      EnumSet.of(Attribute.RETAKES, Attribute.DISCOUNT, Attribute.DELIVERY, Attribute.BETA);

  /** Words for a catalogue. */
  public CatalogueWording(Catalogue catalogue, Wording wording) {
    this.catalogue = catalogue;
    this.wording = wording;
    this.statuses = new StatusWording(catalogue, wording);
    this.facts = new FactWording(wording, statuses);
  }

  /**
   * What is true of credentials on a day: for each its status first, then the facts asked for, in
   * the same order for all; then, under a heading, what replaced those that are over, with its own
   * status and the same facts.
   *
   * @param asked which credentials, in order
   * @param attributes what about them; empty for the overview
   * @throws IllegalArgumentException if one is unknown
   */
  public List<Reply.Part> facts(
      List<CredentialId> asked, Set<Attribute> attributes, LocalDate today) {
    List<Reply.Part> parts = new ArrayList<>();
    Map<CredentialId, Succession> replacements = new LinkedHashMap<>();
    for (CredentialId id : asked) {
      parts.add(sheet(id, Optional.empty(), attributes, today));
      if (catalogue.statusOn(id, today).isOver()) {
        catalogue.successors(id, today).stream()
            .filter(next -> !asked.contains(next.to()))
            .forEach(next -> replacements.putIfAbsent(next.to(), next));
      }
    }
    if (!replacements.isEmpty()) {
      parts.add(new Reply.Part.Heading(wording.say("status.instead")));
      replacements
          .values()
          .forEach(next -> parts.add(sheet(next.to(), Optional.of(next), attributes, today)));
    }
    return List.copyOf(parts);
  }

  /** What a credential's exam is on a day, with all doubts; one or more sentences. */
  public String state(CredentialId credential, LocalDate today) {
    return statuses.full(credential, today);
  }

  /** What to sit: code and name, and what its status is on that day. */
  public String sitToday(CredentialId credential, LocalDate today) {
    return wording.say("status.sit", title(credential), statuses.full(credential, today));
  }

  /** Code and full name, for example as a headline. */
  public String title(CredentialId credential) {
    return wording.say("status.title", credential.code(), catalogue.get(credential).fullName());
  }

  /** Every credential in a few words: what can be sat first, then the others. */
  public List<Reply.Part> atAGlance(LocalDate today) {
    Map<Boolean, List<String>> lines =
        catalogue.credentials().stream()
            .collect(
                Collectors.partitioningBy(
                    credential -> catalogue.sittable(credential.id(), today),
                    Collectors.mapping(
                        credential -> glance(credential.id(), today), Collectors.toList())));
    List<Reply.Part> parts = new ArrayList<>();
    lines.forEach((sittable, of) -> {
      if (!of.isEmpty()) {
        List<Reply.Part> group =
            List.of(
                new Reply.Part.Prose(
                    wording.say(sittable ? "status.sittable" : "status.not-sittable")),
                new Reply.Part.Bullets(of));
        parts.addAll(sittable ? 0 : parts.size(), group);
      }
    });
    parts.add(
        new Reply.Part.Notice(wording.say("status.glance.as-of", catalogue.asOf().toString())));
    return parts;
  }

  /** That nothing of a name is in the catalogue; only the beginning of a long one is repeated. */
  Reply.Part notListed(String named) {
    String shown =
        named.length() <= LONGEST_NAME ? named : named.substring(0, LONGEST_NAME - 1) + "…";
    return new Reply.Part.Prose(wording.say("status.not-listed", shown));
  }

  /** A credential in a few words: code, name and status. */
  public String glance(CredentialId id, LocalDate today) {
    return wording.say(
        "status.glance", id.code(), catalogue.get(id).name(), statuses.glance(id, today));
  }

  /** Says which products in a text have another name today; empty where none has. */
  public List<Reply.Part.Notice> renames(String text, LocalDate today) {
    return catalogue.renamesIn(text).stream()
        .map(rename ->
            new Reply.Part.Notice(
                wording.say(
                    "rename.sourced", rename(rename), facts.source(rename.evidence(), today))))
        .toList();
  }

  private Reply.Part.Status sheet(
      CredentialId id, Optional<Succession> after, Set<Attribute> attributes, LocalDate today) {
    Credential credential = catalogue.get(id);
    List<Reply.Part.Fact> values = new ArrayList<>();
    after.flatMap(next -> purpose(next, today)).ifPresent(values::add);
    Set<Attribute> wanted = attributes.isEmpty() ? OVERVIEW : attributes;
    for (Attribute attribute : Attribute.values()) {
      if (wanted.contains(attribute)) {
        values.addAll(values(credential, attribute, !attributes.isEmpty(), today));
      }
    }
    boolean ofHolders = attributes.isEmpty() || attributes.stream().anyMatch(OF_HOLDERS::contains);
    if (ofHolders) {
      catalogue.holders(id, today).map(note -> holders(note, today)).ifPresent(values::add);
    }
    return new Reply.Part.Status(
        title(id),
        statuses.full(id, today),
        values,
        facts.source(credential.timeline().lastSeen(), today),
        Optional.of(credential.page()));
  }

  private List<Reply.Part.Fact> values(
      Credential credential, Attribute attribute, boolean asked, LocalDate today) {
    return switch (attribute) {
      case STATUS -> List.of();
      case SUCCESSOR -> List.of(successors(credential, today));
      case NAME -> List.of(derived(credential, attribute, name(credential), today));
      case LEVEL -> List.of(derived(credential, attribute, credential.level(), today));
      case PAGE -> List.of(derived(credential, attribute, credential.page(), today));
      case PRICE,
          MINUTES,
          QUESTIONS,
          PASS_MARK,
          QUESTION_TYPES,
          LANGUAGES,
          VALIDITY,
          RENEWAL,
          PREREQUISITES,
          DOMAINS,
          SCOPE,
          RETAKES,
          DISCOUNT,
          SCORING,
          DELIVERY,
          BETA ->
          recorded(credential, attribute, asked, today);
    };
  }

  private List<Reply.Part.Fact> recorded(
      Credential credential, Attribute attribute, boolean asked, LocalDate today) {
    Fact own = credential.facts().get(attribute);
    if (own != null) {
      return List.of(facts.fact(own, today));
    }
    if (!asked) {
      return List.of();
    }
    if (OF_SITTING.contains(attribute) && catalogue.statusOn(credential.id(), today).isOver()) {
      return List.of(
          new Reply.Part.Fact(
              facts.label(attribute),
              wording.say("fact.over"),
              facts.source(credential.timeline().lastSeen(), today)));
    }
    List<Fact> rules = catalogue.facts(credential.id(), attribute);
    return rules.isEmpty()
        ? List.of(missing(attribute))
        : rules.stream().map(rule -> facts.fact(rule, today)).toList();
  }

  private Reply.Part.Fact missing(Attribute attribute) {
    return new Reply.Part.Fact(
        facts.label(attribute),
        wording.say("fact.missing"),
        wording.say("fact.source.none", catalogue.asOf().toString()));
  }

  private Reply.Part.Fact derived(
      Credential credential, Attribute attribute, String value, LocalDate today) {
    return new Reply.Part.Fact(
        facts.label(attribute), value, facts.source(credential.identity(), today));
  }

  private String name(Credential credential) {
    return credential
        .examTitle()
        .map(title -> wording.say("fact.name", credential.fullName(), title))
        .orElse(credential.fullName());
  }

  private Reply.Part.Fact successors(Credential credential, LocalDate today) {
    List<Succession> next = catalogue.successors(credential.id(), today);
    if (next.isEmpty()) {
      return new Reply.Part.Fact(
          facts.label(Attribute.SUCCESSOR),
          wording.say("fact.successor.none"),
          facts.source(credential.timeline().lastSeen(), today));
    }
    return new Reply.Part.Fact(
        facts.label(Attribute.SUCCESSOR),
        next.stream()
            .map(one ->
                one.purpose()
                    .map(purpose -> wording.say("fact.successor.for", title(one.to()), purpose))
                    .orElse(title(one.to())))
            .collect(Collectors.joining("; ")),
        facts.source(next.getFirst().evidence(), today));
  }

  private Optional<Reply.Part.Fact> purpose(Succession next, LocalDate today) {
    return next.purpose()
        .map(purpose ->
            new Reply.Part.Fact(
                wording.say("fact.label.purpose"), purpose, facts.source(next.evidence(), today)));
  }

  private Reply.Part.Fact holders(Credential.HoldersNote note, LocalDate today) {
    boolean over = note.until().filter(today::isAfter).isPresent();
    return new Reply.Part.Fact(
        wording.say("fact.label.holders"),
        over
            ? wording.say("fact.holders.over", note.until().orElseThrow().toString())
            : note.text(),
        facts.source(note.evidence(), today));
  }

  private String rename(Rename rename) {
    List<String> details = new ArrayList<>();
    rename.since().map(day -> wording.say("rename.since", day)).ifPresent(details::add);
    rename.note().ifPresent(details::add);
    String aside = details.isEmpty() ? "" : wording.say("rename.aside", String.join("; ", details));
    String key =
        switch (rename.change()) {
          case RENAMED -> "rename.renamed";
          case WITHDRAWN -> rename.now().isPresent() ? "rename.replaced" : "rename.withdrawn";
        };
    return wording.say(key, rename.before().getFirst(), rename.now().orElse(""), aside);
  }
}
