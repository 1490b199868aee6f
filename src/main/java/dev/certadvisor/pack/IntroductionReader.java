package dev.certadvisor.pack;

import java.util.List;

/** Reads what {@code pack.yaml} gives for the program's own sentences. */
final class IntroductionReader {

  /** What still reads as a part of one sentence. */
  private static final int LONGEST_PHRASE = 200;

  private static final int LONGEST_NOTICE = 300;

  /** An example has to be typed by somebody. */
  private static final int LONGEST_EXAMPLE = 100;

  /** Four are shown, and two of them are the program's. */
  private static final int MOST_SUGGESTIONS = 2;

  private IntroductionReader() {}

  static Manifest.Introduction read(YamlNode node) {
    node.onlyKeys("matter", "answers", "notice", "examples", "suggestions");
    return new Manifest.Introduction(
        phrase(node.required("matter")),
        phrase(node.required("answers")),
        node.optional("notice").map(notice -> limited(notice, LONGEST_NOTICE)),
        examples(node.required("examples")),
        node.optional("suggestions").map(IntroductionReader::suggestions).orElse(List.of()));
  }

  /** A part of a sentence: the program's own words go on after it. */
  private static String phrase(YamlNode node) {
    String text = limited(node, LONGEST_PHRASE);
    if (text.matches(".*[.!?]")) {
      node.problem("expected a part of a sentence, without a mark at its end: \"" + text + "\"");
    }
    return text;
  }

  private static Manifest.Examples examples(YamlNode node) {
    node.onlyKeys("ask", "compare", "fact", "recommend");
    return new Manifest.Examples(
        messages(node.required("ask")),
        messages(node.required("compare")),
        messages(node.required("fact")),
        messages(node.required("recommend")));
  }

  private static List<String> messages(YamlNode list) {
    return list.someItems("example").stream().map(item -> limited(item, LONGEST_EXAMPLE)).toList();
  }

  private static List<Manifest.Suggestion> suggestions(YamlNode list) {
    List<YamlNode> items = list.items();
    if (items.size() > MOST_SUGGESTIONS) {
      list.problem("%d suggestions; at most %d".formatted(items.size(), MOST_SUGGESTIONS));
    }
    return items.stream()
        .map(item -> {
          item.onlyKeys("title", "message");
          return new Manifest.Suggestion(
              limited(item.required("title"), LONGEST_EXAMPLE),
              limited(item.required("message"), LONGEST_EXAMPLE));
        })
        .toList();
  }

  private static String limited(YamlNode node, int limit) {
    String text = node.text();
    if (text.length() > limit) {
      node.problem("%d characters; at most %d".formatted(text.length(), limit));
    }
    return text;
  }
}
