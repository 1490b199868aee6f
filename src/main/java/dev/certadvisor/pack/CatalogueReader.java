package dev.certadvisor.pack;

import dev.certadvisor.catalogue.Catalogue;
import dev.certadvisor.catalogue.Credential;
import dev.certadvisor.catalogue.Fact;
import dev.certadvisor.catalogue.Rename;
import dev.certadvisor.catalogue.Source;
import dev.certadvisor.catalogue.Vendor;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Reads and checks {@code catalogue.yaml}. */
final class CatalogueReader {

  /** Stands in for a missing {@code checked}, so that not every single day is a mistake too. */
  private static final LocalDate FAR = LocalDate.of(9999, 12, 31);

  private final YamlNode root;
  private final LocalDate checked;
  private final String language;
  private final EvidenceReader evidence;

  private CatalogueReader(YamlNode root, Optional<LocalDate> today) {
    this.root =
        root.onlyKeys("checked", "language", "sources", "vendors", "renames", "credentials");
    YamlNode day = root.required("checked");
    this.checked = day.isMissing() ? FAR : day.day();
    today
        .filter(now -> !day.isMissing() && checked.isAfter(now))
        .ifPresent(now ->
            day.problem("checked on " + checked + ", which is later than today (" + now + ")"));
    this.language = root.required("language").text();
    this.evidence = new EvidenceReader(sources(root.required("sources")), checked, today);
  }

  /**
   * The catalogue that a file describes. What is wrong is noted and left out, so that the result
   * may be used only where there are no problems.
   *
   * @param root the file
   * @param today the day after which nothing can have been seen; empty to leave that unchecked
   */
  static Catalogue read(YamlNode root, Optional<LocalDate> today) {
    return new CatalogueReader(root, today).catalogue();
  }

  /** The codes of all credentials that a file has, also of those that have a mistake. */
  static Set<String> codes(YamlNode root) {
    return root.required("credentials").entries().keySet();
  }

  private Catalogue catalogue() {
    Map<String, Vendor> vendorById = new LinkedHashMap<>();
    root.required("vendors")
        .someEntries("vendor")
        .forEach((id, node) -> vendorById.put(id, vendor(id, node)));
    List<Rename> renames =
        root.optional("renames").map(YamlNode::items).orElse(List.of()).stream()
            .map(this::rename)
            .toList();
    CredentialReader reader =
        new CredentialReader(evidence, new TimelineReader(evidence, language), vendorById);
    Map<String, YamlNode> nodeByCode = root.required("credentials").someEntries("credential");
    List<Credential> credentials = new ArrayList<>();
    nodeByCode.forEach((code, node) -> reader.read(code, node).ifPresent(credentials::add));
    if (!vendorById.isEmpty() && !nodeByCode.isEmpty()) {
      noteUnusedSources();
    }
    Catalogue catalogue =
        new Catalogue(checked, language, List.copyOf(vendorById.values()), credentials, renames);
    new CatalogueChecks(catalogue, nodeByCode).run();
    return catalogue;
  }

  private static Map<String, Source> sources(YamlNode node) {
    Map<String, Source> sources = new LinkedHashMap<>();
    node.someEntries("source")
        .forEach((key, source) -> {
          source.onlyKeys("name", "address", "vendor", "by");
          sources.put(
              key,
              new Source(
                  key,
                  source.required("name").text(),
                  source.optional("address").map(CredentialReader::address),
                  source.optional("vendor").map(YamlNode::flag).orElse(false),
                  source.optional("by").map(YamlNode::text).orElse(key)));
        });
    return sources;
  }

  private void noteUnusedSources() {
    root.required("sources")
        .entries()
        .forEach((key, source) -> {
          if (!evidence.uses(key)) {
            source.problem("source \"" + key + "\" is used by nothing");
          }
        });
  }

  private Vendor vendor(String id, YamlNode node) {
    node.onlyKeys("name", "prefix", "rules");
    List<Fact> rules = new ArrayList<>();
    for (YamlNode rule : node.optional("rules").map(YamlNode::items).orElse(List.of())) {
      rule.onlyKeys(EvidenceReader.keysWith("about", "value", "note", "others"));
      YamlNode about = rule.required("about");
      if (!about.isMissing()) {
        CredentialReader.attribute(about.text(), about)
            .ifPresent(attribute -> rules.add(evidence.fact(attribute, rule)));
      }
    }
    return new Vendor(
        id, node.required("name").text(), node.optional("prefix").map(YamlNode::text), rules);
  }

  private Rename rename(YamlNode node) {
    node.onlyKeys(EvidenceReader.keysWith("before", "now", "change", "since", "note"));
    Optional<String> now = node.optional("now").map(YamlNode::text);
    YamlNode word = node.required("change");
    Rename.Change change =
        switch (word.text()) {
          case "renamed" -> Rename.Change.RENAMED;
          case "withdrawn" -> Rename.Change.WITHDRAWN;
          default -> {
            if (!word.isMissing()) {
              word.problem("unknown change \"" + word.text() + "\"; allowed: renamed, withdrawn");
            }
            yield Rename.Change.WITHDRAWN;
          }
        };
    if (change == Rename.Change.RENAMED && now.isEmpty()) {
      node.problem("what is renamed needs \"now\", its name today");
    }
    return new Rename(
        node.required("before").texts(),
        now,
        change,
        node.optional("since").map(YamlNode::text),
        EvidenceReader.note(node),
        evidence.evidence(node));
  }
}
