package dev.certadvisor.pack;

import dev.certadvisor.catalogue.Alternative;
import dev.certadvisor.catalogue.Attribute;
import dev.certadvisor.catalogue.Event;
import dev.certadvisor.catalogue.Event.Kind;
import dev.certadvisor.catalogue.Event.Precision;
import dev.certadvisor.catalogue.Evidence;
import dev.certadvisor.catalogue.Timeline;
import dev.certadvisor.catalogue.Value;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Reads an exam's timeline and checks that its dates can be true. */
final class TimelineReader {

  private static final String KINDS =
      Arrays.stream(Kind.values()).map(Kind::key).collect(Collectors.joining(", "));

  private final EvidenceReader evidence;
  private final String language;

  /**
   * @param language the one in which the catalogue's readers sit exams
   */
  TimelineReader(EvidenceReader evidence, String language) {
    this.evidence = evidence;
    this.language = language;
  }

  /** The timeline of a credential; empty, with a problem, where no status could follow from it. */
  Optional<Timeline> read(YamlNode credential) {
    YamlNode status = credential.required("status");
    status.onlyKeys(EvidenceReader.keysWith("note"));
    Evidence lastSeen = evidence.evidence(status);
    YamlNode list = credential.required("timeline");
    List<Event> events = new ArrayList<>();
    Event whole = null;
    for (YamlNode item : list.items()) {
      Optional<Event> event = event(item);
      if (event.isPresent()) {
        checkOrder(item, event.get(), events.isEmpty() ? null : events.getLast(), whole);
        events.add(event.get());
        whole = event.get().languages().isEmpty() ? event.get() : whole;
      }
    }
    if (!list.isMissing() && events.stream().noneMatch(TimelineReader::offers)) {
      list.problem(
          "the timeline never offers the exam: one of registration-opens, beta-opens and"
              + " available has to be there");
    }
    List<String> remaining =
        credential.optional("remaining").map(YamlNode::texts).orElse(List.of());
    checkRemaining(credential, events, remaining);
    return events.stream().anyMatch(TimelineReader::offers)
        ? Optional.of(new Timeline(events, lastSeen, EvidenceReader.note(status), remaining))
        : Optional.empty();
  }

  private Optional<Event> event(YamlNode node) {
    node.onlyKeys(
        EvidenceReader.keysWith("event", "on", "by", "after", "languages", "note", "others"));
    Optional<Kind> kind = kind(node.required("event"));
    Optional<YamlNode> on = node.optional("on");
    Optional<YamlNode> by = node.optional("by");
    if (on.isPresent() == by.isPresent()) {
      node.problem("an event needs either \"on\" or \"by\"");
      return Optional.empty();
    }
    LocalDate day = on.or(() -> by).orElseThrow().day();
    Optional<LocalDate> after = node.optional("after").map(YamlNode::day);
    if (after.isPresent() && (on.isPresent() || !after.get().isBefore(day))) {
      node.problem("\"after\" goes with \"by\" and has to be earlier");
    }
    List<String> languages = node.optional("languages").map(YamlNode::texts).orElse(List.of());
    if (!languages.isEmpty() && kind.filter(Kind.LAST_DAY::equals).isEmpty()) {
      node.problem("only last-day can be about single languages");
    }
    Precision precision = on.isPresent() ? Precision.ON : Precision.BY;
    Optional<String> note = EvidenceReader.note(node);
    Evidence support = evidence.evidence(node);
    List<Alternative> others =
        evidence.others(Attribute.STATUS, new Value.Text(day.toString()), node);
    return kind.map(
        known -> new Event(known, day, precision, after, languages, note, support, others));
  }

  private static Optional<Kind> kind(YamlNode name) {
    Optional<Kind> kind = Kind.of(name.text());
    if (kind.isEmpty() && !name.isMissing()) {
      name.problem("unknown event \"" + name.text() + "\"; allowed: " + KINDS);
    }
    return kind;
  }

  private static void checkOrder(
      YamlNode node, Event event, @Nullable Event before, @Nullable Event whole) {
    if (before != null && event.day().isBefore(before.day())) {
      node.problem(
          "dates out of order: %s on %s comes after %s on %s"
              .formatted(event.kind().key(), event.day(), before.kind().key(), before.day()));
    }
    if (whole != null && event.languages().isEmpty() && event.kind().compareTo(whole.kind()) <= 0) {
      node.problem(event.kind().key() + " cannot follow " + whole.kind().key());
    }
  }

  private void checkRemaining(YamlNode credential, List<Event> events, List<String> remaining) {
    boolean parts =
        events.stream().anyMatch(event -> !event.languages().isEmpty() && event.concerns(language));
    if (parts == remaining.isEmpty()) {
      credential.problem(
          parts
              ? "\"remaining\" is missing: in which languages can it be sat after " + language + "?"
              : "\"remaining\" is only for an exam that ends in " + language + " alone");
    }
    events.stream()
        .filter(event -> event.languages().stream().anyMatch(remaining::contains))
        .forEach(
            event -> credential.problem("a language cannot both end and remain: " + remaining));
  }

  private static boolean offers(Event event) {
    return event.kind() == Kind.REGISTRATION_OPENS
        || event.kind() == Kind.BETA_OPENS
        || event.kind() == Kind.AVAILABLE;
  }
}
