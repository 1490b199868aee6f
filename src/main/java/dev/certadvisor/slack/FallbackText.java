package dev.certadvisor.slack;

import dev.certadvisor.conversation.Reply;
import dev.certadvisor.conversation.Reply.Part;
import dev.certadvisor.conversation.Wording;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The reply in plain sentences: what a notification shows and a screen reader reads ("Designing
 * with accessibility", docs.slack.dev). It says the answer itself.
 */
final class FallbackText {

  private final Wording wording;

  /** Texts with these sentences. */
  FallbackText(Wording wording) {
    this.wording = wording;
  }

  /** At most {@link SlackLimits#MESSAGE_TEXT} characters, escaped; never blank. */
  String of(Reply reply) {
    String text =
        reply.parts().stream()
            .map(this::part)
            .filter(words -> !words.isBlank())
            .collect(Collectors.joining("\n"));
    String words = text.isBlank() ? wording.say("slack.empty") : text;
    String byline =
        reply.parts().stream()
            .filter(Part.Byline.class::isInstance)
            .map(Part.Byline.class::cast)
            .map(by -> Mrkdwn.escape(by.text()) + " " + Mrkdwn.mention(by.person().user()) + "\n")
            .collect(Collectors.joining());
    int most = SlackLimits.MESSAGE_TEXT - byline.length();
    String cut = Mrkdwn.escape(Mrkdwn.cut(words, SlackLimits.MESSAGE_TEXT / 2));
    return byline
        + (cut.length() <= most
            ? cut
            : Mrkdwn.escape(Mrkdwn.cut(words, SlackLimits.MESSAGE_TEXT / 6)));
  }

  private String part(Part part) {
    return switch (part) {
      case Part.Heading heading -> heading.text();
      case Part.Prose prose -> prose.text();
      case Part.Bullets bullets -> String.join("\n", bullets.items());
      case Part.Quote quote -> quote(quote);
      case Part.Comparison comparison ->
          comparison.sides().stream().map(this::side).collect(Collectors.joining("\n"));
      case Part.Prompt prompt -> prompt(prompt);
      case Part.Ranking ranking ->
          ranking.shares().stream()
              .map(ranked -> "%s %.0f%%".formatted(ranked.name(), ranked.share() * 100))
              .collect(Collectors.joining(", "));
      case Part.Status status -> status(status);
      case Part.Notice notice -> notice.text();
      case Part.Buttons buttons -> "";
      case Part.Byline byline -> ""; // stands first, since a mention must not be escaped
      case Part.Form form -> wording.say("slack.form-gone");
    };
  }

  private String quote(Part.Quote quote) {
    String source =
        wording.say("slack.source", quote.citation().title(), quote.citation().section());
    return Stream.concat(
            Stream.of("\"" + quote.citation().quote() + "\"", source),
            quote.now().map(now -> wording.say("slack.today", now)).stream())
        .collect(Collectors.joining("\n"));
  }

  private String side(Part.Side side) {
    return side.quotes().isEmpty()
        ? side.name() + ": " + wording.say("slack.nothing")
        : side.quotes().stream()
            .map(this::quote)
            .collect(Collectors.joining("\n", side.name() + ": ", ""));
  }

  private static String prompt(Part.Prompt prompt) {
    List<String> lines = new ArrayList<>();
    lines.add(prompt.text());
    for (int i = 0; i < prompt.options().size(); i++) {
      lines.add((i + 1) + ". " + prompt.options().get(i).label());
    }
    return String.join("\n", lines);
  }

  private static String status(Part.Status status) {
    return Stream.concat(
            Stream.of(status.title() + ": " + status.state()),
            status.facts().stream().map(fact -> fact.label() + ": " + fact.value()))
        .collect(Collectors.joining("\n"));
  }
}
