package dev.certadvisor.pack;

import dev.certadvisor.catalogue.Alternative;
import dev.certadvisor.catalogue.Attribute;
import dev.certadvisor.catalogue.Confidence;
import dev.certadvisor.catalogue.Evidence;
import dev.certadvisor.catalogue.Fact;
import dev.certadvisor.catalogue.Source;
import dev.certadvisor.catalogue.Value;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads values with their sources, and remembers which sources were used. */
final class EvidenceReader {

  private static final String[] EVIDENCE_KEYS = {"sources", "seen", "confidence", "recheck"};
  private static final String NOT_PUBLISHED = "not published";
  private static final Pattern WEIGHT = Pattern.compile("(\\d{1,3})(?:-(\\d{1,3}))?");

  private final Map<String, Source> sourceByKey;
  private final LocalDate checked;
  private final Optional<LocalDate> today;
  private final Set<String> used = new HashSet<>();

  /**
   * @param sourceByKey the file's table of sources
   * @param checked the day of the newest evidence
   * @param today the day after which nothing can have been seen; empty to leave that unchecked
   */
  EvidenceReader(Map<String, Source> sourceByKey, LocalDate checked, Optional<LocalDate> today) {
    this.today = today;
    this.sourceByKey = sourceByKey;
    this.checked = checked;
  }

  /** Whether a source was read so far. */
  boolean uses(String source) {
    return used.contains(source);
  }

  /** The keys of evidence together with those of what it supports. */
  static String[] keysWith(String... own) {
    List<String> keys = new ArrayList<>(List.of(own));
    keys.addAll(List.of(EVIDENCE_KEYS));
    return keys.toArray(String[]::new);
  }

  /** A fact: value, note, other sides and what they rest on. */
  Fact fact(Attribute attribute, YamlNode node) {
    Value value = value(attribute, node.required("value"));
    return new Fact(attribute, value, note(node), evidence(node), others(attribute, value, node));
  }

  /** What other pages say, where a node has {@code others}. */
  List<Alternative> others(Attribute attribute, Value value, YamlNode node) {
    return node.optional("others").stream()
        .flatMap(list -> list.items().stream())
        .map(item -> {
          item.onlyKeys(keysWith("value", "note"));
          Alternative other =
              new Alternative(value(attribute, item.required("value")), note(item), evidence(item));
          if (other.value().equals(value)) {
            item.problem("the other side says the same as the value");
          }
          return other;
        })
        .toList();
  }

  /** The note of a node, if it has one. */
  static Optional<String> note(YamlNode node) {
    return node.optional("note").map(YamlNode::text);
  }

  /** Sources, day, confidence and mark for a re-check. */
  Evidence evidence(YamlNode node) {
    List<Source> sources = sources(node);
    Confidence confidence = confidence(node);
    LocalDate seen = day(node.required("seen"));
    boolean recheck = node.optional("recheck").map(YamlNode::flag).orElse(false);
    int named = node.optional("sources").map(list -> list.items().size()).orElse(0);
    if (named == sources.size()) {
      checkSupport(node, confidence, sources);
    }
    return new Evidence(sources, seen, confidence, recheck);
  }

  /** A day that is not later than the newest evidence. */
  private LocalDate day(YamlNode node) {
    if (node.isMissing()) {
      return checked;
    }
    LocalDate day = node.day();
    if (day.isAfter(checked)) {
      node.problem("seen on " + day + ", which is later than \"checked\" (" + checked + ")");
    } else if (today.filter(day::isAfter).isPresent()) {
      node.problem("seen on %s, which is later than today (%s)".formatted(day, today.get()));
    }
    return day;
  }

  private List<Source> sources(YamlNode node) {
    List<Source> sources = new ArrayList<>();
    for (YamlNode item : node.optional("sources").map(YamlNode::items).orElse(List.of())) {
      Source source = sourceByKey.get(item.text());
      if (source == null && sourceByKey.isEmpty()) {
        continue; // that there are no sources is the mistake, and told
      }
      if (source == null) {
        item.problem("unknown source \"" + item.text() + "\"; allowed are the keys of \"sources\"");
      } else {
        used.add(source.key());
        sources.add(source);
      }
    }
    return sources;
  }

  private static Confidence confidence(YamlNode node) {
    String mark = node.required("confidence").text();
    for (Confidence confidence : Confidence.values()) {
      if (confidence.name().equals(mark)) {
        return confidence;
      }
    }
    if (!mark.isEmpty()) {
      node.required("confidence")
          .problem("unknown confidence \"" + mark + "\"; allowed: A, B, C, X");
    }
    return Confidence.X;
  }

  private static void checkSupport(YamlNode node, Confidence confidence, List<Source> sources) {
    switch (confidence) {
      case A -> {
        if (sources.stream().noneMatch(Source::vendors)) {
          node.problem("confidence A needs a source that is the vendor's (\"vendor: true\")");
        }
      }
      case B -> {
        if (sources.stream().map(Source::author).distinct().count() < 2) {
          node.problem("confidence B needs sources of at least two authors; with one it is C");
        }
      }
      case C -> {
        if (sources.isEmpty()) {
          node.problem("no source is given; only confidence X goes without");
        }
      }
      case X -> {}
    }
  }

  private static Value value(Attribute attribute, YamlNode node) {
    if (node.isSequence()) {
      return attribute == Attribute.DOMAINS ? domains(node) : new Value.Names(node.texts());
    }
    String text = node.text();
    boolean counted = attribute == Attribute.PRICE || attribute == Attribute.MINUTES;
    if (counted && text.matches("-?\\d+")) {
      int number = node.wholeNumber();
      if (number <= 0) {
        node.problem("expected a number above 0, found " + number);
      }
      return new Value.Amount(number);
    }
    if (counted && !node.isMissing() && !text.matches(".*\\d.*") && !text.equals(NOT_PUBLISHED)) {
      node.problem(
          "expected a whole number, a text with the numbers in it such as"
              + " \"75 USD while in beta, 150 USD afterwards\", or \""
              + NOT_PUBLISHED
              + "\"; found \""
              + text
              + "\"");
    }
    return new Value.Text(text);
  }

  private static Value domains(YamlNode node) {
    List<Value.Domain> domains = node.items().stream().map(EvidenceReader::domain).toList();
    int least = domains.stream().mapToInt(Value.Domain::least).sum();
    int most = domains.stream().mapToInt(Value.Domain::most).sum();
    if (least > 100 || most < 100) {
      node.problem(
          "the weights cannot add up to 100: they come to "
              + (least == most ? String.valueOf(least) : least + " to " + most));
    }
    return new Value.Domains(domains);
  }

  private static Value.Domain domain(YamlNode node) {
    node.onlyKeys("name", "weight");
    YamlNode weight = node.required("weight");
    Matcher matcher = WEIGHT.matcher(weight.text());
    if (!matcher.matches()) {
      weight.problem("expected a weight such as 20 or 20-25, found \"" + weight.text() + "\"");
      return new Value.Domain(node.required("name").text(), 0, 100);
    }
    int least = Integer.parseInt(matcher.group(1));
    int most = matcher.group(2) == null ? least : Integer.parseInt(matcher.group(2));
    return new Value.Domain(node.required("name").text(), least, most);
  }
}
