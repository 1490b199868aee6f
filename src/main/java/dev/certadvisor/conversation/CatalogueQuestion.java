package dev.certadvisor.conversation;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Whether words ask which exams there are, or which can be sat, and about nothing else. */
final class CatalogueQuestion {

  private static final Set<String> EXAMS =
      words("exams certs certificates certifications credentials tests badges");

  private static final Set<String> EXAM =
      words("exam cert certificate certification credential test badge one ones");

  /** What is done with an exam, and how it stands. */
  private static final Set<String> STANDING =
      words(
          "sit sat sitting take taken taking book booked booking bookable register registered"
              + " schedule scheduled write offered offer available open active current alive"
              + " running beta retired gone left exist going around");

  private static final Set<String> NOW =
      words("today now still currently presently anymore open available bookable active");

  private static final Set<String> POSSIBLE = words("can could may be is are still");

  /** With these one asks for several of which none is named. */
  private static final Set<String> ASKING = words("what whats which any all every each");

  private static final Set<String> LISTING =
      words("list lists show overview catalogue catalog name tell give display see status");

  private static final Set<String> SMALL =
      words(
          "a an and are at be been being by can could days do does for from have how i in is it"
              + " may me moment my of on one's or our people pls please right so somebody someone"
              + " that the them there these they this those thanks to us we will with you your"
              + " about know hold cover hi hey hello ok okay then yet actually again");

  private static final Set<String> FITTING =
      Stream.of(EXAMS, EXAM, STANDING, NOW, ASKING, LISTING, SMALL)
          .flatMap(Set::stream)
          .collect(Collectors.toUnmodifiableSet());

  private static final Pattern BETWEEN_WORDS = Pattern.compile("[^\\p{L}\\p{N}']+");

  private CatalogueQuestion() {}

  private static Set<String> words(String words) {
    return Set.of(words.split(" "));
  }

  private static List<String> wordsOf(String text) {
    String plain = text.toLowerCase(Locale.ROOT).replace('\u2019', '\'');
    return Arrays.stream(BETWEEN_WORDS.split(plain)).filter(word -> !word.isEmpty()).toList();
  }

  /** Whether all exams are meant: "list all exams", "what can be sat today?". */
  static boolean isIn(String text) {
    List<String> words = wordsOf(text);
    if (!FITTING.containsAll(words)) {
      return false;
    }
    boolean asks = has(words, ASKING);
    if (has(words, EXAMS)) {
      return asks || has(words, LISTING);
    }
    boolean isOpen = has(words, NOW) || words.contains("be");
    return asks && has(words, STANDING) && has(words, POSSIBLE) && isOpen;
  }

  /** Whether words name nothing that an exam could be sought by: "of it", "please". */
  static boolean namesNothing(String text) {
    return FITTING.containsAll(wordsOf(text));
  }

  private static boolean has(List<String> words, Set<String> some) {
    return words.stream().anyMatch(some::contains);
  }
}
