package dev.certadvisor.decision;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;

/**
 * What the audit found.
 *
 * @param faults what is wrong; none where the framework is sound
 * @param complete combinations in which every question is answered, "not sure" included
 * @param combinations all combinations, those with open questions included
 * @param results how many complete combinations lead to each direction; the empty key is too close
 *     to call
 * @param corners how many complete combinations lead to each pair of line of work and platform
 * @param exactTies complete combinations in which both sides weigh the same
 * @param comparisons pairs of combinations compared to show that more evidence for a side never
 *     helps the other
 * @param mirrored combinations compared with their mirror image
 * @param stops situations in which an interview stops early; in each, every way to answer the rest
 *     was tried
 * @param rules rules of the guide that were put to the framework
 * @param lengths how many complete combinations end after how many questions
 * @param closest the sums that lie nearest to another result
 */
public record AuditReport(
    List<Fault> faults,
    int complete,
    int combinations,
    Map<Optional<DirectionId>, Integer> results,
    Map<String, Integer> corners,
    int exactTies,
    long comparisons,
    int mirrored,
    int stops,
    int rules,
    SortedMap<Integer, Integer> lengths,
    List<CloseCall> closest) {

  /** Copies the list of faults. */
  public AuditReport {
    faults = List.copyOf(faults);
    closest = List.copyOf(closest);
  }

  /**
   * A sum that lies near another result.
   *
   * @param score the sum, in log-odds
   * @param distance how much more or less would give another result, in log-odds
   * @param count how many complete combinations have that sum
   * @param example one of them
   */
  public record CloseCall(double score, double distance, int count, Profile example) {}

  /** Whether everything that was to be proven holds. */
  public boolean isSound() {
    return faults.isEmpty();
  }

  /** The average number of questions asked, every complete combination counting alike. */
  public double meanLength() {
    double questions = 0;
    for (Map.Entry<Integer, Integer> entry : lengths.entrySet()) {
      questions += (double) entry.getKey() * entry.getValue();
    }
    return questions / complete;
  }

  /** The number of questions that half of all combinations do not exceed. */
  public int medianLength() {
    int seen = 0;
    for (Map.Entry<Integer, Integer> entry : lengths.entrySet()) {
      seen += entry.getValue();
      if (2L * seen >= complete) {
        return entry.getKey();
      }
    }
    return 0;
  }

  /** The most questions that anybody is asked. */
  public int longest() {
    return lengths.isEmpty() ? 0 : lengths.lastKey();
  }

  /** The report for people, line by line. */
  public List<String> lines() {
    List<String> lines = new ArrayList<>();
    lines.add(
        String.format(
            Locale.ROOT,
            "%,d complete combinations of answers, %,d with open questions",
            complete,
            combinations));
    results.forEach((direction, count) ->
        lines.add(
            String.format(
                Locale.ROOT,
                "  %-24s %,9d  %4.1f %%",
                direction.map(DirectionId::value).orElse("too close to call"),
                count,
                100.0 * count / complete)));
    corners.forEach(
        (corner, count) -> lines.add(String.format(Locale.ROOT, "  %-40s %,9d", corner, count)));
    lines.add(
        String.format(
            Locale.ROOT, "%,d exact ties, every one of them called too close", exactTies));
    lines.add(
        String.format(
            Locale.ROOT,
            "%,d comparisons: more evidence for a side never helps the other",
            comparisons));
    lines.add(
        String.format(
            Locale.ROOT, "%,d combinations mirror when the vendors are swapped", mirrored));
    lines.add(
        String.format(
            Locale.ROOT,
            "%,d early stops: every way to answer the rest keeps the direction",
            stops));
    lines.add(String.format(Locale.ROOT, "%d rules of the guide put to it", rules));
    lines.add(
        String.format(
            Locale.ROOT,
            "questions asked: median %d, average %.2f, at most %d",
            medianLength(),
            meanLength(),
            longest()));
    lengths.forEach((length, count) ->
        lines.add(
            String.format(
                Locale.ROOT, "  %d  %,9d  %4.1f %%", length, count, 100.0 * count / complete)));
    lines.add("closest calls:");
    closest.forEach(call ->
        lines.add(
            String.format(
                Locale.ROOT,
                "  sum %+.2f, %.2f from another result, %,d times, such as %s",
                call.score(),
                call.distance(),
                call.count(),
                call.example().choices())));
    lines.add(isSound() ? "sound" : "not sound");
    return lines;
  }
}
