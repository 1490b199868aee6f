package dev.certadvisor.decision;

import dev.certadvisor.decision.AxisReading.Settled;
import dev.certadvisor.decision.Lexicon.Found;
import dev.certadvisor.decision.Lexicon.Hit;
import dev.certadvisor.decision.Mentions.Mention;
import dev.certadvisor.decision.Mentions.Stance;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;

/**
 * Reads what a person says about themself, in a line of their own words, as choices. All words come
 * from the framework; none are known here.
 */
public final class ProfileReader {

  private static final int LONGEST_TEXT = 2_000;

  private final Framework framework;
  private final Lexicon lexicon;
  private final Set<String> plain = new HashSet<>();

  /**
   * @param framework whose words to look for
   * @param ordinary whether a word in lower case is an ordinary one, not to be taken for a misspelt
   *     word of the framework
   */
  public ProfileReader(Framework framework, Predicate<String> ordinary) {
    this.framework = framework;
    lexicon = Lexicon.of(framework, ordinary);
    framework.cues().plain().forEach(word -> plain.add(Words.stem(word)));
  }

  /**
   * Reads a text.
   *
   * @param text plain text of any length; only the first 2,000 characters are read
   */
  public Understood read(String text) {
    String beginning = text.substring(0, Math.min(text.length(), LONGEST_TEXT));
    List<Words.Word> words = lexicon.words(beginning);
    Found found = lexicon.find(words);
    List<Hit> hits = found.whole();
    List<Mention> mentions = Mentions.of(words, hits);
    boolean halves = has(hits, Cue.HALVES);

    Map<QuestionId, Settled> settled = new LinkedHashMap<>();
    for (Axis axis : Axis.values()) {
      framework
          .main(axis)
          .map(main -> new AxisReading(framework, main, mentionsOf(main, mentions), halves))
          .map(AxisReading::settled)
          .ifPresent(items -> items.forEach(item -> keep(item, settled)));
    }
    direct(mentions, settled).forEach(item -> keep(item, settled));
    Manner manner =
        new Manner(
            found.says(Cue.SELF),
            asks(text, words, hits),
            found.says(Cue.SEEKING) || seeksAtLast(words, hits),
            found.begins(Cue.ADDING),
            found.says(Cue.TROUBLE));
    return understood(words, hits, settled, manner);
  }

  private static boolean asks(String text, List<Words.Word> words, List<Hit> hits) {
    return text.strip().endsWith("?")
        || has(hits, Cue.ASKING)
        || hits.stream()
            .filter(hit -> hit.is(Cue.ASKING_FIRST))
            .anyMatch(hit -> beginsThought(hit, words));
  }

  private static boolean seeksAtLast(List<Words.Word> words, List<Hit> hits) {
    return hits.stream()
        .filter(hit -> hit.is(Cue.SEEKING_LAST) && hit.last() == words.size() - 1)
        .anyMatch(hit -> beginsThought(hit, words));
  }

  private static boolean beginsThought(Hit hit, List<Words.Word> words) {
    int place = hit.first();
    return place == 0 || words.get(place).clause() != words.get(place - 1).clause();
  }

  private static boolean has(List<Hit> hits, Cue cue) {
    return hits.stream().anyMatch(hit -> hit.is(cue));
  }

  private static void keep(Settled item, Map<QuestionId, Settled> settled) {
    settled.putIfAbsent(item.choice().question(), item);
  }

  /** Mentions of the main question, and those that stand for one where nothing plainer is said. */
  private List<Mention> mentionsOf(Question main, List<Mention> mentions) {
    List<Mention> found = new ArrayList<>();
    for (Mention mention : mentions) {
      if (mention.choice().question().equals(main.id())) {
        found.add(mention);
      } else {
        framework
            .option(mention.choice())
            .flatMap(ChoiceOption::alone)
            .filter(choice -> choice.question().equals(main.id()))
            .map(choice -> new Mention(choice, acquainted(mention.stance()), mention.places()))
            .ifPresent(found::add);
      }
    }
    return found;
  }

  private static Stance acquainted(Stance stance) {
    return switch (stance) {
      case PLAIN, STRESSED, KNOWN -> Stance.KNOWN;
      case WISHED, ARRIVING, LEFT, HEDGED, DENIED, DISLIKED, OF_OTHERS -> stance;
    };
  }

  /** Choices of the other questions that the text names itself; none where it names two. */
  private List<Settled> direct(List<Mention> mentions, Map<QuestionId, Settled> settled) {
    Map<QuestionId, Set<Settled>> byQuestion = new LinkedHashMap<>();
    for (Mention mention : mentions) {
      boolean counted =
          settled.values().stream().anyMatch(item -> counts(item, mention))
              || isMain(mention.choice().question());
      if (!counted) {
        meant(mention)
            .ifPresent(choice ->
                byQuestion
                    .computeIfAbsent(choice.question(), question -> new LinkedHashSet<>())
                    .add(new Settled(choice, List.of(mention), false)));
      }
    }
    List<Settled> direct = new ArrayList<>();
    for (Set<Settled> found : byQuestion.values()) {
      List<Choice> choices = found.stream().map(Settled::choice).distinct().toList();
      if (choices.size() == 1) {
        List<Mention> from = found.stream().flatMap(item -> item.from().stream()).toList();
        direct.add(new Settled(choices.getFirst(), from, false));
      }
    }
    return direct;
  }

  /** Whether a question is the main one on its axis. */
  boolean isMain(QuestionId question) {
    return framework
        .main(framework.get(question).axis())
        .filter(main -> main.id().equals(question))
        .isPresent();
  }

  private static boolean counts(Settled item, Mention mention) {
    return item.from().stream().anyMatch(used -> used.places().equals(mention.places()));
  }

  /** What a mention of a lesser question means; empty where it does not hold. */
  private Optional<Choice> meant(Mention mention) {
    return switch (mention.stance()) {
      case PLAIN, STRESSED, WISHED, ARRIVING, HEDGED, KNOWN, LEFT -> Optional.of(mention.choice());
      case DENIED, DISLIKED -> framework.option(mention.choice()).flatMap(ChoiceOption::spurned);
      case OF_OTHERS -> Optional.empty();
    };
  }

  private Understood understood(
      List<Words.Word> words, List<Hit> hits, Map<QuestionId, Settled> settled, Manner manner) {
    List<Item> items = new ArrayList<>();
    Set<Integer> begun = new HashSet<>();
    List<QuestionId> open = new ArrayList<>();
    for (Question question : framework.questions()) {
      Settled found = settled.get(question.id());
      if (found == null) {
        open.add(question.id());
      } else {
        Set<Integer> places = new TreeSet<>();
        found.from().forEach(mention -> places.addAll(mention.places()));
        found.from().forEach(mention -> begun.add(mention.places().getFirst()));
        items.add(new Item(found.choice(), written(words, places), found.assumed()));
      }
    }
    return new Understood(
        items, begun.size(), unused(words, hits), open, items.isEmpty() ? Manner.NONE : manner);
  }

  private List<String> unused(List<Words.Word> words, List<Hit> hits) {
    Set<Integer> places = new TreeSet<>();
    for (int place = 0; place < words.size(); place++) {
      if (!plain.contains(words.get(place).stem())) {
        places.add(place);
      }
    }
    hits.forEach(hit -> hit.places().forEach(places::remove));
    return written(words, places);
  }

  private static List<String> written(List<Words.Word> words, Collection<Integer> places) {
    return places.stream().map(place -> words.get(place).written()).distinct().toList();
  }

  /**
   * What a text says.
   *
   * @param items what was understood, at most one per question, in the framework's order
   * @param statements how many things were said that gave them, 0 or more: the name of a service,
   *     which tells of the work and of the cloud, is one
   * @param unused words that carry meaning and fitted nothing, in order
   * @param open questions that the text leaves open, in the framework's order
   * @param manner how it is said; nothing of it where nothing was understood
   */
  public record Understood(
      List<Item> items, int statements, List<String> unused, List<QuestionId> open, Manner manner) {

    /** Copies the lists. */
    public Understood {
      items = List.copyOf(items);
      unused = List.copyOf(unused);
      open = List.copyOf(open);
    }

    /** Whether it tells about a person rather than asks something. */
    public boolean isSelfDescription() {
      return manner.personal() && !manner.asking() && !manner.troubled();
    }

    /** Whether it begins as something to add to what was said before. */
    public boolean isAddition() {
      return manner.adding();
    }

    /** The choices as a profile. */
    public Profile profile() {
      return new Profile(items.stream().map(Item::choice).toList());
    }
  }

  /**
   * How a text speaks, whatever it says.
   *
   * @param personal whether it is about the person who writes, their work or their employer
   * @param asking whether it asks something, be it advice
   * @param seeking whether it asks what would fit the person, or what they should do
   * @param adding whether it begins as something to add to what was said before
   * @param troubled whether it says that something does not work
   */
  public record Manner(
      boolean personal, boolean asking, boolean seeking, boolean adding, boolean troubled) {

    static final Manner NONE = new Manner(false, false, false, false, false);
  }

  /**
   * One choice that was understood.
   *
   * @param choice the question and the choice
   * @param words the person's words that gave it, as typed but in lower case
   * @param assumed whether it was read between the lines: from a hedge, a wish, a tool, or from
   *     statements that pull apart
   */
  public record Item(Choice choice, List<String> words, boolean assumed) {

    /** Copies the list. */
    public Item {
      words = List.copyOf(words);
    }
  }
}
