package dev.certadvisor.slack;

import dev.certadvisor.conversation.Reply.Part;
import dev.certadvisor.conversation.Wording;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Draws what is true of a credential: its state, its values, and where they were seen. */
final class StatusSheet {

  /** Values up to this long stand side by side. */
  private static final int SHORT_VALUE = 90;

  private final Wording wording;

  StatusSheet(Wording wording) {
    this.wording = wording;
  }

  /** State and values. */
  List<Map<String, Object>> blocks(Part.Status status) {
    List<Map<String, Object>> blocks = new ArrayList<>();
    String state = Mrkdwn.bold(status.title()) + "\n" + Mrkdwn.escape(status.state());
    sections(state).forEach(blocks::add);
    boolean grid =
        status.facts().size() > 1
            && status.facts().stream().allMatch(fact -> fact.value().length() <= SHORT_VALUE);
    if (grid) {
      List<String> facts = status.facts().stream().map(fact -> fact(fact, "\n")).toList();
      for (int from = 0; from < facts.size(); from += SlackLimits.SECTION_FIELDS) {
        int to = Math.min(from + SlackLimits.SECTION_FIELDS, facts.size());
        blocks.add(Blocks.fields(Optional.empty(), facts.subList(from, to)));
      }
    } else {
      sections(
              status.facts().stream()
                  .map(fact -> fact(fact, ": "))
                  .collect(Collectors.joining("\n")))
          .forEach(blocks::add);
    }
    return blocks;
  }

  /** What was seen in the same place is told its source once; the status comes last. */
  String sources(Part.Status status) {
    Map<String, List<String>> labels = new LinkedHashMap<>();
    for (Part.Fact fact : status.facts()) {
      labels.computeIfAbsent(fact.source(), source -> new ArrayList<>()).add(fact.label());
    }
    List<String> lines = new ArrayList<>();
    labels.forEach((source, of) ->
        lines.add(Mrkdwn.escape(wording.say("slack.checked-of", String.join(", ", of), source))));
    String last = Mrkdwn.escape(wording.say("slack.checked", status.source()));
    lines.add(
        status
            .address()
            .map(address -> last + " " + Mrkdwn.link(address, wording.say("slack.page")))
            .orElse(last));
    return String.join("\n", lines);
  }

  private static Stream<Map<String, Object>> sections(String mrkdwn) {
    return Mrkdwn.split(mrkdwn, SlackLimits.SECTION_TEXT).stream().map(Blocks::section);
  }

  private static String fact(Part.Fact fact, String between) {
    return Mrkdwn.cut(
        Mrkdwn.bold(fact.label()) + between + Mrkdwn.escape(fact.value()), SlackLimits.FIELD_TEXT);
  }
}
