package dev.certadvisor.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * One dialog of a transcript: what a person does, and what has to hold for each reply.
 *
 * <p>A file holds one dialog after the other, each under a line {@code ## title}. In a dialog,
 *
 * <ul>
 *   <li>{@code user>} says something, {@code command>} gives a slash command, {@code channel>} says
 *       something in a channel's thread;
 *   <li>{@code click> question/choice} presses a choice, {@code change> question} the button that
 *       opens a question again, {@code move> name} the button of a move;
 *   <li>{@code receipt>} sends the receipt of the last advice, in the channel where it says so,
 *       {@code wait> 2 days} lets time go by, {@code pack> name} puts another content pack in
 *       place;
 *   <li>{@code kind:}, {@code cites:}, {@code question:}, {@code advises:}, {@code sits:}, {@code
 *       says:} and {@code never:} say what has to hold for the last reply, {@code aside:} for what
 *       the person alone is told beside it.
 * </ul>
 *
 * Lines with one {@code #} are remarks.
 *
 * @param title what the dialog is about
 * @param lines its lines with what goes before the first colon or arrow as a key
 */
public record Dialog(String title, List<Line> lines) {

  /** Copies the list. */
  public Dialog {
    lines = List.copyOf(lines);
  }

  /**
   * A line.
   *
   * @param where file and line number
   * @param isDone whether somebody does something, rather than expects something
   * @param key what sort of line it is
   * @param text the rest of it
   */
  public record Line(String where, boolean isDone, String key, String text) {}

  /** The dialogs of a file, in order. */
  public static List<Dialog> in(Path file) {
    List<Dialog> dialogs = new ArrayList<>();
    String title = file.getFileName().toString();
    List<Line> lines = new ArrayList<>();
    List<String> written = read(file);
    for (int i = 0; i < written.size(); i++) {
      String line = written.get(i).strip();
      if (line.startsWith("## ")) {
        if (!lines.isEmpty()) {
          dialogs.add(new Dialog(title, lines));
        }
        title = line.substring(3);
        lines = new ArrayList<>();
      } else if (!line.isEmpty() && !line.startsWith("#")) {
        lines.add(line(file.getFileName() + ":" + (i + 1), line));
      }
    }
    dialogs.add(new Dialog(title, lines));
    return dialogs;
  }

  private static Line line(String where, String line) {
    int arrow = line.indexOf('>');
    int colon = line.indexOf(':');
    boolean isDone = arrow >= 0 && (colon < 0 || arrow < colon);
    int end = isDone ? arrow : colon;
    if (end < 0) {
      throw new IllegalArgumentException(where + ": neither done nor expected: " + line);
    }
    return new Line(
        where + ": " + line, isDone, line.substring(0, end), line.substring(end + 1).strip());
  }

  private static List<String> read(Path file) {
    try {
      return Files.readAllLines(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
