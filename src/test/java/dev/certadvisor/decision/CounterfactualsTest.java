package dev.certadvisor.decision;

import static dev.certadvisor.decision.Frameworks.AWS_ML;
import static dev.certadvisor.decision.Frameworks.AZURE_AI;
import static dev.certadvisor.decision.Frameworks.choice;
import static dev.certadvisor.decision.Frameworks.profile;
import static org.assertj.core.api.Assertions.assertThat;

import dev.certadvisor.decision.Recommendation.Change;
import dev.certadvisor.decision.Recommendation.Flip;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class CounterfactualsTest {

  /** {@code mvn test -Dcounterfactuals.every=1} compares all, in some minutes. */
  private static final int EVERY = Integer.getInteger("counterfactuals.every", 101);

  private final Framework framework = Frameworks.shipped();
  private final Counterfactuals counterfactuals = new Counterfactuals(framework);

  @Test
  void findsTheSingleChangesThatFlip() {
    List<Flip> flips = counterfactuals.flips(profile("daily-work/apps", "goal/not-sure"), 100);

    assertThat(flips)
        .containsExactly(
            new Flip(List.of(change("daily-work/apps", "data-science")), AWS_ML),
            new Flip(List.of(change("daily-work/apps", "ml-pipelines")), AWS_ML),
            new Flip(
                List.of(
                    change("daily-work/apps", "not-sure"),
                    change("goal/not-sure", "ml-specialist")),
                AWS_ML));
  }

  @Test
  void putsSmallSetsFirstAndStopsAtTheLimit() {
    Profile settled =
        profile("daily-work/apps", "work-cloud/azure", "goal/ai-delivery", "study/practice");

    List<Flip> flips = counterfactuals.flips(settled, 5);

    assertThat(flips).hasSize(5);
    assertThat(flips).extracting(flip -> flip.changes().size()).isSorted().startsWith(2);
    assertThat(flips).extracting(Flip::direction).containsOnly(AWS_ML);
  }

  @Test
  void leadsFromATieToEitherSide() {
    List<Flip> flips =
        counterfactuals.flips(profile("daily-work/apps", "work-cloud/aws"), Integer.MAX_VALUE);

    assertThat(flips).extracting(Flip::direction).contains(AWS_ML, AZURE_AI);
  }

  /**
   * Tries every way to answer otherwise, from one combination of every group that differs only in
   * choices of the same evidence: {@link #representatives}. What holds of one of a group holds of
   * all.
   */
  @Test
  void agreesWithTryingEveryWayToAnswerOtherwise() {
    StateSpace space = StateSpace.of(new Scoring(framework));
    int[] representatives = representatives(space);

    long wrong =
        IntStream.of(representatives)
            .parallel()
            .filter(state -> {
              List<Flip> flips = counterfactuals.flips(space.profile(state), Integer.MAX_VALUE);
              return flips.size() != new HashSet<>(flips).size()
                  || !Set.copyOf(flips).equals(byTrying(space, state));
            })
            .count();

    System.out.printf(
        "counterfactuals: %,d combinations compared with brute force%n", representatives.length);
    assertThat(wrong).isZero();
  }

  /** Every so many'th combination among those that stand for a group. */
  private int[] representatives(StateSpace space) {
    return IntStream.range(0, space.size())
        .filter(state -> isFirstOfItsKind(space, state))
        .filter(state -> state % EVERY == 0)
        .toArray();
  }

  private boolean isFirstOfItsKind(StateSpace space, int state) {
    for (int q = 0; q < framework.questions().size(); q++) {
      int choice = space.choice(state, q);
      for (int earlier = 0; earlier < choice; earlier++) {
        if (space.scoring().score(q, earlier) == space.scoring().score(q, choice)) {
          return false;
        }
      }
    }
    return true;
  }

  /**
   * Every set of changes that flips and of which no part does. A set is given by the combination it
   * leads to; parts of it are that combination with some answers put back.
   */
  private Set<Flip> byTrying(StateSpace space, int from) {
    Optional<DirectionId> held = framework.direction(space.sum(from));
    boolean[] flipsBelowOrHere = new boolean[space.size()];
    Set<Flip> found = new HashSet<>();
    for (int changes = 0; changes <= framework.questions().size(); changes++) {
      collect(space, from, from, 0, changes, held, flipsBelowOrHere, found);
    }
    return found;
  }

  private void collect(
      StateSpace space,
      int from,
      int to,
      int question,
      int missing,
      Optional<DirectionId> held,
      boolean[] flipsBelowOrHere,
      Set<Flip> found) {
    if (missing == 0) {
      judge(space, from, to, held, flipsBelowOrHere, found);
      return;
    }
    if (framework.questions().size() - question < missing) {
      return;
    }
    collect(space, from, to, question + 1, missing, held, flipsBelowOrHere, found);
    if (space.choice(from, question) >= 0) {
      for (int c = 0; c < space.scoring().choices(question); c++) {
        if (c != space.choice(from, question)) {
          collect(
              space,
              from,
              space.with(to, question, c),
              question + 1,
              missing - 1,
              held,
              flipsBelowOrHere,
              found);
        }
      }
    }
  }

  private void judge(
      StateSpace space,
      int from,
      int to,
      Optional<DirectionId> held,
      boolean[] flipsBelowOrHere,
      Set<Flip> found) {
    boolean below = false;
    for (int q = 0; q < framework.questions().size() && !below; q++) {
      if (space.choice(from, q) != space.choice(to, q)) {
        below = flipsBelowOrHere[space.with(to, q, space.choice(from, q))];
      }
    }
    Optional<DirectionId> direction = framework.direction(space.sum(to));
    boolean flips = direction.isPresent() && !direction.equals(held);
    flipsBelowOrHere[to] = below || flips;
    if (flips && !below) {
      found.add(new Flip(changes(space, from, to), direction.get()));
    }
  }

  private List<Change> changes(StateSpace space, int from, int to) {
    List<Change> changes = new ArrayList<>();
    for (int q = 0; q < framework.questions().size(); q++) {
      if (space.choice(from, q) != space.choice(to, q)) {
        Question question = framework.questions().get(q);
        changes.add(
            new Change(
                question.id(),
                question.choices().get(space.choice(from, q)).id(),
                question.choices().get(space.choice(to, q)).id()));
      }
    }
    return changes;
  }

  private static Change change(String from, String to) {
    return new Change(choice(from).question(), choice(from).choice(), new ChoiceId(to));
  }
}
