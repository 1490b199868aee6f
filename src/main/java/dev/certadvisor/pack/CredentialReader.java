package dev.certadvisor.pack;

import dev.certadvisor.catalogue.Attribute;
import dev.certadvisor.catalogue.Credential;
import dev.certadvisor.catalogue.Credential.HoldersNote;
import dev.certadvisor.catalogue.Credential.Succession;
import dev.certadvisor.catalogue.CredentialId;
import dev.certadvisor.catalogue.Evidence;
import dev.certadvisor.catalogue.Fact;
import dev.certadvisor.catalogue.Timeline;
import dev.certadvisor.catalogue.Vendor;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** Reads one credential of the catalogue. */
final class CredentialReader {

  private static final String ATTRIBUTES =
      Arrays.stream(Attribute.values())
          .filter(attribute -> !attribute.isDerived())
          .map(Attribute::key)
          .collect(Collectors.joining(", "));

  private static final String[] KEYS = {
    "name",
    "otherCodes",
    "alsoCalled",
    "vendor",
    "level",
    "subject",
    "line",
    "platform",
    "examTitle",
    "page",
    "identity",
    "status",
    "timeline",
    "remaining",
    "successors",
    "facts",
    "holders"
  };

  private final EvidenceReader evidence;
  private final TimelineReader timelines;
  private final Map<String, Vendor> vendorById;

  CredentialReader(
      EvidenceReader evidence, TimelineReader timelines, Map<String, Vendor> vendorById) {
    this.evidence = evidence;
    this.timelines = timelines;
    this.vendorById = vendorById;
  }

  /** The credential of a code; empty, with a problem, where code, vendor or timeline is no use. */
  Optional<Credential> read(String code, YamlNode node) {
    node.onlyKeys(KEYS);
    if (!code.matches("[A-Z][A-Z0-9]*-[A-Z]?\\d+")) {
      node.problem("\"" + code + "\" is no exam code, such as AI-103 or MLS-C01");
      return Optional.empty();
    }
    Optional<Vendor> vendor = vendor(node.required("vendor"));
    Optional<Timeline> timeline = timelines.read(node);
    Evidence identity =
        evidence.evidence(node.required("identity").onlyKeys(EvidenceReader.keysWith()));
    List<Succession> successions = successions(node);
    Map<Attribute, Fact> facts = facts(node);
    Optional<HoldersNote> holders = node.optional("holders").map(this::holders);
    String page = address(node.required("page"));
    if (vendor.isEmpty() || timeline.isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(
        new Credential(
            new CredentialId(code),
            texts(node, "otherCodes"),
            node.required("name").text(),
            texts(node, "alsoCalled"),
            vendor.get(),
            node.required("level").text(),
            node.required("subject").text(),
            node.optional("line").map(YamlNode::text),
            node.required("platform").text(),
            node.optional("examTitle").map(YamlNode::text),
            page,
            identity,
            timeline.get(),
            successions,
            facts,
            holders));
  }

  /** A fact's attribute; empty, with a problem, where it is none or follows from other keys. */
  static Optional<Attribute> attribute(String key, YamlNode where) {
    Optional<Attribute> attribute = Attribute.of(key).filter(known -> !known.isDerived());
    if (attribute.isEmpty()) {
      where.problem("unknown fact \"" + key + "\"; allowed: " + ATTRIBUTES);
    }
    return attribute;
  }

  /** A web address. */
  static String address(YamlNode node) {
    if (!node.isMissing() && !node.text().startsWith("https://")) {
      node.problem("expected an address that begins with https://, found \"" + node.text() + "\"");
    }
    return node.text();
  }

  private Optional<Vendor> vendor(YamlNode node) {
    Vendor vendor = vendorById.get(node.text());
    if (vendor == null && !node.isMissing() && !vendorById.isEmpty()) {
      node.problem(
          "unknown vendor \""
              + node.text()
              + "\"; allowed: "
              + String.join(", ", vendorById.keySet()));
    }
    return Optional.ofNullable(vendor);
  }

  private static List<String> texts(YamlNode node, String key) {
    return node.optional(key).map(YamlNode::texts).orElse(List.of());
  }

  private List<Succession> successions(YamlNode node) {
    return node.optional("successors").stream()
        .flatMap(list -> list.items().stream())
        .map(item -> item.onlyKeys(EvidenceReader.keysWith("to", "for")))
        .filter(item -> !item.required("to").isMissing())
        .map(item ->
            new Succession(
                new CredentialId(item.required("to").text()),
                item.optional("for").map(YamlNode::text),
                evidence.evidence(item)))
        .toList();
  }

  private Map<Attribute, Fact> facts(YamlNode node) {
    Map<Attribute, Fact> facts = new EnumMap<>(Attribute.class);
    node.optional("facts")
        .ifPresent(list ->
            list.entries()
                .forEach((key, value) -> {
                  value.onlyKeys(EvidenceReader.keysWith("value", "note", "others"));
                  attribute(key, value)
                      .ifPresent(known -> facts.put(known, evidence.fact(known, value)));
                }));
    return facts;
  }

  private HoldersNote holders(YamlNode node) {
    node.onlyKeys(EvidenceReader.keysWith("text", "until"));
    return new HoldersNote(
        node.required("text").text(),
        node.optional("until").map(YamlNode::day),
        evidence.evidence(node));
  }
}
