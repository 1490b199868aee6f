package dev.certadvisor.interview;

import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/**
 * How much of the interview's table of transitions something has taken. A transition is a position,
 * a move, and a position that the table lets the move lead to.
 *
 * @param all every transition of the table
 * @param missing those that were not taken
 */
public record TransitionCoverage(List<Taken> all, List<Taken> missing) {

  /** The coverage of what was taken. */
  public static TransitionCoverage of(Collection<Taken> taken) {
    List<Taken> all =
        Stream.of(Position.values())
            .flatMap(from ->
                Stream.of(Move.Kind.values())
                    .flatMap(move ->
                        Transitions.cell(from, move).to().stream()
                            .sorted()
                            .map(to -> new Taken(from, move, to))))
            .toList();
    return new TransitionCoverage(all, all.stream().filter(one -> !taken.contains(one)).toList());
  }

  /** What was taken although the table does not have it. */
  public static List<Taken> strayed(Collection<Taken> taken) {
    List<Taken> all = of(List.of()).all();
    return taken.stream().filter(one -> !all.contains(one)).distinct().toList();
  }

  @Override
  public String toString() {
    int taken = all.size() - missing.size();
    return String.format(
        Locale.ROOT,
        "%d of %d transitions taken (%.1f %%)",
        taken,
        all.size(),
        100.0 * taken / all.size());
  }
}
