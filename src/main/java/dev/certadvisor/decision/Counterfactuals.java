package dev.certadvisor.decision;

import dev.certadvisor.decision.Recommendation.Change;
import dev.certadvisor.decision.Recommendation.Flip;
import java.util.ArrayList;
import java.util.List;

/**
 * Finds the smallest changes of answers that give another direction.
 *
 * <p>Since evidence adds up, a change belongs to a smallest set only if it pulls towards the new
 * direction, and a set of such changes is smallest exactly if it reaches the new direction and no
 * longer does without its weakest change. So they are found by a bounded search, without trying
 * every combination of answers.
 */
public final class Counterfactuals {

  private final Framework framework;

  /**
   * @param framework whose evidence
   */
  public Counterfactuals(Framework framework) {
    this.framework = framework;
  }

  /**
   * Every set of changed answers that gives another direction and of which no part does. Sets with
   * fewer changes come first, equals in the framework's order.
   *
   * @param profile choices of this framework
   * @param limit how many at most
   */
  public List<Flip> flips(Profile profile, int limit) {
    int sum = framework.evidence(profile).score();
    List<Search> searches = new ArrayList<>();
    if (sum < framework.margin()) {
      searches.add(new Search(profile, framework.first(), 1, framework.margin() - sum));
    }
    if (sum > -framework.margin()) {
      searches.add(new Search(profile, framework.second(), -1, framework.margin() + sum));
    }
    List<Flip> found = new ArrayList<>();
    for (int size = 1; size <= profile.choices().size() && found.size() < limit; size++) {
      for (Search search : searches) {
        search.sets(size, found);
      }
    }
    return found.stream().limit(limit).toList();
  }

  /** A change and by how much it pulls towards the wanted direction. */
  private record Pull(Change change, int gain) {}

  /** The search for sets that lead to one direction. */
  private final class Search {

    private final Pole target;
    private final int need;
    private final List<List<Pull>> pulls = new ArrayList<>();

    private Search(Profile profile, Pole target, int sign, int need) {
      this.target = target;
      this.need = need;
      for (Question question : framework.questions()) {
        profile.answer(question.id()).ifPresent(from -> pulls.add(pulls(question, from, sign)));
      }
    }

    private List<Pull> pulls(Question question, ChoiceId from, int sign) {
      int held = framework.evidence(new Choice(question.id(), from)).score();
      return question.choices().stream()
          .map(to ->
              new Pull(
                  new Change(question.id(), from, to.id()), sign * (to.evidence().score() - held)))
          .filter(pull -> pull.gain() > 0)
          .toList();
    }

    private void sets(int size, List<Flip> found) {
      extend(0, size, 0, new ArrayList<>(), found);
    }

    private void extend(int place, int missing, int total, List<Pull> chosen, List<Flip> found) {
      if (missing == 0) {
        if (total >= need && total - weakest(chosen) < need) {
          found.add(new Flip(chosen.stream().map(Pull::change).toList(), target.direction()));
        }
        return;
      }
      // Enough already: whatever is added could be left out again. Or never enough.
      boolean hopeless = total >= need || total + missing * strongestFrom(place) < need;
      if (hopeless || pulls.size() - place < missing) {
        return;
      }
      for (Pull pull : pulls.get(place)) {
        chosen.add(pull);
        extend(place + 1, missing - 1, total + pull.gain(), chosen, found);
        chosen.removeLast();
      }
      extend(place + 1, missing, total, chosen, found);
    }

    private int strongestFrom(int place) {
      int strongest = 0;
      for (List<Pull> ofQuestion : pulls.subList(place, pulls.size())) {
        for (Pull pull : ofQuestion) {
          strongest = Math.max(strongest, pull.gain());
        }
      }
      return strongest;
    }

    private static int weakest(List<Pull> chosen) {
      return chosen.stream().mapToInt(Pull::gain).min().orElse(0);
    }
  }
}
