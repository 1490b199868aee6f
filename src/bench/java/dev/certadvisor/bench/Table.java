package dev.certadvisor.bench;

import java.io.PrintStream;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.ToDoubleFunction;

/** All rounds as a table in Markdown: the median and, in brackets, the best round. */
final class Table {

  private final Options options;
  private final Map<String, List<Figures>> figures;

  Table(Options options, Map<String, List<Figures>> figures) {
    this.options = options;
    this.figures = figures;
  }

  void print(PrintStream out) {
    out.printf(
        Locale.ROOT,
        "%n%d rounds, medians (best round); %d connections; ack and answer at %d a second for %d s; JDK %s, %d cores%n%n",
        options.rounds(),
        options.connections(),
        options.rate(),
        options.duration().toSeconds(),
        System.getProperty("java.version"),
        Runtime.getRuntime().availableProcessors());
    out.println(
        "| | acks/s | answers/s | CPU us a request | ack p50 ms | ack p99 ms | answer p50 ms | answer p99 ms | MB at start | MB after | lost | twice |");
    out.println("|---|---|---|---|---|---|---|---|---|---|---|---|");
    figures.forEach((name, rounds) ->
        out.println(
            "| "
                + name
                + high(rounds, Figures::acksPerSecond)
                + high(rounds, Figures::answersPerSecond)
                + low(rounds, "%.0f", Figures::cpuMicros)
                + low(rounds, "%.2f", Figures::ackMedian)
                + low(rounds, "%.1f", Figures::ackP99)
                + low(rounds, "%.1f", Figures::answerMedian)
                + low(rounds, "%.1f", Figures::answerP99)
                + low(rounds, "%.0f", Figures::startMegabytes)
                + low(rounds, "%.0f", Figures::endMegabytes)
                + " | "
                + rounds.stream().mapToInt(Figures::lost).sum()
                + " | "
                + rounds.stream().mapToInt(Figures::twice).sum()
                + " |"));
    ratio(out, "acknowledgement p99, advisor to floor", "advisor", "floor", Figures::ackP99);
    ratio(out, "acks/s, advisor to Bolt JS", "advisor", "bolt-js", Figures::acksPerSecond);
    ratio(out, "answers/s, advisor to Bolt JS", "advisor", "bolt-js", Figures::answersPerSecond);
    ratio(out, "CPU a request, advisor to Bolt JS", "advisor", "bolt-js", Figures::cpuMicros);
  }

  /** Round by round, so that a machine that is slow for a while is so for both. */
  private void ratio(
      PrintStream out, String what, String one, String other, ToDoubleFunction<Figures> figure) {
    List<Figures> ones = figures.getOrDefault(one, List.of());
    List<Figures> others = figures.getOrDefault(other, List.of());
    double[] ratios = new double[Math.min(ones.size(), others.size())];
    for (int i = 0; i < ratios.length; i++) {
      ratios[i] = figure.applyAsDouble(ones.get(i)) / figure.applyAsDouble(others.get(i));
    }
    if (ratios.length > 0) {
      Arrays.sort(ratios);
      out.printf(
          Locale.ROOT,
          "%n%s: %.2f (%.2f to %.2f)%n",
          what,
          ratios[ratios.length / 2],
          ratios[0],
          ratios[ratios.length - 1]);
    }
  }

  private static String high(List<Figures> rounds, ToDoubleFunction<Figures> figure) {
    return cell("%.0f", sorted(rounds, figure), rounds.size() - 1);
  }

  private static String low(List<Figures> rounds, String form, ToDoubleFunction<Figures> figure) {
    return cell(form, sorted(rounds, figure), 0);
  }

  private static double[] sorted(List<Figures> rounds, ToDoubleFunction<Figures> figure) {
    return rounds.stream().mapToDouble(figure).sorted().toArray();
  }

  private static String cell(String form, double[] sorted, int best) {
    double median = sorted[sorted.length / 2];
    return Double.isNaN(median)
        ? " | –"
        : " | " + String.format(Locale.ROOT, form + " (" + form + ")", median, sorted[best]);
  }
}
