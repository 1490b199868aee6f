package dev.certadvisor.conversation;

import dev.certadvisor.catalogue.Alternative;
import dev.certadvisor.catalogue.Attribute;
import dev.certadvisor.catalogue.Confidence;
import dev.certadvisor.catalogue.Evidence;
import dev.certadvisor.catalogue.Fact;
import dev.certadvisor.catalogue.Source;
import dev.certadvisor.catalogue.Value;
import java.time.LocalDate;
import java.util.Optional;
import java.util.stream.Collectors;

/** Puts values and what they rest on into words. */
final class FactWording {

  private final Wording wording;
  private final StatusWording statuses;

  FactWording(Wording wording, StatusWording statuses) {
    this.wording = wording;
    this.statuses = statuses;
  }

  /** A fact with its label, its doubts and its source. */
  Reply.Part.Fact fact(Fact fact, LocalDate today) {
    return new Reply.Part.Fact(
        label(fact.attribute()), value(fact), source(fact.evidence(), today));
  }

  /** The name of an attribute for people. */
  String label(Attribute attribute) {
    return wording.say("fact.label." + attribute.key());
  }

  /** Where and when something was seen, and how well it is supported. */
  String source(Evidence evidence, LocalDate today) {
    String day =
        wording.say(
            evidence.isDoubtful(today) ? "fact.source.checked" : "fact.source.seen",
            evidence.seen().toString());
    return switch (evidence.confidence()) {
      case A -> wording.say("fact.source.vendor", vendorPage(evidence), day);
      case B ->
          wording.say(
              "fact.source.agreed",
              evidence.sources().getFirst().name(),
              evidence.sources().size() - 1,
              day);
      case C -> wording.say("fact.source.single", evidence.sources().getFirst().name(), day);
      case X -> wording.say("fact.source.none", evidence.seen().toString());
    };
  }

  private static String vendorPage(Evidence evidence) {
    return evidence.sources().stream()
        .filter(Source::vendors)
        .findFirst()
        .map(Source::name)
        .orElseThrow(() -> new IllegalArgumentException("no vendor's page among " + evidence));
  }

  private String value(Fact fact) {
    String words = withNote(words(fact.attribute(), fact.value()), fact.note());
    if (fact.alternatives().isEmpty()) {
      return words;
    }
    String own =
        fact.evidence().confidence() == Confidence.C ? wording.say("fact.reported", words) : words;
    return own
        + fact.alternatives().stream()
            .map(other -> other(fact.attribute(), other))
            .collect(Collectors.joining());
  }

  private String other(Attribute attribute, Alternative other) {
    return wording.say(
        other.evidence().isShared() ? "fact.others" : "fact.other",
        withNote(words(attribute, other.value()), other.note()));
  }

  private String withNote(String words, Optional<String> note) {
    return note.map(text -> wording.say("fact.note", words, text)).orElse(words);
  }

  private String words(Attribute attribute, Value value) {
    return switch (value) {
      case Value.Amount amount ->
          wording.say("fact.amount." + attribute.key(), String.valueOf(amount.number()));
      case Value.Text text -> text.words();
      case Value.Names names -> statuses.names(names.names());
      case Value.Domains domains ->
          domains.domains().stream().map(this::domain).collect(Collectors.joining("; "));
    };
  }

  private String domain(Value.Domain domain) {
    return domain.least() == domain.most()
        ? wording.say("fact.domain", domain.name(), domain.least())
        : wording.say("fact.domain.range", domain.name(), domain.least(), domain.most());
  }
}
