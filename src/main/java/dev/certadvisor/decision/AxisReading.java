package dev.certadvisor.decision;

import dev.certadvisor.decision.Mentions.Mention;
import dev.certadvisor.decision.Mentions.Stance;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Settles what a text says on an axis' main question: the first question of the framework on that
 * axis. What is certain to come outweighs what is today, and a plain statement outweighs a mere
 * acquaintance. What is said once counts once: hedged words and acquaintances go to lesser
 * questions of the axis, through {@link ChoiceOption#hinted}.
 */
final class AxisReading {

  private static final Set<Stance> TODAY = EnumSet.of(Stance.PLAIN, Stance.STRESSED);

  private final Framework framework;
  private final Question main;
  private final List<Mention> mentions;
  private final boolean halves;

  /**
   * @param main the main question of the axis
   * @param mentions those of the main question's choices, in the order of the text
   * @param halves whether the text weighs two sides alike
   */
  AxisReading(Framework framework, Question main, List<Mention> mentions, boolean halves) {
    this.framework = framework;
    this.main = main;
    this.mentions = mentions;
    this.halves = halves;
  }

  /** A choice with the mentions that gave it. */
  record Settled(Choice choice, List<Mention> from, boolean assumed) {

    Settled {
      from = List.copyOf(from);
    }
  }

  /** The choice of the main question and what goes to lesser questions, the former first. */
  List<Settled> settled() {
    List<Settled> settled = new ArrayList<>();
    List<Mention> weighty = weighty();
    if (!weighty.isEmpty()) {
      settled.add(weigh(weighty));
    }
    List<Mention> slight =
        mentions.stream().filter(mention -> mention.stance() == Stance.HEDGED).toList();
    if (slight.isEmpty() && weighty.isEmpty()) {
      slight = mentions.stream().filter(mention -> mention.stance() == Stance.LEFT).toList();
    }
    List<Mention> known =
        weighty.stream().anyMatch(mention -> mention.stance() == Stance.KNOWN)
            ? List.of()
            : mentions.stream().filter(mention -> mention.stance() == Stance.KNOWN).toList();
    hinted(Stream.concat(slight.stream(), known.stream()).toList()).ifPresent(settled::add);
    disliked().ifPresent(settled::add);
    return settled;
  }

  /** The mentions that decide, the weightiest kind that there is. */
  private List<Mention> weighty() {
    List<Mention> arriving = with(EnumSet.of(Stance.ARRIVING));
    if (!arriving.isEmpty()) {
      return arriving;
    }
    List<Mention> wished = with(EnumSet.of(Stance.WISHED));
    if (main.wishDecides() && !wished.isEmpty()) {
      return wished;
    }
    EnumSet<Stance> counting = EnumSet.copyOf(TODAY);
    counting.add(Stance.WISHED);
    List<Mention> plain = with(counting);
    return plain.isEmpty() ? with(EnumSet.of(Stance.KNOWN)) : plain;
  }

  private List<Mention> with(Set<Stance> stances) {
    return mentions.stream().filter(mention -> stances.contains(mention.stance())).toList();
  }

  private Settled weigh(List<Mention> weighty) {
    List<Mention> sided = weighty.stream().filter(mention -> side(mention) != 0).toList();
    if (sided.isEmpty()) {
      return new Settled(weighty.getFirst().choice(), weighty, false);
    }
    List<Mention> first = sided.stream().filter(mention -> side(mention) > 0).toList();
    List<Mention> second = sided.stream().filter(mention -> side(mention) < 0).toList();
    if (first.isEmpty() || second.isEmpty()) {
      return plainest(sided, false);
    }
    boolean firstStressed = isStressed(first);
    if (firstStressed != isStressed(second)) {
      return plainest(firstStressed ? first : second, true);
    }
    if (!halves && first.size() >= 2 * second.size()) {
      return plainest(first, true);
    }
    if (!halves && second.size() >= 2 * first.size()) {
      return plainest(second, true);
    }
    return new Settled(new Choice(main.id(), main.mixed()), sided, true);
  }

  /** The choice that most of the mentions of one side speak for, the first of equals. */
  private Settled plainest(List<Mention> ofOneSide, boolean contested) {
    Choice best = ofOneSide.getFirst().choice();
    for (Mention mention : ofOneSide) {
      if (count(ofOneSide, mention.choice()) > count(ofOneSide, best)) {
        best = mention.choice();
      }
    }
    boolean inferred = ofOneSide.stream().noneMatch(mention -> TODAY.contains(mention.stance()));
    return new Settled(best, ofOneSide, contested || inferred);
  }

  private static long count(List<Mention> mentions, Choice choice) {
    return mentions.stream().filter(mention -> mention.choice().equals(choice)).count();
  }

  private static boolean isStressed(List<Mention> mentions) {
    return mentions.stream().anyMatch(mention -> mention.stance() == Stance.STRESSED);
  }

  private int side(Mention mention) {
    return Integer.signum(framework.evidence(mention.choice()).score());
  }

  /** What hedged words come to; nothing where they speak for both sides. */
  private Optional<Settled> hinted(List<Mention> slight) {
    List<Choice> hints =
        slight.stream()
            .flatMap(mention -> framework.option(mention.choice()).stream())
            .flatMap(option -> option.hinted().stream())
            .distinct()
            .toList();
    return hints.size() == 1
        ? Optional.of(new Settled(hints.getFirst(), slight, true))
        : Optional.empty();
  }

  private Optional<Settled> disliked() {
    return mentions.stream()
        .filter(mention -> mention.stance() == Stance.DISLIKED)
        .flatMap(mention ->
            framework
                .option(mention.choice())
                .flatMap(ChoiceOption::spurned)
                .map(choice -> new Settled(choice, List.of(mention), true))
                .stream())
        .findFirst();
  }
}
