package dev.certadvisor.search;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Optional;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.spell.DirectSpellChecker;
import org.apache.lucene.search.spell.SuggestMode;
import org.apache.lucene.search.spell.SuggestWord;

/**
 * Reads misspelt words as words of the guide: one edit away for words of four to seven letters, two
 * for longer ones. More edits for short words turn foreign words into ours.
 */
final class SpellingCorrector {

  private static final int SHORTEST = 4;
  private static final int LONG = 8;
  private static final int LONGEST = 24;

  private final DirectoryReader reader;
  private final String field;
  private final DirectSpellChecker oneEdit = checker(1);
  private final DirectSpellChecker twoEdits = checker(2);

  /**
   * @param reader of the guide's index
   * @param field holds the words of the guide as written
   */
  SpellingCorrector(DirectoryReader reader, String field) {
    this.reader = reader;
    this.field = field;
  }

  /** What an unknown word may be, if anything. */
  Optional<String> correct(String word) {
    boolean letters = word.chars().allMatch(Character::isLetter);
    if (!letters || word.length() < SHORTEST || word.length() > LONGEST) {
      return Optional.empty();
    }
    DirectSpellChecker checker = word.length() < LONG ? oneEdit : twoEdits;
    try {
      SuggestWord[] words =
          checker.suggestSimilar(
              new Term(field, word), 1, reader, SuggestMode.SUGGEST_WHEN_NOT_IN_INDEX);
      return words.length == 0 ? Optional.empty() : Optional.of(words[0].string);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static DirectSpellChecker checker(int edits) {
    DirectSpellChecker checker = new DirectSpellChecker();
    checker.setMaxEdits(edits);
    checker.setMinPrefix(1);
    checker.setMinQueryLength(SHORTEST);
    checker.setAccuracy(0);
    return checker;
  }
}
