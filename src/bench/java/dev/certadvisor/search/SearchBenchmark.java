package dev.certadvisor.search;

import dev.certadvisor.knowledge.Answer;
import dev.certadvisor.knowledge.Answerer;
import dev.certadvisor.knowledge.Guide;
import dev.certadvisor.knowledge.Query;
import dev.certadvisor.knowledge.Ranking;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import org.apache.lucene.store.ByteBuffersDirectory;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.MMapDirectory;
import org.apache.lucene.util.IOUtils;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;

/**
 * Questions to made-up guides of some sizes, from memory up to {@link IndexFields#MOST_OF_SMALL}
 * passages and from a memory-mapped file above. No question is asked twice, since the last ones are
 * remembered. Prints how long building took and what it takes up.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.SampleTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 3, time = 5)
@Measurement(iterations = 3, time = 5)
@Fork(value = 1, jvmArgsAppend = "-Xmx5g")
public class SearchBenchmark {

  /** How many passages the guide has. */
  @Param({"150", "10000", "1000000"})
  public int passages;

  private final MadeUpGuide madeUp = new MadeUpGuide();
  private final ProcessorTime retrieving = new ProcessorTime("retrieve");
  private final ProcessorTime answering = new ProcessorTime("answer");
  private Path folder;
  private Directory directory;
  private RankedPassageIndex index;
  private Answerer answerer;

  /** Builds the index. */
  @Setup
  public void build() throws IOException {
    Guide guide = madeUp.guide(passages);
    folder = Files.createTempDirectory("search-benchmark");
    directory =
        passages > IndexFields.MOST_OF_SMALL
            ? new MMapDirectory(folder)
            : new ByteBuffersDirectory();
    long before = used();
    long start = System.nanoTime();
    index =
        new IndexBuilder(Tuning.SHIPPED, Synonyms.NONE, Concepts.NONE, List.of(), ModelShelf.NONE)
            .build(guide.passages().toList(), directory);
    long millis = (System.nanoTime() - start) / 1_000_000;
    System.out.printf(
        Locale.ROOT,
        "%d passages: built in %d ms, index %d bytes a passage, heap beside the text %d MB%n",
        passages,
        millis,
        size() / passages,
        (used() - before) / 1_000_000);
    answerer = new Answerer(guide, index);
  }

  private long size() throws IOException {
    long size = 0;
    for (String file : directory.listAll()) {
      size += directory.fileLength(file);
    }
    return size;
  }

  private static long used() {
    System.gc();
    return Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory();
  }

  /** Deletes it. */
  @TearDown
  public void delete() throws IOException {
    directory.close();
    IOUtils.rm(folder);
  }

  /** Prints the processor time. */
  @TearDown(Level.Iteration)
  public void print() {
    retrieving.print();
    answering.print();
  }

  /** The ten best passages. */
  @Benchmark
  public Ranking retrieve() {
    Query query = Query.of(madeUp.question());
    return retrieving.of(() -> index.search(query, 10));
  }

  /** What is said to the question. */
  @Benchmark
  public Answer answer() {
    Query query = Query.of(madeUp.question());
    return answering.of(() -> answerer.answer(query));
  }
}
