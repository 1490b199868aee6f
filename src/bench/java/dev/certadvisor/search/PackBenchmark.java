package dev.certadvisor.search;

import dev.certadvisor.evaluation.PackCases;
import dev.certadvisor.intent.UtteranceClassifier;
import dev.certadvisor.intent.UtteranceClassifier.Classification;
import dev.certadvisor.knowledge.Answer;
import dev.certadvisor.knowledge.Answerer;
import dev.certadvisor.knowledge.Query;
import dev.certadvisor.pack.EvaluationReader;
import dev.certadvisor.pack.Pack;
import dev.certadvisor.pack.PackReader;
import dev.certadvisor.pack.Problems;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;

/**
 * Labelled questions and utterances put to the shipped pack; what classifies learns its phrases
 * only, without example questions. A number after each question makes it one that was not asked
 * lately: those are remembered.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.SampleTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 3, time = 5)
@Measurement(iterations = 3, time = 5)
@Fork(value = 1, jvmArgsAppend = "-Xmx512m")
public class PackBenchmark {

  private final ProcessorTime classifying = new ProcessorTime("classify");
  private final ProcessorTime answering = new ProcessorTime("answer");
  private PackCases cases;
  private UtteranceClassifier classifier;
  private Answerer answerer;
  private int turn;

  /** Reads the pack and learns from it. */
  @Setup
  public void read() {
    Path folder = Path.of("seeds");
    Pack pack = ((PackReader.Result.Sound) PackReader.read(folder)).pack();
    cases = EvaluationReader.read(folder, new Problems());
    classifier = new LinearTraining().train(() -> pack.phrases().examples(), List.of());
    answerer =
        new Answerer(
            pack.guide(),
            RankedPassageIndex.of(
                pack.guide(),
                pack.phrases().vocabulary().synonyms(),
                pack.phrases().notForAGuide(),
                ModelShelf.NONE));
  }

  /** Prints the processor time. */
  @TearDown(Level.Iteration)
  public void print() {
    classifying.print();
    answering.print();
  }

  /** The intent of a message. */
  @Benchmark
  public Classification classify() {
    turn++;
    String text = cases.utterances().get(turn % cases.utterances().size()).text();
    return classifying.of(() -> classifier.classify(text));
  }

  /** What is said to a question. */
  @Benchmark
  public Answer answer() {
    turn++;
    String question = cases.questions().get(turn % cases.questions().size()).ask();
    Query query = Query.of(question + " " + turn);
    return answering.of(() -> answerer.answer(query));
  }
}
