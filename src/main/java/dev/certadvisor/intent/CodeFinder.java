package dev.certadvisor.intent;

import dev.certadvisor.intent.NameFinder.Mention;
import dev.certadvisor.intent.Words.Word;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

/** Finds exam codes in any writing: "AI-102", "ai102", "ai 102", "mls c01". */
final class CodeFinder {

  private static final int MOST_PARTS = 3;
  private static final Pattern NO_LETTER = Pattern.compile("[^a-z0-9]");

  /** What looks like a code of an exam: "AZ-900", "SAA-C03", "az104". */
  private static final Pattern CODE = Pattern.compile("[a-z]{2,3}(c?0\\d|[1-9]\\d0|\\d{3})");

  private final Map<String, String> codeByLetters = new HashMap<>();

  /**
   * @param codes the codes as they are written
   */
  CodeFinder(List<String> codes) {
    codes.forEach(code -> codeByLetters.put(letters(code), code));
  }

  private static String letters(String code) {
    return NO_LETTER.matcher(code.toLowerCase(Locale.ROOT)).replaceAll("");
  }

  /** The known codes, in order of mention. */
  List<Mention> find(List<Word> words) {
    List<Mention> mentions = new ArrayList<>();
    for (int from = 0; from < words.size(); from++) {
      StringBuilder letters = new StringBuilder();
      for (int to = from; to < words.size() && to < from + MOST_PARTS; to++) {
        letters.append(words.get(to).text());
        String code = codeByLetters.get(letters.toString());
        if (code != null) {
          mentions.add(new Mention(code, from, to + 1));
        }
      }
    }
    return mentions;
  }

  /** What looks like a code and is none of ours, as written. */
  List<String> strangers(String text, List<Word> words) {
    List<Mention> known = find(words);
    List<String> strangers = new ArrayList<>();
    for (int at = 0; at < words.size(); at++) {
      int place = at;
      boolean isKnown = known.stream().anyMatch(m -> m.from() <= place && place < m.to());
      for (int to = at; !isKnown && to < words.size() && to < at + 2; to++) {
        String joined = words.get(at).text() + (to > at ? words.get(to).text() : "");
        boolean close = to == at || words.get(to).start() - words.get(at).end() == 1;
        if (close && CODE.matcher(joined).matches() && !isSmallWord(words.get(at).text())) {
          strangers.add(text.substring(words.get(at).start(), words.get(to).end()));
          break;
        }
      }
    }
    return strangers;
  }

  /** "in 100 hours" is no code: only two or three letters that are no small word begin one. */
  private static boolean isSmallWord(String first) {
    return NO_CODE.contains(first);
  }

  private static final List<String> NO_CODE =
      List.of(
          "in", "to", "at", "of", "by", "for", "is", "or", "the", "and", "on", "usd", "top", "my",
          "a", "us", "do", "if", "it", "got", "pay", "all", "has", "had", "not", "out", "was");
}
