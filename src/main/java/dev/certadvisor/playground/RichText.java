package dev.certadvisor.playground;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** What people type, as Slack puts it on the wire: escaped, with mentions, and as rich text. */
final class RichText {

  private static final Pattern NAMED =
      Pattern.compile("(?<![\\p{L}\\p{N}.])([@#])([\\p{L}\\p{N}][\\p{L}\\p{N}._-]*)");
  private static final Pattern TOKEN =
      Pattern.compile(
          "<(?:@(?<user>\\w+)|#(?<channel>\\w+)(?:\\|[^>]*)?|(?<url>https?://[^>|]+))>");
  private static final Pattern URL = Pattern.compile("https?://[^\\s<>]+[^\\s<>.,;:!?)]");

  private RichText() {}

  /**
   * Typed text to wire text: {@code &}, {@code <} and {@code >} are escaped, {@code @name} and
   * {@code #name} of someone or something that is there become mentions, addresses become links.
   */
  static String wire(String typed, String botName, Roster roster) {
    String escaped = typed.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    String handle = "@" + botName;
    String withBot =
        Pattern.compile(Pattern.quote(handle), Pattern.CASE_INSENSITIVE)
            .matcher(escaped)
            .replaceAll(Matcher.quoteReplacement("<@" + Workspace.BOT_USER + ">"));
    String linked = URL.matcher(withBot).replaceAll(found -> quoted("<" + found.group() + ">"));
    return NAMED
        .matcher(linked)
        .replaceAll(
            found -> quoted(mention(roster, found.group(1), found.group(2)).orElse(found.group())));
  }

  private static String quoted(String text) {
    return Matcher.quoteReplacement(text);
  }

  private static Optional<String> mention(Roster roster, String mark, String name) {
    String lower = name.toLowerCase(Locale.ROOT);
    return mark.equals("@")
        ? roster.person(lower).map(who -> "<@" + who.id() + ">")
        : roster.channel(lower).map(where -> "<#" + where.id() + "|" + where.name() + ">");
  }

  static String unescaped(String wire) {
    return wire.replace("&lt;", "<").replace("&gt;", ">").replace("&amp;", "&");
  }

  /** The rich_text block that Slack adds to what a person writes. */
  static ArrayNode of(String wire) {
    ArrayNode blocks = Json.array();
    ObjectNode block = blocks.addObject().put("type", "rich_text").put("block_id", "typed");
    ArrayNode elements =
        block
            .putArray("elements")
            .addObject()
            .put("type", "rich_text_section")
            .putArray("elements");
    Matcher token = TOKEN.matcher(wire);
    int from = 0;
    while (token.find()) {
      addText(elements, wire.substring(from, token.start()));
      addToken(elements, token);
      from = token.end();
    }
    addText(elements, wire.substring(from));
    return blocks;
  }

  private static void addToken(ArrayNode elements, Matcher token) {
    ObjectNode element = elements.addObject();
    if (token.group("user") != null) {
      element.put("type", "user").put("user_id", token.group("user"));
    } else if (token.group("channel") != null) {
      element.put("type", "channel").put("channel_id", token.group("channel"));
    } else {
      element.put("type", "link").put("url", unescaped(token.group("url")));
    }
  }

  private static void addText(ArrayNode elements, String escaped) {
    if (!escaped.isEmpty()) {
      elements.addObject().put("type", "text").put("text", unescaped(escaped));
    }
  }
}
