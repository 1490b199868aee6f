package dev.certadvisor.pack;

import dev.certadvisor.catalogue.Catalogue;
import dev.certadvisor.catalogue.Credential;
import dev.certadvisor.catalogue.Credential.Succession;
import dev.certadvisor.catalogue.CredentialId;
import dev.certadvisor.catalogue.Event;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;

/** What has to hold between the credentials of a catalogue. */
final class CatalogueChecks {

  private final Catalogue catalogue;
  private final Map<String, YamlNode> nodeByCode;

  /** A day on which everything that has a last day is over. */
  private final LocalDate horizon;

  CatalogueChecks(Catalogue catalogue, Map<String, YamlNode> nodeByCode) {
    this.catalogue = catalogue;
    this.nodeByCode = nodeByCode;
    this.horizon =
        catalogue.credentials().stream()
            .flatMap(credential -> credential.timeline().events().stream())
            .map(Event::day)
            .max(LocalDate::compareTo)
            .orElse(catalogue.asOf())
            .plusDays(1);
  }

  /** Notes every mistake at the credential that it is in. */
  void run() {
    checkNames();
    boolean allKnown = true;
    for (Credential credential : catalogue.credentials()) {
      allKnown &= checkTargets(credential);
    }
    if (allKnown) {
      catalogue.credentials().forEach(this::checkEnd);
    }
  }

  private void checkNames() {
    Map<String, CredentialId> owner = new HashMap<>();
    for (Credential credential : catalogue.credentials()) {
      Stream.of(List.of(credential.id().code()), credential.otherCodes(), credential.alsoCalled())
          .flatMap(List::stream)
          .forEach(name -> {
            String key = name.toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{N}]+", "");
            CredentialId first = owner.putIfAbsent(key, credential.id());
            if (first != null) {
              node(credential)
                  .problem(
                      first.equals(credential.id())
                          ? "\"" + name + "\" is given twice"
                          : "\"" + name + "\" already means " + first);
            }
          });
    }
  }

  private boolean checkTargets(Credential credential) {
    boolean known = true;
    List<YamlNode> items = successors(credential);
    for (YamlNode item : items) {
      String to = item.required("to").text();
      if (to.equals(credential.id().code())) {
        item.problem(to + " cannot be its own successor");
      } else if (!to.isEmpty() && !nodeByCode.containsKey(to)) {
        item.problem("unknown successor \"" + to + "\"");
      }
      known &= to.isEmpty() || catalogue.find(new CredentialId(to)).isPresent();
    }
    return known;
  }

  private void checkEnd(Credential credential) {
    for (YamlNode item : successors(credential)) {
      String to = item.required("to").text();
      if (!to.isEmpty() && isDeadEnd(new CredentialId(to))) {
        item.problem("successor " + to + " is retired itself, and no living one follows behind it");
      }
    }
    if (!catalogue.statusOn(credential.id(), horizon).isOver()) {
      return;
    }
    if (credential.successions().isEmpty()) {
      node(credential).problem("the exam ends, and no \"successors\" say what to sit instead");
    }
    if (credential.holders().isEmpty()) {
      node(credential).problem("the exam ends, and no \"holders\" say what becomes of a badge");
    }
  }

  private boolean isDeadEnd(CredentialId id) {
    return catalogue.statusOn(id, horizon).isOver()
        && catalogue.successors(id, horizon).stream().map(Succession::to).findAny().isEmpty();
  }

  private List<YamlNode> successors(Credential credential) {
    return node(credential).optional("successors").map(YamlNode::items).orElse(List.of());
  }

  private YamlNode node(Credential credential) {
    YamlNode node = nodeByCode.get(credential.id().code());
    if (node == null) {
      throw new IllegalStateException("no node was read for " + credential.id());
    }
    return node;
  }
}
