package dev.certadvisor.search;

import dev.certadvisor.intent.UtteranceClassifier;
import dev.certadvisor.intent.UtteranceClassifier.Example;
import dev.certadvisor.knowledge.Answerer;
import dev.certadvisor.knowledge.Guide;
import dev.certadvisor.knowledge.Passage;
import dev.certadvisor.knowledge.PassageId;
import dev.certadvisor.knowledge.Query;
import dev.certadvisor.knowledge.Section;
import dev.certadvisor.knowledge.SectionId;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Random;
import java.util.function.Function;
import org.apache.lucene.store.ByteBuffersDirectory;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.MMapDirectory;

/**
 * Measures how long building, retrieving, answering and classifying take on made-up guides.
 * Arguments: numbers of passages. {@code src/docs/performance.md} has what came out, and the
 * command.
 */
final class Benchmark {

  private static final int WARM_UP = 3_000;
  private static final int MEASURED = 10_000;
  private static final int WORDS_OF_A_PASSAGE = 90;
  private static final int WORDS_OF_A_QUESTION = 8;

  private final Random random = new Random(7);
  private final List<String> words = vocabulary();

  private Benchmark() {}

  public static void main(String[] sizes) throws IOException {
    Benchmark benchmark = new Benchmark();
    benchmark.classify();
    for (String size : sizes) {
      benchmark.search(Integer.parseInt(size));
    }
  }

  private static List<String> vocabulary() {
    return Resource.lines("background-counts.txt").stream()
        .skip(1)
        .sorted((one, other) -> Integer.compare(count(other), count(one)))
        .map(line -> line.substring(0, line.indexOf(' ')))
        .toList();
  }

  private static int count(String line) {
    return Integer.parseInt(line.substring(line.indexOf(' ') + 1));
  }

  private void classify() {
    List<Example> examples = new ArrayList<>();
    for (int i = 0; i < 800; i++) {
      examples.add(new Example(text(8, i % 28 * 40), "label" + i % 28));
    }
    long start = System.nanoTime();
    UtteranceClassifier classifier = new LinearTraining().train(examples, List.of());
    long millis = (System.nanoTime() - start) / 1_000_000;
    List<String> texts = new ArrayList<>();
    for (int i = 0; i < WARM_UP + MEASURED; i++) {
      texts.add(text(8, 0));
    }
    System.out.printf(
        Locale.ROOT,
        "classify, 28 intents: training %d ms, %s%n",
        millis,
        micros(texts, classifier::classify));
  }

  private void search(int passages) throws IOException {
    List<Section> sections = new ArrayList<>(passages);
    for (int i = 0; i < passages; i++) {
      SectionId id = new SectionId("s" + i);
      String title = text(4, 0);
      Passage passage =
          new Passage(
              new PassageId(id, "p"),
              title,
              text(WORDS_OF_A_PASSAGE, 0) + ".",
              List.of(),
              List.of(),
              List.of(),
              Optional.empty(),
              List.of());
      sections.add(new Section(id, title, "", List.of(passage)));
    }
    Guide guide = new Guide(sections);
    Path folder = Files.createTempDirectory("benchmark");
    Directory directory =
        passages > IndexFields.MOST_OF_SMALL
            ? new MMapDirectory(folder)
            : new ByteBuffersDirectory();
    long start = System.nanoTime();
    LucenePassageIndex index =
        new IndexBuilder(Tuning.SHIPPED, Synonyms.NONE, Concepts.NONE, List.of(), ModelShelf.NONE)
            .build(guide.passages().toList(), directory);
    long millis = (System.nanoTime() - start) / 1_000_000;
    Answerer answerer = new Answerer(guide, index);
    List<String> questions = new ArrayList<>();
    for (int i = 0; i < WARM_UP + MEASURED; i++) {
      questions.add(text(WORDS_OF_A_QUESTION, 0));
    }
    System.out.printf(
        Locale.ROOT,
        "%d passages: build %d ms, %d bytes a passage%n  retrieve %s%n  answer   %s%n",
        passages,
        millis,
        index.sizeInBytes() / passages,
        micros(questions, question -> index.search(Query.of(question), 10)),
        micros(questions, question -> answerer.answer(Query.of(question))));
  }

  /** Words as rare as in English, by Zipf's law, in sentences of fifteen. */
  private String text(int length, int offset) {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < length; i++) {
      double share = Math.pow(words.size(), random.nextDouble()) - 1;
      String word = words.get(((int) share + offset) % words.size());
      text.append(i % 15 == 14 ? ". A" : "").append(i == 0 ? "" : " ").append(word);
    }
    return text.toString();
  }

  private static <T> String micros(List<T> inputs, Function<T, ?> work) {
    int kept = 0;
    long[] nanos = new long[inputs.size()];
    for (int i = 0; i < inputs.size(); i++) {
      long start = System.nanoTime();
      kept += work.apply(inputs.get(i)) == null ? 0 : 1;
      nanos[i] = System.nanoTime() - start;
    }
    long[] warm = Arrays.copyOfRange(nanos, WARM_UP, kept);
    Arrays.sort(warm);
    return String.format(
        Locale.ROOT,
        "p50 %.1f us, p99 %.1f us, p99.9 %.1f us",
        warm[warm.length / 2] / 1e3,
        warm[(int) (warm.length * 0.99)] / 1e3,
        warm[(int) (warm.length * 0.999)] / 1e3);
  }
}
