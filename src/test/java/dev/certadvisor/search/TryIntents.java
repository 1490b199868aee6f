package dev.certadvisor.search;

import dev.certadvisor.evaluation.IntentsEvaluation;
import java.nio.file.Path;
import java.util.Optional;

final class TryIntents {
  public static void main(String[] a) {
    System.exit(
        new IntentsEvaluation(new LinearTraining())
            .run(
                new IntentsEvaluation.Options(
                    Path.of(a[0]),
                    a[1].equals("-") ? Optional.empty() : Optional.of(Path.of(a[1])),
                    Path.of(a[2]),
                    true,
                    a.length > 3),
                System.out,
                System.err));
  }
}
