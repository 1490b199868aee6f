package dev.certadvisor.interview;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.StringJoiner;
import org.junit.jupiter.api.Test;

/**
 * Keeps {@code src/docs/interview.md} true. Where it differs from the table, the new text is
 * written to {@code target/interview.md}, to be copied over.
 */
class InterviewDocTest {

  private static final Path PAGE = Path.of("src", "docs", "interview.md");
  private static final Path DRAWN = Path.of("target", "interview.md");
  private static final String BEGIN = "<!-- drawn from the table of transitions: begin -->\n";
  private static final String END = "<!-- drawn from the table of transitions: end -->\n";

  @Test
  void showsTheTableOfTransitions() throws IOException {
    String page = Files.readString(PAGE);
    assertThat(page).contains(BEGIN, END);

    String drawn =
        page.substring(0, page.indexOf(BEGIN) + BEGIN.length())
            + diagram()
            + "\n"
            + table()
            + page.substring(page.indexOf(END));

    if (!page.equals(drawn)) {
      Files.createDirectories(DRAWN.getParent());
      Files.writeString(DRAWN, drawn);
    }
    assertThat(page).as("%s is out of date; see %s", PAGE, DRAWN).isEqualTo(drawn);
  }

  /** The moves that change the position, as a Mermaid diagram. */
  private static String diagram() {
    Map<String, StringJoiner> arrows = new LinkedHashMap<>();
    for (Position from : Position.values()) {
      for (Move.Kind move : Move.Kind.values()) {
        for (Position to : Position.values()) {
          if (from != to && Transitions.cell(from, move).to().contains(to)) {
            arrows
                .computeIfAbsent(name(from) + " --> " + name(to), arrow -> new StringJoiner(", "))
                .add(words(move));
          }
        }
      }
    }
    StringBuilder diagram = new StringBuilder("```mermaid\nstateDiagram-v2\n");
    arrows.forEach((arrow, moves) ->
        diagram.append("    ").append(arrow).append(" : ").append(moves).append('\n'));
    return diagram.append("```\n").toString();
  }

  private static String name(Position position) {
    return position == Position.NONE ? "[*]" : words(position);
  }

  /** The whole table: what each move does in each position. */
  private static String table() {
    StringBuilder table = new StringBuilder("| |");
    Arrays.stream(Position.values())
        .forEach(position -> table.append(' ').append(words(position)).append(" |"));
    table.append("\n|---|").append("---|".repeat(Position.values().length)).append('\n');
    for (Move.Kind move : Move.Kind.values()) {
      table.append("| **").append(words(move)).append("** |");
      for (Position position : Position.values()) {
        Transitions.Action action = Transitions.cell(position, move).action();
        table.append(action == Transitions.Action.REFUSE ? " · |" : " " + words(action) + " |");
      }
      table.append('\n');
    }
    return table.toString();
  }

  private static String words(Enum<?> value) {
    return value.name().toLowerCase(Locale.ROOT).replace('_', ' ');
  }
}
