package dev.certadvisor.decision;

import dev.certadvisor.decision.Lexicon.Hit;
import dev.certadvisor.decision.Mentions.Mention;
import dev.certadvisor.decision.Mentions.Stance;
import dev.certadvisor.decision.ProfileReader.Item;
import dev.certadvisor.decision.ProfileReader.Understood;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads what somebody types when a question has just been put to them. */
public final class ReplyReader {

  private static final Pattern NUMBER =
      Pattern.compile("\\s*(?:option|number|choice|nr|no|#)?\\.?\\s*#?(\\d{1,3})\\s*[.)!]?\\s*");

  private static final Pattern ORDINAL =
      Pattern.compile(
          "\\s*(?:the\\s+)?(first|second|third|fourth|fifth|last)(?:\\s+one)?\\s*[.!]?\\s*");

  private static final List<String> ORDINALS =
      List.of("first", "second", "third", "fourth", "fifth");

  /** Ways of speaking of a choice that do not pick it. */
  private static final Set<Stance> NOT_PICKED =
      EnumSet.of(Stance.DENIED, Stance.DISLIKED, Stance.OF_OTHERS, Stance.LEFT);

  private final ProfileReader profileReader;
  private final Map<QuestionId, Lexicon> lexicons = new HashMap<>();

  /**
   * @param framework whose questions
   * @param ordinary whether a word in lower case is an ordinary one, not to be taken for a misspelt
   *     word of the framework
   */
  public ReplyReader(Framework framework, Predicate<String> ordinary) {
    profileReader = new ProfileReader(framework, ordinary);
    for (Question question : framework.questions()) {
      lexicons.put(question.id(), Lexicon.ofReplies(framework, question, ordinary));
    }
  }

  /** What a reply comes to. */
  public sealed interface Read {

    /**
     * It answers the question.
     *
     * @param item the choice and the words that gave it
     * @param further answers to other questions that the same words hold
     * @param unused words that carry meaning and fitted nothing
     */
    record Picked(Item item, List<Item> further, List<String> unused) implements Read {

      /** Copies the lists. */
      public Picked {
        further = List.copyOf(further);
        unused = List.copyOf(unused);
      }
    }

    /**
     * It fits several choices of the question.
     *
     * @param between those choices, at least two, in the question's order
     */
    record FitsSeveral(List<ChoiceOption> between) implements Read {

      /** Copies the list. */
      public FitsSeveral {
        between = List.copyOf(between);
      }
    }

    /**
     * It does not answer the question, though it may answer others.
     *
     * @param further answers to other questions that it holds; may be empty
     */
    record Missed(List<Item> further) implements Read {

      /** Copies the list. */
      public Missed {
        further = List.copyOf(further);
      }
    }
  }

  /**
   * Reads a reply.
   *
   * @param question the question that it replies to
   * @param text as typed
   * @throws IllegalArgumentException if the question is not of this framework
   */
  public Read read(Question question, String text) {
    Optional<ChoiceOption> plainly = numbered(question, text).or(() -> written(question, text));
    if (plainly.isPresent()) {
      Item item = item(question, plainly.get(), List.of(text.strip()));
      return new Read.Picked(item, List.of(), List.of());
    }
    return byWords(question, text);
  }

  /** Whether a text picks a choice by its place alone: "2", "the second one". */
  public static boolean isPlace(String text) {
    return number(text.toLowerCase(Locale.ROOT), 1) > 0;
  }

  private static Optional<ChoiceOption> numbered(Question question, String text) {
    int number = number(text.toLowerCase(Locale.ROOT), question.choices().size());
    return number >= 1 && number <= question.choices().size()
        ? Optional.of(question.choices().get(number - 1))
        : Optional.empty();
  }

  /** The number that a text is, in digits or in words; 0 where it is none. */
  private static int number(String text, int last) {
    Matcher digits = NUMBER.matcher(text);
    if (digits.matches()) {
      return Integer.parseInt(digits.group(1));
    }
    Matcher ordinal = ORDINAL.matcher(text);
    if (!ordinal.matches()) {
      return 0;
    }
    return ordinal.group(1).equals("last") ? last : ORDINALS.indexOf(ordinal.group(1)) + 1;
  }

  private static Optional<ChoiceOption> written(Question question, String text) {
    List<String> stems = stems(text);
    return question.choices().stream()
        .filter(option ->
            stems.equals(stems(option.label())) || stems.equals(stems(option.id().value())))
        .findFirst();
  }

  private static List<String> stems(String text) {
    return Words.of(text.replace('-', ' ')).stream().map(Words.Word::stem).toList();
  }

  private Lexicon lexicon(Question question) {
    Lexicon lexicon = lexicons.get(question.id());
    if (lexicon == null) {
      throw new IllegalArgumentException("no question \"" + question.id() + "\"");
    }
    return lexicon;
  }

  private Read byWords(Question question, String text) {
    Lexicon lexicon = lexicon(question);
    List<Words.Word> words = lexicon.words(text);
    List<Hit> hits = lexicon.find(words).whole();
    Understood elsewhere = profileReader.read(text);
    List<Mention> mentions =
        Mentions.of(words, hits).stream()
            .filter(mention -> !NOT_PICKED.contains(mention.stance()))
            .filter(
                mention -> !isPartOfOther(question, written(words, List.of(mention)), elsewhere))
            .toList();
    List<ChoiceOption> fitting = fitting(question, mentions);
    if (fitting.isEmpty()) {
      boolean unsure = hits.stream().anyMatch(hit -> hit.is(Cue.UNSURE));
      List<Item> further = others(question, elsewhere, List.of());
      if (unsure && further.isEmpty()) {
        return picked(question, ChoiceOption.NOT_SURE, List.of(text.strip()), elsewhere);
      }
      return new Read.Missed(further);
    }
    if (fitting.size() > 1) {
      return new Read.FitsSeveral(fitting);
    }
    return picked(question, fitting.getFirst().id(), written(words, mentions), elsewhere);
  }

  /**
   * Whether words say more together with others, on a lesser matter: the "no" of "no hurry". What
   * is said on a main question is put together from the whole text, and takes nothing away.
   */
  private boolean isPartOfOther(Question question, List<String> words, Understood elsewhere) {
    return elsewhere.items().stream()
        .filter(item -> !item.choice().question().equals(question.id()))
        .filter(item -> !profileReader.isMain(item.choice().question()))
        .anyMatch(item -> item.words().size() > words.size() && item.words().containsAll(words));
  }

  /** The choices that the mentions speak for; the stressed ones, or the plain ones, if any. */
  private static List<ChoiceOption> fitting(Question question, List<Mention> mentions) {
    List<ChoiceOption> stressed = options(question, mentions, EnumSet.of(Stance.STRESSED));
    if (stressed.size() == 1) {
      return stressed;
    }
    EnumSet<Stance> plain = EnumSet.allOf(Stance.class);
    plain.removeAll(EnumSet.of(Stance.HEDGED, Stance.KNOWN));
    List<ChoiceOption> plainly = options(question, mentions, plain);
    return plainly.isEmpty() ? options(question, mentions, EnumSet.allOf(Stance.class)) : plainly;
  }

  private static List<ChoiceOption> options(
      Question question, List<Mention> mentions, Set<Stance> stances) {
    return question.choices().stream()
        .filter(option ->
            mentions.stream()
                .anyMatch(mention ->
                    stances.contains(mention.stance())
                        && mention.choice().choice().equals(option.id())))
        .toList();
  }

  private Read picked(
      Question question, ChoiceId choice, List<String> words, Understood elsewhere) {
    Item item = new Item(new Choice(question.id(), choice), words, false);
    List<Item> further = others(question, elsewhere, words);
    List<String> unused = new ArrayList<>(elsewhere.unused());
    unused.removeAll(words);
    return new Read.Picked(item, further, unused);
  }

  /** What the words say on other questions; words that were used once are not used again. */
  private static List<Item> others(Question question, Understood elsewhere, List<String> used) {
    return elsewhere.items().stream()
        .filter(item -> !item.choice().question().equals(question.id()))
        .filter(item -> !used.containsAll(item.words()))
        .toList();
  }

  private static Item item(Question question, ChoiceOption option, List<String> words) {
    return new Item(new Choice(question.id(), option.id()), words, false);
  }

  private static List<String> written(List<Words.Word> words, List<Mention> mentions) {
    Set<Integer> places = new TreeSet<>();
    mentions.forEach(mention -> places.addAll(mention.places()));
    return places.stream().map(place -> words.get(place).written()).distinct().toList();
  }
}
