package dev.certadvisor.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SpellingTest {

  private final Spelling spelling =
      new Spelling(Map.of("exam", 9, "azure", 8, "certification", 7, "maths", 3, "paths", 5));

  @ParameterizedTest
  @CsvSource({
    "azrue,azure", // two letters swapped
    "azur,azure", // one left out
    "azuree,azure", // one too many
    "azuse,azure", // one wrong
    "certifcaton,certification", // two edits in a long word
  })
  void aMisspeltWordIsReadAsTheNearestOne(String written, String read) {
    assertThat(spelling.correct(written)).contains(read);
  }

  @ParameterizedTest
  @CsvSource({"azers", "exm", "zazure", "kubernetes", "az1re"})
  void whatIsTooFarOffIsLeftAlone(String written) {
    assertThat(spelling.correct(written)).isEmpty();
  }

  @Test
  void ofTwoWordsAsNearTheMoreCommonOneIsTaken() {
    Spelling names = new Spelling(Map.of("carts", 2, "cards", 5));

    assertThat(names.correct("carxs")).contains("cards");
  }

  @ParameterizedTest
  @CsvSource({
    "chpis,chips", // swapped
    "pawne,pawnee", // left out
  })
  void aLostOrSwappedLetterGoesBeforeAWrongOne(String written, String read) {
    Spelling likelier = new Spelling(Map.of("chips", 1, "chris", 6, "pawnee", 1, "pawns", 6));

    assertThat(likelier.correct(written)).contains(read);
  }

  @Test
  void aWordThatIsFarMoreCommonGoesBeforeALostLetter() {
    Spelling common = new Spelling(Map.of("state", 60, "statue", 2));

    assertThat(common.correct("staue")).contains("state");
  }
}
