package dev.certadvisor.slack;

import dev.certadvisor.conversation.Act;
import dev.certadvisor.conversation.Reply;
import dev.certadvisor.conversation.Reply.Part;
import dev.certadvisor.conversation.Wording;
import dev.certadvisor.decision.Choice;
import dev.certadvisor.decision.ChoiceId;
import dev.certadvisor.decision.QuestionId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Draws a reply as Block Kit. What is too long for one block becomes several; nothing is refused
 * and no quotation is shortened.
 */
final class BlockKitRenderer {

  /** An option that fits on its button with its number is not listed again above. */
  private static final int SHORT_OPTION = 60;

  private static final int BAR_WIDTH = 10;

  /** An escaped text is at most this many times as long. */
  private static final int ESCAPED = 5;

  private final Wording wording;
  private final StatusSheet sheet;

  /** A renderer with these sentences. */
  BlockKitRenderer(Wording wording) {
    this.wording = wording;
    this.sheet = new StatusSheet(wording);
  }

  /** The reply's blocks in reading order; there may be more than a message holds. */
  List<Map<String, Object>> blocks(Reply reply) {
    return blocks(reply, false);
  }

  /** The reply's blocks in a window, where forms can be filled in. */
  List<Map<String, Object>> windowBlocks(Reply reply) {
    return blocks(reply, true);
  }

  private List<Map<String, Object>> blocks(Reply reply, boolean inWindow) {
    Drawing drawing = new Drawing(inWindow);
    List<Part> parts = reply.parts();
    for (int i = 0; i < parts.size(); i++) {
      boolean goesOn = i + 1 < parts.size() && isSameSource(parts.get(i), parts.get(i + 1));
      drawing.add(parts.get(i), goesOn);
    }
    return drawing.blocks;
  }

  /** What stands in the same section is told its source once, after the last of it. */
  private static boolean isSameSource(Part one, Part next) {
    return one instanceof Part.Quote quote
        && next instanceof Part.Quote other
        && quote.citation().section().equals(other.citation().section());
  }

  /** One drawing: the blocks so far, and how many buttons they have. */
  private final class Drawing {

    private final List<Map<String, Object>> blocks = new ArrayList<>();
    private final boolean inWindow;
    private int buttons;

    private Drawing(boolean inWindow) {
      this.inWindow = inWindow;
    }

    private void add(Part part, boolean goesOn) {
      switch (part) {
        case Part.Heading heading -> blocks.add(Blocks.header(heading.text()));
        case Part.Prose prose -> paragraphs(prose.text());
        case Part.Bullets bullets -> bullets(bullets);
        case Part.Quote quote -> quote(quote, goesOn);
        case Part.Comparison comparison -> comparison(comparison);
        case Part.Prompt prompt -> prompt(prompt);
        case Part.Ranking ranking -> ranking(ranking);
        case Part.Status status -> status(status);
        case Part.Notice notice -> smallPrint(Mrkdwn.escape(notice.text()));
        case Part.Buttons row -> buttons(row.buttons());
        case Part.Byline byline -> byline(byline);
        case Part.Form form -> form(form);
      }
    }

    private void paragraphs(String text) {
      pieces(Mrkdwn.escape(text), SlackLimits.SECTION_TEXT)
          .forEach(piece -> blocks.add(Blocks.section(piece)));
    }

    private void bullets(Part.Bullets bullets) {
      List<String> items = bullets.items().stream().filter(item -> !item.isBlank()).toList();
      if (!items.isEmpty()) {
        blocks.add(Blocks.bullets(items));
      }
    }

    private void quote(Part.Quote quote, boolean goesOn) {
      pieces(quote.citation().quote(), SlackLimits.SECTION_TEXT)
          .forEach(
              piece -> blocks.add(Blocks.quotation(piece, quote.key().filter(piece::contains))));
      String below =
          Stream.concat(
                  quote.now().map(now -> Mrkdwn.escape(wording.say("slack.today", now))).stream(),
                  goesOn ? Stream.empty() : Stream.of(source(quote)))
              .collect(Collectors.joining("\n"));
      smallPrint(below);
    }

    private String source(Part.Quote quote) {
      return Mrkdwn.escape(
          wording.say("slack.source", quote.citation().title(), quote.citation().section()));
    }

    /** Two sides stand next to each other; more, or very long ones, below each other. */
    private void comparison(Part.Comparison comparison) {
      List<List<String>> columns = comparison.sides().stream().map(this::column).toList();
      boolean fits =
          columns.size() == 2
              && columns.stream().flatMap(List::stream).allMatch(Drawing::fitsField);
      if (fits) {
        sideBySide(columns);
      } else {
        columns.stream()
            .flatMap(List::stream)
            .flatMap(text -> pieces(text, SlackLimits.SECTION_TEXT))
            .forEach(text -> blocks.add(Blocks.section(text)));
      }
      String sources =
          comparison.sides().stream()
              .flatMap(side -> side.quotes().stream())
              .map(this::source)
              .distinct()
              .collect(Collectors.joining("\n"));
      smallPrint(sources);
    }

    private static boolean fitsField(String text) {
      return text.length() <= SlackLimits.FIELD_TEXT;
    }

    private void sideBySide(List<List<String>> columns) {
      int rows = columns.stream().mapToInt(List::size).max().orElse(0);
      for (int row = 0; row < rows; row++) {
        List<String> fields = new ArrayList<>();
        for (List<String> column : columns) {
          fields.add(row < column.size() ? column.get(row) : wording.say("slack.no-more"));
        }
        blocks.add(Blocks.fields(Optional.empty(), fields));
      }
    }

    /** A side's quotations, each as the text of a field; the first has the side's name above. */
    private List<String> column(Part.Side side) {
      List<String> texts = new ArrayList<>();
      String name = Mrkdwn.bold(side.name()) + "\n";
      if (side.quotes().isEmpty()) {
        return List.of(name + Mrkdwn.escape(wording.say("slack.nothing")));
      }
      for (Part.Quote quote : side.quotes()) {
        String now =
            quote
                .now()
                .map(text -> "\n" + Mrkdwn.escape(wording.say("slack.today", text)).strip())
                .orElse("");
        texts.add((texts.isEmpty() ? name : "") + Mrkdwn.quote(quote.citation().quote()) + now);
      }
      return texts;
    }

    private void prompt(Part.Prompt prompt) {
      pieces(prompt.text(), SlackLimits.SECTION_TEXT / ESCAPED)
          .map(Mrkdwn::bold)
          .forEach(piece -> blocks.add(Blocks.section(piece)));
      boolean listed =
          prompt.options().stream().anyMatch(option -> option.label().length() > SHORT_OPTION);
      if (listed) {
        options(prompt.options()).forEach(list -> blocks.add(Blocks.section(list)));
      }
      row(
          IntStream.range(0, prompt.options().size())
              .mapToObj(index -> option(prompt, index))
              .toList());
      String progress = inWindow ? "slack.progress-window" : "slack.progress";
      smallPrint(Mrkdwn.escape(wording.say(progress, prompt.asked(), prompt.atMost())));
      buttons(prompt.controls());
    }

    private Stream<String> options(List<Part.Option> options) {
      String list =
          IntStream.range(0, options.size())
              .mapToObj(index -> (index + 1) + ". " + Mrkdwn.escape(options.get(index).label()))
              .collect(Collectors.joining("\n"));
      return pieces(list, SlackLimits.SECTION_TEXT);
    }

    private Map<String, Object> option(Part.Prompt prompt, int index) {
      Part.Option option = prompt.options().get(index);
      return button((index + 1) + ". " + option.label(), choice(prompt, option));
    }

    private void ranking(Part.Ranking ranking) {
      String lines =
          ranking.shares().stream().map(BlockKitRenderer::ranked).collect(Collectors.joining("\n"));
      pieces(lines, SlackLimits.SECTION_TEXT).forEach(text -> blocks.add(Blocks.section(text)));
    }

    private void status(Part.Status status) {
      sheet.blocks(status).forEach(blocks::add);
      smallPrint(sheet.sources(status));
    }

    private void byline(Part.Byline byline) {
      smallPrint(Mrkdwn.escape(byline.text()) + " " + Mrkdwn.mention(byline.person().user()));
    }

    /** Only windows have places to fill in; a message says how to come to one. */
    private void form(Part.Form form) {
      if (inWindow) {
        form.fields().stream().map(Inputs::of).forEach(blocks::add);
      } else {
        smallPrint(Mrkdwn.escape(wording.say("slack.form-gone")));
      }
    }

    private void smallPrint(String mrkdwn) {
      pieces(mrkdwn, SlackLimits.CONTEXT_TEXT).forEach(text -> blocks.add(Blocks.context(text)));
    }

    private void buttons(List<Reply.Button> row) {
      row(row.stream().map(button -> button(button.label(), button.act())).toList());
    }

    private void row(List<Map<String, Object>> row) {
      for (int from = 0; from < row.size(); from += SlackLimits.ACTIONS_ELEMENTS) {
        int to = Math.min(from + SlackLimits.ACTIONS_ELEMENTS, row.size());
        blocks.add(Blocks.actions(row.subList(from, to)));
      }
    }

    private Map<String, Object> button(String label, Act act) {
      Map<String, Object> button = new LinkedHashMap<>();
      button.put("type", "button");
      button.put("action_id", ActionId.of(buttons++));
      button.put("text", Blocks.plainText(Mrkdwn.cut(label, SlackLimits.BUTTON_TEXT)));
      button.put("value", ActionId.encode(act));
      if (act instanceof Act.Do move && move.move() == Act.Move.CONFIRM_FORGET_ME) {
        button.put("style", "danger");
      }
      return button;
    }
  }

  private static Act choice(Part.Prompt prompt, Part.Option option) {
    return new Act.Answer(new Choice(new QuestionId(prompt.question()), new ChoiceId(option.id())));
  }

  private static Stream<String> pieces(String text, int most) {
    return Mrkdwn.split(text, most).stream();
  }

  private static String ranked(Part.Ranked ranked) {
    int filled = (int) Math.round(Math.clamp(ranked.share(), 0, 1) * BAR_WIDTH);
    return "%s%s  %.0f%%  %s"
        .formatted(
            "▰".repeat(filled),
            "▱".repeat(BAR_WIDTH - filled),
            ranked.share() * 100,
            Mrkdwn.bold(ranked.name()));
  }
}
