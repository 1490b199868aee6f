package dev.certadvisor.search;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * How common words are in ordinary English. A short guide misjudges which words are rare: "century"
 * may stand in it once, and "most" too. So its counts are blended with these.
 */
final class Background {

  /** The table that is shipped; where it comes from is in ADR 0020. */
  static final Background SHIPPED = load();

  private final Map<String, Integer> sectionsByStem;
  private final int sections;

  private Background(Map<String, Integer> sectionsByStem, int sections) {
    this.sectionsByStem = sectionsByStem;
    this.sections = sections;
  }

  private static Background load() {
    List<String> lines = Resource.lines("background-counts.txt");
    Map<String, Integer> sectionsByStem = HashMap.newHashMap(lines.size());
    for (String line : lines.subList(1, lines.size())) {
      int blank = line.indexOf(' ');
      sectionsByStem.put(line.substring(0, blank), Integer.parseInt(line.substring(blank + 1)));
    }
    return new Background(sectionsByStem, Integer.parseInt(lines.getFirst()));
  }

  /** Whether a stem is an ordinary English one. */
  boolean knows(String stem) {
    return sectionsByStem.containsKey(stem);
  }

  /**
   * How much a word tells: BM25's inverse document frequency over guide and background together.
   *
   * @param stem the word
   * @param found how many passages of the guide hold it
   * @param passages how many passages the guide has
   * @param worth how many passages more the background counts as
   */
  double weight(String stem, double found, double passages, double worth) {
    double share = sectionsByStem.getOrDefault(stem, 0) / (double) sections;
    double with = found + worth * share;
    double all = passages + worth;
    return Math.log(1 + (all - with + 0.5) / (with + 0.5));
  }
}
