package dev.certadvisor.conversation;

import java.util.List;
import java.util.Locale;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Messages that pick one of what was shown: "the second one", "3rd?", "and the first". */
final class Ordinals {

  private static final List<String> WORDS = List.of("first", "second", "third", "fourth", "fifth");

  private static final Pattern PICK =
      Pattern.compile(
          "(?:and |what about |show me |open )?(?:the )?(?:(first|second|third|fourth|fifth)|([1-5])(?:st|nd|rd|th))"
              + "(?: (?:one|passage|quote|answer|point|section))?(?: please| pls)?[.?!]*");

  private Ordinals() {}

  /** The place that is meant, counted from 0; empty where the message says anything else. */
  static OptionalInt in(String text) {
    Matcher pick = PICK.matcher(text.strip().toLowerCase(Locale.ROOT));
    if (!pick.matches()) {
      return OptionalInt.empty();
    }
    String word = pick.group(1);
    return OptionalInt.of(word == null ? Integer.parseInt(pick.group(2)) - 1 : WORDS.indexOf(word));
  }
}
