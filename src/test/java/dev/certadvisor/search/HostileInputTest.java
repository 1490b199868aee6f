package dev.certadvisor.search;

import static org.assertj.core.api.Assertions.assertThat;

import dev.certadvisor.intent.Intent;
import dev.certadvisor.intent.MessageReader;
import dev.certadvisor.intent.UtteranceClassifier.Example;
import dev.certadvisor.intent.Vocabulary;
import dev.certadvisor.intent.Vocabulary.Named;
import dev.certadvisor.knowledge.Answer;
import dev.certadvisor.knowledge.Answerer;
import dev.certadvisor.knowledge.Guide;
import dev.certadvisor.knowledge.Passage;
import dev.certadvisor.knowledge.PassageId;
import dev.certadvisor.knowledge.Query;
import dev.certadvisor.knowledge.Section;
import dev.certadvisor.knowledge.SectionId;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Whatever is typed, there is an answer or an honest decline, and soon. */
class HostileInputTest {

  /** Generous, for a loaded machine; typical is under a millisecond. */
  private static final Duration SOON = Duration.ofSeconds(2);

  private static final ThreadMXBean PROCESSOR = ManagementFactory.getThreadMXBean();
  private static final int SHORT = 4_000;
  private static final int LONG = 40_000;

  /** Ten times the length, and as much again. */
  private static final int AT_MOST_TIMES = 20;

  private static final long A_FEW_MILLISECONDS = 5_000_000;

  private static final Guide GUIDE =
      new Guide(
          List.of(
              new Section(
                  new SectionId("one"),
                  "One",
                  "",
                  List.of(passage("one", "The exam costs money.", "what does the exam cost"))),
              new Section(
                  new SectionId("two"),
                  "Two",
                  "",
                  List.of(passage("two", "The title of a query is * OR (x).", "title or query")))));
  private static final Answerer ANSWERER = new Answerer(GUIDE, RankedPassageIndex.of(GUIDE));
  private static final MessageReader READER =
      MessageReader.learn(
          new Vocabulary(
              List.of(new Named("aws", List.of("aws", "amazon web services"))),
              List.of(new Named("AI-102", List.of("azure ai engineer"))),
              List.of(new Named("fees", List.of("cost"))),
              List.of(new Named("price", List.of("how much"))),
              List.of(),
              List.of("both"),
              List.of("harder"),
              List.of("versus"),
              List.of("not"),
              List.of(new Named("pay", List.of("salary"))),
              List.of("what"),
              List.of("and")),
          List.of(
              new Example("what does it cost", Intent.ASK.label()),
              new Example("hello", Intent.GREET.label()),
              new Example("hi you", Intent.GREET.label()),
              new Example("how is the exam", Intent.ASK.label())),
          new LinearTraining(),
          new OrdinaryWords());

  /** As somebody pastes by mistake: letters that make thousands of different words and 4-grams. */
  private static String key(int letters) {
    Random random = new Random(42);
    StringBuilder key = new StringBuilder();
    while (key.length() < letters) {
      key.append(random.nextInt(40) == 0 ? '-' : (char) ('a' + random.nextInt(26)));
    }
    return key.toString();
  }

  static List<String> hostile() {
    return List.of(
        "",
        " \t\n",
        "?",
        "a",
        "the of and is",
        "\uD83D\uDE00\uD83D\uDE80\uD83C\uDFF4",
        "\uD83D", // half of a surrogate pair
        "title:* OR body:(exam^5 AND \"x\"~3)",
        "[* TO *] +exam -cost !x && || \\ / {a}",
        "(a+)+$ .*.*.*.*.*=.* ((((((((((",
        "'; DROP TABLE conversations; --",
        "\u202Eexam\u202C \u05D0\u05D9\u05DA \u0627\u0645\u062A\u062D\u0627\u0646",
        "ex\u200Bam\u200D \uFEFFcost\u0000",
        "wie viel kostet die pr\u00FCfung",
        "\u8003\u8BD5\u591A\u5C11\u94B1",
        "exam ".repeat(8_000),
        "x".repeat(40_000),
        key(2_000),
        key(40_000),
        "a b ".repeat(10_000),
        "examm cosst moneyy ".repeat(2_000),
        "Aa or Bb and ".repeat(3_000),
        ",".repeat(40_000),
        "\n".repeat(40_000),
        "compare ".repeat(5_000),
        "between a and b ".repeat(2_500),
        "ai ".repeat(13_000));
  }

  @ParameterizedTest
  @MethodSource("hostile")
  void everyMessageIsReadAndAnsweredSoon(String text) {
    Assertions.assertTimeout(SOON, () -> respond(text));
  }

  @Property(tries = 300)
  void anyTextIsReadAndAnswered(@ForAll("texts") String text) {
    Assertions.assertTimeout(SOON, () -> respond(text));
  }

  /**
   * Only the beginning of a message is read, and nothing may go back and forth over the rest. Time
   * is the processor's, and compared with the same text cut short, so that no other load counts.
   */
  @Property(tries = 60)
  void aLongTextCostsHardlyMoreThanItsBeginning(@ForAll("fragments") String fragment) {
    String text = fragment.repeat(LONG / fragment.length() + 1);

    long beginning = leastNanos(text.substring(0, SHORT));
    long all = leastNanos(text);

    assertThat(all).isLessThan(AT_MOST_TIMES * beginning + A_FEW_MILLISECONDS);
  }

  private static long leastNanos(String text) {
    long least = Long.MAX_VALUE;
    for (int i = 0; i < 3; i++) {
      long start = PROCESSOR.getCurrentThreadCpuTime();
      respond(text);
      least = Math.min(least, PROCESSOR.getCurrentThreadCpuTime() - start);
    }
    return least;
  }

  @Provide
  Arbitrary<String> fragments() {
    return texts()
        .filter(text -> !text.isEmpty())
        .map(text -> text.substring(0, Math.min(40, text.length())));
  }

  private static void respond(String text) {
    String read = READER.read(text).text();
    switch (ANSWERER.answer(Query.of(read))) {
      case Answer.Found found ->
          assertThat(found.passages())
              .isNotEmpty()
              .allMatch(quoted -> quoted.citation().quote().equals(quoted.passage().text()));
      case Answer.Nearest nearest -> assertThat(nearest.passages()).isNotEmpty();
      case Answer.NotCovered none -> assertThat(none.confidence()).isBetween(0.0, 1.0);
    }
  }

  @Provide
  Arbitrary<String> texts() {
    return Arbitraries.oneOf(
        Arbitraries.strings().ofMaxLength(3_000),
        Arbitraries.strings()
            .withChars("exam cost aws or and both? :*()[]{}\"\\/~^+-!&|'\u200B\u202E")
            .ofMaxLength(3_000),
        Arbitraries.of("exam", "or", "Aws", "vs", "between", "and", "cost", ",", "ai-102", "\uD83D")
            .list()
            .ofMaxSize(400)
            .map(words -> String.join(" ", words)));
  }

  private static Passage passage(String section, String text, String asked) {
    return new Passage(
        new PassageId(new SectionId(section), "only"),
        text,
        text,
        List.of(),
        List.of(),
        List.of(),
        Optional.empty(),
        List.of(asked));
  }
}
