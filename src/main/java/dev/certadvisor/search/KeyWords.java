package dev.certadvisor.search;

import java.util.Set;
import java.util.TreeSet;
import java.util.function.UnaryOperator;

/**
 * What a question is about, whatever its wording: the stems of its words that count, each once, in
 * alphabetical order. Questions of the same key words are the same question to the index too.
 */
public final class KeyWords implements UnaryOperator<String> {

  @Override
  public String apply(String question) {
    Set<String> stems = new TreeSet<>();
    EnglishWords.OF_QUESTIONS.tokens(question).forEach(token -> stems.add(token.stem()));
    return String.join(" ", stems);
  }
}
