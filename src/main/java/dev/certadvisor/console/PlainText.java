package dev.certadvisor.console;

import dev.certadvisor.conversation.Act;
import dev.certadvisor.conversation.Reply;
import dev.certadvisor.conversation.Reply.Part;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** Draws a reply as a terminal shows it: plain text, paragraphs parted by blank lines. */
public final class PlainText {

  private static final int BAR_WIDTH = 20;

  private PlainText() {}

  /** The whole reply. */
  public static String of(Reply reply) {
    return reply.parts().stream()
        .map(PlainText::part)
        .filter(text -> !text.isEmpty())
        .collect(Collectors.joining("\n\n"));
  }

  private static String part(Part part) {
    return switch (part) {
      case Part.Heading heading -> heading.text();
      case Part.Prose prose -> prose.text();
      case Part.Bullets bullets ->
          bullets.items().stream().map(item -> "- " + item).collect(Collectors.joining("\n"));
      case Part.Quote quote -> quote(quote);
      case Part.Comparison comparison ->
          comparison.sides().stream().map(PlainText::side).collect(Collectors.joining("\n\n"));
      case Part.Prompt prompt -> prompt(prompt);
      case Part.Ranking ranking ->
          ranking.shares().stream().map(PlainText::ranked).collect(Collectors.joining("\n"));
      case Part.Status status -> status(status);
      case Part.Notice notice -> "(" + notice.text() + ")";
      case Part.Buttons buttons -> buttons(buttons.buttons());
      case Part.Byline byline -> byline.text() + " " + byline.person().user();
      case Part.Form form -> ""; // what stands before it says that there is nothing to fill in here
    };
  }

  private static String quote(Part.Quote quote) {
    String words =
        "\"%s\"\n  -- %s [%s]"
            .formatted(
                quote.citation().quote(), quote.citation().title(), quote.citation().section());
    return quote.now().map(now -> words + "\n  Today: " + now).orElse(words);
  }

  private static String side(Part.Side side) {
    String quotes =
        side.quotes().isEmpty()
            ? "-"
            : side.quotes().stream().map(PlainText::quote).collect(Collectors.joining("\n\n"));
    return side.name() + ":\n" + quotes;
  }

  private static String prompt(Part.Prompt prompt) {
    List<String> lines = new ArrayList<>();
    lines.add("[%d of at most %d] %s".formatted(prompt.asked(), prompt.atMost(), prompt.text()));
    for (int i = 0; i < prompt.options().size(); i++) {
      lines.add("  %d. %s".formatted(i + 1, prompt.options().get(i).label()));
    }
    String controls = buttons(prompt.controls());
    if (!controls.isEmpty()) {
      lines.add(controls);
    }
    return String.join("\n", lines);
  }

  private static String ranked(Reply.Part.Ranked ranked) {
    int filled = (int) Math.round(ranked.share() * BAR_WIDTH);
    return "%s%s %3.0f%%  %s"
        .formatted(
            "#".repeat(filled),
            ".".repeat(BAR_WIDTH - filled),
            ranked.share() * 100,
            ranked.name());
  }

  private static String status(Part.Status status) {
    List<String> lines = new ArrayList<>();
    lines.add(status.title() + ": " + status.state());
    status
        .facts()
        .forEach(fact ->
            lines.add("  %s: %s [%s]".formatted(fact.label(), fact.value(), fact.source())));
    lines.add("  Source: " + status.source());
    status.address().ifPresent(address -> lines.add("  " + address));
    return String.join("\n", lines);
  }

  /** Buttons as what can be typed instead; those that make sense only on a screen are left out. */
  private static String buttons(List<Reply.Button> buttons) {
    String typed =
        buttons.stream()
            .map(Reply.Button::act)
            .map(PlainText::typed)
            .filter(words -> !words.isEmpty())
            .distinct()
            .map(words -> "\"" + words + "\"")
            .collect(Collectors.joining(" | "));
    return typed.isEmpty() ? "" : "You can type: " + typed;
  }

  private static String typed(Act act) {
    return switch (act) {
      case Act.Say say -> say.text();
      case Act.Choose choose ->
          "change %s to %s".formatted(choose.choice().question(), choose.choice().choice());
      case Act.Change change -> "change " + change.question();
      case Act.Do move -> move.move().name().toLowerCase(Locale.ROOT).replace('_', ' ');
      case Act.Read read -> "read " + read.section();
      case Act.Answer answer -> answer.choice().choice().value();
      case Act.Rate rate -> "";
      case Act.ShareAnswer share -> "";
      case Act.ShareAdvice share -> "";
      case Act.AskPerson ask -> "";
      case Act.SetChannel set -> "";
      case Act.SetPeople set -> "";
      case Act.Submit submit -> "";
    };
  }
}
