package dev.certadvisor.slack;

import java.text.BreakIterator;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Slack's markup for texts ("Formatting message text", docs.slack.dev/messaging). */
final class Mrkdwn {

  private static final String ELLIPSIS = "…";

  private Mrkdwn() {}

  /** The text with the three characters escaped that would make mentions and links live. */
  static String escape(String text) {
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
  }

  /** A line in bold; line breaks would end the bold, so they become blanks. */
  static String bold(String text) {
    return "*" + escape(text.strip().replaceAll("\\s+", " ")) + "*";
  }

  /** The text as a quotation: each line begins with the mark for it. */
  static String quote(String text) {
    return "> " + escape(text).replace("\n", "\n> ");
  }

  /** A person's name, live; only for ids that came from Slack. */
  static String mention(String user) {
    return user.matches("[A-Z0-9]+") ? "<@" + user + ">" : escape(user);
  }

  /**
   * A link, or only its label where the address is none that a browser opens.
   *
   * @param address what it opens
   * @param label what it shows
   */
  static String link(String address, String label) {
    boolean opens = address.startsWith("https://") || address.startsWith("http://");
    if (!opens || address.length() > SlackLimits.URL || address.matches(".*[<>|\\s].*")) {
      return escape(label);
    }
    return "<" + escape(address) + "|" + escape(label) + ">";
  }

  /**
   * The text, cut at the end of a word with an ellipsis if it is too long.
   *
   * @param most characters, at least 1
   */
  static String cut(String text, int most) {
    if (text.length() <= most) {
      return text;
    }
    String head = text.substring(0, whole(text, most - ELLIPSIS.length()));
    int blank = Math.max(head.lastIndexOf(' '), head.lastIndexOf('\n'));
    return (blank > most / 2 ? head.substring(0, blank) : head).stripTrailing() + ELLIPSIS;
  }

  /**
   * The text in pieces that lose nothing but white space where they part: between paragraphs if
   * that can be, else between sentences, else between words.
   *
   * @param text plain or escaped; an escape is never parted
   * @param most characters of a piece
   */
  static List<String> split(String text, int most) {
    List<String> pieces = new ArrayList<>();
    String rest = text.strip();
    while (rest.length() > most) {
      int end = lastBreak(rest, most);
      pieces.add(rest.substring(0, end).strip());
      rest = rest.substring(end).strip();
    }
    if (!rest.isEmpty()) {
      pieces.add(rest);
    }
    return pieces;
  }

  private static int lastBreak(String text, int most) {
    int paragraph = text.lastIndexOf("\n\n", most);
    if (paragraph > most / 3) {
      return paragraph;
    }
    BreakIterator sentences = BreakIterator.getSentenceInstance(Locale.ROOT);
    sentences.setText(text);
    int sentence = sentences.preceding(most + 1);
    if (sentence > most / 3) {
      return sentence;
    }
    int blank = text.lastIndexOf(' ', most);
    return blank > most / 3 ? blank : outsideEscape(text, whole(text, most));
  }

  /** An index at or just before this one that does not part an escape. */
  private static int outsideEscape(String text, int index) {
    int escape = text.lastIndexOf('&', index - 1);
    int end = escape < 0 ? -1 : text.indexOf(';', escape);
    return escape > index - 5 && end >= index && end < escape + 5 ? escape : index;
  }

  /** An index at or just before this one that does not part a surrogate pair. */
  static int whole(String text, int index) {
    return Character.isLowSurrogate(text.charAt(index))
            && Character.isHighSurrogate(text.charAt(index - 1))
        ? index - 1
        : index;
  }
}
