package dev.certadvisor.search;

import dev.certadvisor.knowledge.Passage;
import java.util.ArrayList;
import java.util.List;

/**
 * The words of a passage.
 *
 * @param title of its title
 * @param text of its text
 * @param asked of each of its example questions
 */
record PassageTokens(List<Token> title, List<Token> text, List<List<Token>> asked) {

  /** Reads a passage. */
  static PassageTokens of(Passage passage) {
    return new PassageTokens(
        EnglishWords.OF_TEXT.tokens(passage.title()),
        EnglishWords.OF_TEXT.tokens(passage.text()),
        passage.asked().stream().map(EnglishWords.OF_TEXT::tokens).toList());
  }

  /** All of them. */
  List<Token> all() {
    List<Token> all = new ArrayList<>(title);
    all.addAll(text);
    asked.forEach(all::addAll);
    return all;
  }
}
