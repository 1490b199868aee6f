package dev.certadvisor.search;

import dev.certadvisor.evaluation.AnswersEvaluation;
import java.nio.file.Path;
import java.util.Optional;

final class TryAnswers {
  public static void main(String[] a) {
    new AnswersEvaluation(LucenePassageIndex::of)
        .run(
            new AnswersEvaluation.Options(
                Path.of(a[0], "sections.jsonl"),
                Path.of(a[0], "questions.jsonl"),
                AnswersEvaluation.Scope.valueOf(a[1]),
                Optional.empty(),
                Optional.of(Path.of(a[2])),
                a.length <= 3,
                a.length > 3),
            System.out,
            System.err);
  }
}
