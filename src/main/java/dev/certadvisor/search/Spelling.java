package dev.certadvisor.search;

import dev.certadvisor.intent.Edits;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Reads misspelt words as words of the guide: one edit away for words of four to seven letters, two
 * for longer ones, the first letter being right. More edits for short words turn foreign words into
 * ours. Of words as near, that one is taken which is most likely to become what was written, as in
 * a noisy channel (Kernighan, Church and Gale 1990).
 */
final class Spelling {

  private static final int SHORTEST = 4;
  private static final int LONG = 8;
  private static final int LONGEST = 24;

  /**
   * How much likelier than another slip it is that a given word lost this letter, or had these two
   * swapped: of either there are as many ways as letters, while a wrong or an additional letter may
   * be any of 26. Less than 26, as hands miss keys by little. From 5 to 30 it makes no difference.
   */
  private static final int FEWER_WAYS = 10;

  private final Map<Integer, List<Form>> formsByStart = new HashMap<>();

  /**
   * @param passagesByForm the words of the guide as written, in lower case, and in how many
   *     passages each stands
   */
  Spelling(Map<String, Integer> passagesByForm) {
    passagesByForm.forEach((word, passages) -> {
      if (isCorrectable(word)) {
        formsByStart
            .computeIfAbsent(start(word.charAt(0), word.length()), key -> new ArrayList<>())
            .add(new Form(word, passages));
      }
    });
  }

  /** What an unknown word may be, if anything: the nearest, then the likeliest word. */
  Optional<String> correct(String word) {
    if (!isCorrectable(word)) {
      return Optional.empty();
    }
    int most = word.length() < LONG ? 1 : 2;
    Form best = null;
    int fewest = most + 1;
    for (int length = word.length() - most; length <= word.length() + most; length++) {
      for (Form form : formsByStart.getOrDefault(start(word.charAt(0), length), List.of())) {
        int edits = Edits.between(word, form.word, Math.min(most, fewest));
        if (edits < fewest
            || (edits == fewest && best != null && form.isLikelierThan(best, word))) {
          best = form;
          fewest = edits;
        }
      }
    }
    return best == null ? Optional.empty() : Optional.of(best.word);
  }

  private static boolean isCorrectable(String word) {
    return word.length() >= SHORTEST
        && word.length() <= LONGEST
        && word.chars().allMatch(Character::isLetter);
  }

  private static int start(char first, int length) {
    return first * (LONGEST + LONG) + length;
  }

  private record Form(String word, int passages) {

    boolean isLikelierThan(Form other, String written) {
      int by = Integer.compare(likelihood(written), other.likelihood(written));
      return by > 0 || (by == 0 && word.compareTo(other.word) < 0);
    }

    private int likelihood(String written) {
      boolean lost = word.length() > written.length();
      return passages * (lost || hasLettersOf(written) ? FEWER_WAYS : 1);
    }

    private boolean hasLettersOf(String written) {
      return Arrays.equals(written.chars().sorted().toArray(), word.chars().sorted().toArray());
    }
  }
}
