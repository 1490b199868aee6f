package dev.certadvisor.knowledge;

import dev.certadvisor.knowledge.Ranking.Hit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Brings what is said of each side of a comparison to the same matter. */
final class Pairing {

  /** How many hits of a side may come first. */
  private static final int CHOICE = 6;

  /** What it is worth that passages stand in the same section, in parts of the best score. */
  private static final double SAME_SECTION = 0.1;

  /** What it is worth that passages share a topic. */
  private static final double SAME_TOPIC = 0.05;

  private Pairing() {}

  /**
   * Puts first, for each side, the hit that goes best with one hit of another side; the others keep
   * their order.
   *
   * @param bySide the hits of each side, best first; a side may have none
   */
  static Map<SubjectId, List<Hit>> onOneMatter(Map<SubjectId, List<Hit>> bySide) {
    double best = 0;
    Map<SubjectId, List<Hit>> paired = bySide;
    for (Hit matter : choices(bySide.values())) {
      Map<SubjectId, List<Hit>> trial = new LinkedHashMap<>();
      double sum = 0;
      for (Map.Entry<SubjectId, List<Hit>> side : bySide.entrySet()) {
        List<Hit> hits = side.getValue();
        int first = fittest(matter, hits);
        sum += hits.isEmpty() ? 0 : worth(matter, hits.get(first), hits.getFirst().score());
        trial.put(side.getKey(), withFirst(first, hits));
      }
      if (sum > best) {
        best = sum;
        paired = trial;
      }
    }
    return paired;
  }

  private static List<Hit> choices(Collection<List<Hit>> sides) {
    return sides.stream().flatMap(hits -> hits.stream().limit(CHOICE)).toList();
  }

  private static int fittest(Hit matter, List<Hit> hits) {
    int fittest = 0;
    for (int i = 1; i < Math.min(CHOICE, hits.size()); i++) {
      double most = hits.getFirst().score();
      if (worth(matter, hits.get(i), most) > worth(matter, hits.get(fittest), most)) {
        fittest = i;
      }
    }
    return fittest;
  }

  private static double worth(Hit matter, Hit hit, double most) {
    Passage one = matter.passage();
    Passage other = hit.passage();
    boolean section = one.id().section().equals(other.id().section());
    boolean topic = !Collections.disjoint(one.topics(), other.topics());
    return hit.score() / most + (section ? SAME_SECTION : 0) + (topic ? SAME_TOPIC : 0);
  }

  private static List<Hit> withFirst(int first, List<Hit> hits) {
    if (first == 0) {
      return hits;
    }
    List<Hit> moved = new ArrayList<>(hits);
    moved.addFirst(moved.remove(first));
    return moved;
  }
}
