package dev.certadvisor.search;

import java.util.List;
import java.util.function.Predicate;

/** Tells ordinary English words from names and misspelt ones. */
public final class OrdinaryWords implements Predicate<String> {

  @Override
  public boolean test(String word) {
    List<Token> tokens = EnglishWords.OF_TEXT.tokens(word);
    return tokens.stream().allMatch(token -> Background.SHIPPED.knows(token.stem()));
  }
}
