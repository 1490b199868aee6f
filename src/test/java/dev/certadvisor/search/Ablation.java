package dev.certadvisor.search;

import dev.certadvisor.evaluation.AnswersEvaluation;
import dev.certadvisor.evaluation.AnswersEvaluation.Options;
import dev.certadvisor.evaluation.AnswersEvaluation.Scope;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * Takes each part of ranking out once and prints what is left. Arguments: folders with {@code
 * sections.jsonl} and {@code questions.jsonl}, each followed by {@code document} or {@code all}.
 * ADR 0021 has what came out.
 */
final class Ablation {

  private Ablation() {}

  public static void main(String[] foldersAndScopes) {
    variants()
        .forEach((name, tuning) -> {
          for (int i = 0; i < foldersAndScopes.length; i += 2) {
            String folder = foldersAndScopes[i];
            Scope scope = Scope.valueOf(foldersAndScopes[i + 1].toUpperCase(Locale.ROOT));
            System.out.printf("%s\t%s\t%s\t%s%n", name, folder, scope, run(folder, scope, tuning));
          }
        });
  }

  private static Map<String, Tuning> variants() {
    Tuning all = Tuning.SHIPPED;
    Map<String, Tuning> variants = new LinkedHashMap<>();
    variants.put("all", all);
    variants.put("words alone", weights(new Signals(1, 0, 0, 0, 0, 0, 0)));
    variants.put("no words", weights(new Signals(0, 0.5, 0.5, 0.5, 0.2, 0.3, 0.5)));
    variants.put("no sentence", weights(new Signals(1, 0, 0.5, 0.5, 0.2, 0.3, 0.5)));
    variants.put("no 4-grams", weights(new Signals(1, 0.5, 0, 0.5, 0.2, 0.3, 0.5)));
    variants.put("no coverage", weights(new Signals(1, 0.5, 0.5, 0, 0.2, 0.3, 0.5)));
    variants.put("no nearness", weights(new Signals(1, 0.5, 0.5, 0.5, 0, 0.3, 0.5)));
    variants.put("no title", weights(new Signals(1, 0.5, 0.5, 0.5, 0.2, 0, 0.5)));
    variants.put("no background", tuning(all.weights(), all.weightsOfSide(), 0, true, true));
    variants.put(
        "no correction", tuning(all.weights(), all.weightsOfSide(), all.worth(), false, true));
    variants.put(
        "no taking apart", tuning(all.weights(), all.weightsOfSide(), all.worth(), true, false));
    variants.put(
        "sides as the whole", tuning(all.weights(), all.weights(), all.worth(), true, true));
    return variants;
  }

  private static Tuning weights(Signals weights) {
    return tuning(weights, Tuning.SHIPPED.weightsOfSide(), Tuning.SHIPPED.worth(), true, true);
  }

  private static Tuning tuning(
      Signals weights, Signals ofSide, double worth, boolean correcting, boolean splitting) {
    Tuning all = Tuning.SHIPPED;
    return new Tuning(
        weights,
        ofSide,
        all.section(),
        all.titleFactor(),
        all.background(),
        worth,
        correcting,
        splitting,
        all.restOfSide());
  }

  private static String run(String folder, Scope scope, Tuning tuning) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    new AnswersEvaluation(guide ->
        new IndexBuilder(tuning, Synonyms.NONE, Concepts.NONE, List.of(), ModelShelf.NONE)
            .build(guide.passages().toList()))
        .run(
            new Options(
                Path.of(folder, "sections.jsonl"),
                Path.of(folder, "questions.jsonl"),
                scope,
                Optional.empty(),
                Optional.empty(),
                true,
                false),
            new PrintStream(out, true, StandardCharsets.UTF_8),
            System.err);
    return out.toString(StandardCharsets.UTF_8).strip();
  }
}
