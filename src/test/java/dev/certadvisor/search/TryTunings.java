package dev.certadvisor.search;

import dev.certadvisor.evaluation.AnswersEvaluation;
import java.io.*;
import java.nio.file.Path;
import java.util.*;

final class TryTunings {
  static void run(String name, Tuning t) {
    for (String d : List.of("squad2", "covidqa")) {
      Path a = Path.of("/work/shared/data", d);
      ByteArrayOutputStream b = new ByteArrayOutputStream();
      new AnswersEvaluation(g ->
          new IndexBuilder(t, Synonyms.NONE, List.of())
              .build(g.passages().toList(), new org.apache.lucene.store.ByteBuffersDirectory()))
          .run(
              new AnswersEvaluation.Options(
                  a.resolve("sections.jsonl"),
                  a.resolve("questions.jsonl"),
                  AnswersEvaluation.Scope.DOCUMENT,
                  Optional.empty(),
                  Optional.of(Path.of("/tmp/try-" + d + ".jsonl")),
                  true,
                  false),
              new PrintStream(b),
              System.err);
      System.out.println(
          name
              + " "
              + d
              + " "
              + b.toString()
                  .strip()
                  .replaceAll(".*\"retrieval\":", "")
                  .replaceAll(
                      "\"?(unanswerable-|retrieval|IgnoringAbstention|citationRightOfAnswered|ndcg@10)",
                      ""));
    }
  }

  public static void main(String[] a) {
    Tuning s = Tuning.SHIPPED;
    Signals w = s.weights();
    run("shipped", s);
    if (a.length > 0)
      run("nosplit", new Tuning(w, 1.5, 5, s.background(), s.worth(), true, false, .3));
    if (a.length > 1) run("words", with(s, new Signals(1, 0, 0, 0, 0, 0, 0, 0)));
  }

  static Tuning with(Tuning s, Signals w) {
    return new Tuning(
        w,
        s.titleFactor(),
        s.background(),
        s.worth(),
        s.correcting(),
        s.splitting(),
        s.restOfSide());
  }
}
