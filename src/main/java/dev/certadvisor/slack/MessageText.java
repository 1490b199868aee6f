package dev.certadvisor.slack;

import java.text.Normalizer;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What a person typed, out of the form in which Slack hands it over ("Formatting message text",
 * docs.slack.dev/messaging): mentions and links become words, escapes become characters.
 */
final class MessageText {

  private static final Pattern MARKUP = Pattern.compile("<([^<>]*)>");
  private static final Pattern CONTROLS = Pattern.compile("[\\p{Cc}\\p{Cf}&&[^\\n\\u200D]]+");
  private static final Pattern BLANKS = Pattern.compile("[ \\u00A0\\u2007\\u202F]+");
  private static final Pattern BLANK_LINES = Pattern.compile(" ?\\n[\\n ]*");

  private MessageText() {}

  /**
   * Plain words.
   *
   * @param raw Slack's text; null counts as empty
   * @return without mentions of people and groups; at most {@link SlackLimits#INCOMING_TEXT}
   *     characters
   */
  static String plain(@Nullable String raw) {
    if (raw == null) {
      return "";
    }
    String words = MARKUP.matcher(raw).replaceAll(found -> quoteReplacement(words(found)));
    return visible(words.replace("&lt;", "<").replace("&gt;", ">").replace("&amp;", "&"));
  }

  /** What was typed where Slack escapes nothing, without what cannot be seen. */
  static String visible(String typed) {
    String lines = typed.replace("\r\n", "\n").replace('\r', '\n').replace('\t', ' ');
    String straight =
        lines.replaceAll("[\u2018\u2019\u201B]", "'").replaceAll("[\u201C\u201D\u201F]", "\"");
    String visible = CONTROLS.matcher(straight).replaceAll(" ");
    String folded =
        BLANKS.matcher(Normalizer.normalize(visible, Normalizer.Form.NFC)).replaceAll(" ");
    String text = BLANK_LINES.matcher(folded).replaceAll("\n").strip();
    return text.length() <= SlackLimits.INCOMING_TEXT
        ? text
        : text.substring(0, Mrkdwn.whole(text, SlackLimits.INCOMING_TEXT));
  }

  private static String quoteReplacement(String words) {
    return Matcher.quoteReplacement(words);
  }

  /** The words for one piece of markup: its label if it has one. */
  private static String words(MatchResult found) {
    String inside = found.group(1);
    if (inside.isEmpty()) {
      return "";
    }
    int bar = inside.indexOf('|');
    Optional<String> label = bar < 0 ? Optional.empty() : Optional.of(inside.substring(bar + 1));
    String target = bar < 0 ? inside : inside.substring(0, bar);
    return switch (inside.charAt(0)) {
      case '@' -> " ";
      case '#' -> label.map(name -> "#" + name).orElse(" ");
      case '!' -> target.startsWith("!date^") ? label.orElse(" ") : " ";
      default -> label.orElse(target);
    };
  }
}
