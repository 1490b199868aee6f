package dev.certadvisor.decision;

import dev.certadvisor.decision.Lexicon.Hit;
import dev.certadvisor.decision.Lexicon.Meaning;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Reads how each choice is spoken of in a text: plainly, as a wish, with a hedge, as what is left.
 */
final class Mentions {

  /** How far a negation reaches ahead, in words. */
  private static final int AHEAD = 4;

  /** How far a hedge reaches ahead: "occasionally I wrap a model in an api". */
  private static final int HEDGE_AHEAD = 7;

  /** How far a hedge reaches back, in words. */
  private static final int BACK = 3;

  /** Words over which negations and hedges do not reach. */
  private static final Set<String> BARRIERS = Set.of("and", "or", "plus");

  private final List<Words.Word> words;
  private final List<Hit> hits;
  private final Map<Cue, List<Hit>> cues = new EnumMap<>(Cue.class);
  private final int[] thought;

  private Mentions(List<Words.Word> words, List<Hit> hits) {
    this.words = words;
    this.hits = hits;
    for (Hit hit : hits) {
      if (hit.meaning() instanceof Meaning.Hint hint) {
        cues.computeIfAbsent(hint.cue(), cue -> new ArrayList<>()).add(hit);
      }
    }
    thought = thoughts();
  }

  /** Every mention of a choice, in the order of the text. */
  static List<Mention> of(List<Words.Word> words, List<Hit> hits) {
    Mentions reading = new Mentions(words, hits);
    List<Mention> mentions = new ArrayList<>();
    for (Hit hit : hits) {
      if (hit.meaning() instanceof Meaning.Speaks speaks) {
        Stance stance = reading.stance(hit);
        mentions.add(new Mention(speaks.choice(), stance, reading.places(hit, stance)));
      }
    }
    return mentions;
  }

  /** Numbers the thoughts: one ends at every comma and at every word such as "but". */
  private int[] thoughts() {
    int[] numbers = new int[words.size()];
    Set<Integer> turning = of(Cue.TURN).stream().map(Hit::first).collect(Collectors.toSet());
    int turns = 0;
    for (int place = 0; place < words.size(); place++) {
      if (turning.contains(place)) {
        turns++;
      }
      numbers[place] = words.get(place).clause() + turns;
    }
    return numbers;
  }

  private Stance stance(Hit mention) {
    if (before(Cue.OTHERS, mention, words.size(), false)) {
      return Stance.OF_OTHERS;
    }
    if (before(Cue.DISLIKE, mention, words.size(), false)
        || after(Cue.AVERSION, mention, words.size())) {
      return Stance.DISLIKED;
    }
    if (before(Cue.NEGATION, mention, AHEAD, true)) {
      return Stance.DENIED;
    }
    Stance move = move(mention);
    if (move == Stance.LEFT) {
      return move;
    }
    if (before(Cue.HEDGE, mention, HEDGE_AHEAD, true) || after(Cue.HEDGE, mention, BACK)) {
      return Stance.HEDGED;
    }
    if (move != Stance.PLAIN) {
      return move;
    }
    if (before(Cue.WISH, mention, words.size(), false) || after(Cue.WISH, mention, words.size())) {
      return Stance.WISHED;
    }
    if (anywhereNear(Cue.STRESS, mention)) {
      return Stance.STRESSED;
    }
    if (before(Cue.KNOWING, mention, AHEAD, true) || after(Cue.KNOWING, mention, BACK)) {
      return Stance.KNOWN;
    }
    return Stance.PLAIN;
  }

  /** The places of a mention, and of the words that turn it round: they belong to what was said. */
  private List<Integer> places(Hit mention, Stance stance) {
    return switch (stance) {
      case DISLIKED ->
          after(Cue.AVERSION, mention, words.size())
              ? with(Cue.AVERSION, mention)
              : with(Cue.DISLIKE, mention);
      case DENIED -> with(Cue.NEGATION, mention);
      case PLAIN, STRESSED, WISHED, ARRIVING, LEFT, HEDGED, KNOWN, OF_OTHERS -> mention.places();
    };
  }

  private List<Integer> with(Cue cue, Hit mention) {
    return of(cue).stream()
        .filter(hit -> sameThought(hit, mention))
        .filter(hit -> cue == Cue.AVERSION || hit.first() < mention.first())
        .max(Comparator.comparingInt(Hit::first))
        .map(hit ->
            Stream.concat(hit.places().stream(), mention.places().stream())
                .distinct()
                .sorted()
                .toList())
        .orElse(mention.places());
  }

  /** {@code LEFT} or {@code ARRIVING} where the text says so, otherwise {@code PLAIN}. */
  private Stance move(Hit mention) {
    List<Hit> partings =
        of(Cue.PARTING).stream()
            .filter(hit -> sameThought(hit, mention))
            .filter(hit -> hit.first() < mention.first())
            .toList();
    // "off aws to azure" says more than the "moving off" in front of it.
    for (Hit hit : partings) {
      if (hasGap(hit)) {
        return mention.first() < hit.last() ? Stance.LEFT : Stance.ARRIVING;
      }
    }
    if (!partings.isEmpty()) {
      return Stance.LEFT;
    }
    boolean arriving =
        before(Cue.ARRIVAL, mention, words.size(), false)
            || after(Cue.ARRIVAL, mention, words.size());
    return arriving ? Stance.ARRIVING : Stance.PLAIN;
  }

  private static boolean hasGap(Hit hit) {
    return hit.last() - hit.first() >= hit.places().size();
  }

  /**
   * Whether a cue begins before the mention, in the same thought. It may run into it: "don't like"
   * and "like maths" share a word.
   */
  private boolean before(Cue cue, Hit mention, int reach, boolean barred) {
    return of(cue).stream()
        .filter(hit -> sameThought(hit, mention))
        .anyMatch(hit ->
            hit.first() < mention.first()
                && hit.last() <= mention.last()
                && mention.first() - hit.last() - 1 <= reach
                && !(barred && isBarred(hit.last(), mention.first())));
  }

  /** Whether a cue stands after the mention and has nothing else to refer to in its thought. */
  private boolean after(Cue cue, Hit mention, int reach) {
    return of(cue).stream()
        .filter(hit -> sameThought(hit, mention))
        .anyMatch(hit ->
            mention.last() < hit.first()
                && hit.first() - mention.last() - 1 <= reach
                && hits.stream()
                    .noneMatch(other ->
                        other.meaning() instanceof Meaning.Speaks
                            && other.first() > hit.last()
                            && sameThought(other, hit)));
  }

  private boolean anywhereNear(Cue cue, Hit mention) {
    return of(cue).stream().anyMatch(hit -> sameThought(hit, mention));
  }

  /** The places where a cue is said, in the order of the text. */
  private List<Hit> of(Cue cue) {
    return cues.getOrDefault(cue, List.of());
  }

  private boolean isBarred(int from, int to) {
    return from < to
        && words.subList(from + 1, to).stream().anyMatch(word -> BARRIERS.contains(word.written()));
  }

  private boolean sameThought(Hit one, Hit other) {
    return thought[one.first()] == thought[other.first()];
  }

  /** How something is spoken of. */
  enum Stance {
    PLAIN,
    STRESSED,
    WISHED,
    ARRIVING,
    LEFT,
    HEDGED,
    KNOWN,
    DENIED,
    DISLIKED,
    OF_OTHERS
  }

  /**
   * A choice that a text speaks of.
   *
   * @param choice which
   * @param stance how
   * @param places the places of the words
   */
  record Mention(Choice choice, Stance stance, List<Integer> places) {

    Mention as(Choice other) {
      return new Mention(other, stance, places);
    }
  }
}
