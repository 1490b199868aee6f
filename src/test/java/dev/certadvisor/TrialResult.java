package dev.certadvisor;

import dev.certadvisor.TrialPerson.Counted;
import dev.certadvisor.TrialSlack.Said;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * What came of a trial.
 *
 * @param kills processes ended by kill -9, by themselves between two steps or from outside
 * @param stops processes that were asked to end and did
 * @param lost events without any answer
 * @param doubled events with more than one answer for all to see
 * @param disordered answers that came before an earlier one of their conversation
 * @param spoilt interviews that do not hold exactly what was said and chosen, in that order
 * @param privately answers that went to the asker alone, since nobody could tell
 * @param killsByStep the kills between two steps
 */
record TrialResult(
    int events,
    int kills,
    int stops,
    int lost,
    int doubled,
    int disordered,
    int spoilt,
    int privately,
    Map<String, Integer> killsByStep,
    Duration took) {

  /** Counts. */
  static TrialResult of(
      List<TrialPerson> people,
      int eventsEach,
      List<Said> said,
      Map<TrialPerson, List<String>> stored,
      List<TrialProcess> processes,
      Duration took) {
    Map<String, Long> openByWord =
        said.stream()
            .filter(one -> !one.privately())
            .collect(Collectors.groupingBy(TrialResult::word, Collectors.counting()));
    Map<String, Long> byWord =
        said.stream().collect(Collectors.groupingBy(TrialResult::word, Collectors.counting()));
    List<String> words = people.stream().flatMap(who -> words(who, eventsEach).stream()).toList();
    return new TrialResult(
        words.size(),
        processes.stream().mapToInt(TrialProcess::kills).sum(),
        processes.stream().mapToInt(TrialProcess::stops).sum(),
        (int) words.stream().filter(word -> !byWord.containsKey(word)).count(),
        (int) words.stream().filter(word -> openByWord.getOrDefault(word, 0L) > 1).count(),
        people.stream().mapToInt(who -> disorder(who.channel(), said)).sum(),
        (int)
            people.stream().filter(who -> !words(who, eventsEach).equals(stored.get(who))).count(),
        (int) said.stream().filter(Said::privately).count(),
        steps(processes),
        took);
  }

  /** Whether nothing was lost, doubled, disordered or spoilt. */
  boolean isSound() {
    return lost == 0 && doubled == 0 && disordered == 0 && spoilt == 0;
  }

  private static List<String> words(TrialPerson person, int eventsEach) {
    return IntStream.range(0, eventsEach).mapToObj(person::word).toList();
  }

  private static String word(Said said) {
    return TrialPerson.counted(said.text()).map(Counted::word).orElse(said.text());
  }

  /** How many answers do not have a number above that of the answer before. */
  private static int disorder(String channel, List<Said> said) {
    int disordered = 0;
    int last = 0;
    for (Said one : said) {
      if (one.channel().equals(channel) && !one.privately()) {
        int number = TrialPerson.counted(one.text()).map(Counted::number).orElse(0);
        disordered += number <= last ? 1 : 0;
        last = number;
      }
    }
    return disordered;
  }

  private static Map<String, Integer> steps(List<TrialProcess> processes) {
    Map<String, Integer> steps = new TreeMap<>();
    processes.forEach(process ->
        process.killsByStep().forEach((step, kills) -> steps.merge(step, kills, Integer::sum)));
    return steps;
  }
}
