package dev.certadvisor.evaluation;

import dev.certadvisor.intent.ClassifierTraining;
import dev.certadvisor.intent.UtteranceClassifier;
import dev.certadvisor.intent.UtteranceClassifier.Classification;
import dev.certadvisor.intent.UtteranceClassifier.Example;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Trains the intent model on any labelled utterances and scores it on others. */
public final class IntentsEvaluation {

  private static final int WARM_UP = 2_000;

  private final ClassifierTraining training;

  /**
   * @param training makes the classifiers
   */
  public IntentsEvaluation(ClassifierTraining training) {
    this.training = training;
  }

  /**
   * What to do. All files have lines {@code utterance<TAB>label}, {@code oos} for out of scope.
   *
   * @param train what is trained on
   * @param validation what confidence and threshold are set by; where there is none, by
   *     cross-validation on the training file
   * @param test what is scored
   * @param json whether to print one JSON object in place of the table
   * @param show whether to print each utterance that went wrong
   */
  public record Options(
      Path train, Optional<Path> validation, Path test, boolean json, boolean show) {}

  /**
   * Runs the evaluation.
   *
   * @param options what to do
   * @param out gets the table or the JSON object
   * @param err gets one line where a file cannot be read
   * @return the exit code: 0, or 2 for input that cannot be used
   */
  public int run(Options options, PrintStream out, PrintStream err) {
    try {
      List<Example> train = UtteranceFile.read(options.train());
      List<Example> validation =
          options.validation().isPresent()
              ? UtteranceFile.read(options.validation().get())
              : List.of();
      List<Example> test = UtteranceFile.read(options.test());
      long start = System.nanoTime();
      UtteranceClassifier classifier = training.train(() -> train, validation);
      long trainMillis = (System.nanoTime() - start) / 1_000_000;
      warmUp(classifier, test);
      IntentScores scores = new IntentScores();
      List<Long> nanos = new ArrayList<>(test.size());
      for (Example example : test) {
        long from = System.nanoTime();
        Classification classification = classifier.classify(example.text());
        nanos.add(System.nanoTime() - from);
        scores.add(example, classification);
      }
      Report.print(report(scores, trainMillis, nanos), options.json(), out);
      if (options.show()) {
        scores.failures().forEach(out::println);
      }
      return 0;
    } catch (BrokenLine | IllegalArgumentException | IOException e) {
      err.println(e.getMessage());
      return 2;
    }
  }

  private static void warmUp(UtteranceClassifier classifier, List<Example> test) {
    for (int i = 0; i < WARM_UP && !test.isEmpty(); i++) {
      classifier.classify(test.get(i % test.size()).text());
    }
  }

  private static Map<String, Object> report(
      IntentScores scores, long trainMillis, List<Long> nanos) {
    Map<String, Object> report = new LinkedHashMap<>(scores.report());
    report.put("trainMillis", trainMillis);
    List<Long> sorted = nanos.stream().sorted().toList();
    Map<String, Object> micros = new LinkedHashMap<>();
    if (!sorted.isEmpty()) {
      micros.put("p50", sorted.get(sorted.size() / 2) / 1_000.0);
      micros.put("p99", sorted.get((int) (sorted.size() * 0.99)) / 1_000.0);
    }
    report.put("classifyMicros", micros);
    return report;
  }
}
