package dev.certadvisor.evaluation;

import dev.certadvisor.evaluation.AnswerLine.RankedSection;
import dev.certadvisor.knowledge.Answer;
import dev.certadvisor.knowledge.Answerer;
import dev.certadvisor.knowledge.Guide;
import dev.certadvisor.knowledge.Passage;
import dev.certadvisor.knowledge.PassageId;
import dev.certadvisor.knowledge.PassageIndex;
import dev.certadvisor.knowledge.Query;
import dev.certadvisor.knowledge.Ranking;
import dev.certadvisor.knowledge.Section;
import dev.certadvisor.knowledge.SectionId;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * Answers the questions of any collection with the product's own index and answerer, and scores the
 * answers where the collection says what is right.
 */
public final class AnswersEvaluation {

  private static final int WARM_UP = 200;
  private static final int RANKED = 10;

  private final Function<Guide, PassageIndex> indexing;

  /**
   * @param indexing builds the index of a guide
   */
  public AnswersEvaluation(Function<Guide, PassageIndex> indexing) {
    this.indexing = indexing;
  }

  /** Which sections a question is put to. */
  public enum Scope {
    /** Those of its document. */
    DOCUMENT,
    /** All of the collection. */
    ALL
  }

  /**
   * What to do.
   *
   * @param sections JSON lines {@code docId sectionId title text}
   * @param questions JSON lines {@code questionId docId text}, with {@code split answerable
   *     goldSectionIds answers kind} where they are known
   * @param scope which sections a question is put to
   * @param split only questions of this split; empty for all
   * @param out where to write the answers; empty for nowhere
   * @param json whether to print one JSON object in place of the table
   * @param show whether to print each question that went wrong
   */
  public record Options(
      Path sections,
      Path questions,
      Scope scope,
      Optional<String> split,
      Optional<Path> out,
      boolean json,
      boolean show) {}

  /**
   * Runs the evaluation.
   *
   * @param options what to do
   * @param out gets the table or the JSON object
   * @param err gets one line where a file cannot be read
   * @return the exit code: 0, or 2 for input that cannot be read
   */
  public int run(Options options, PrintStream out, PrintStream err) {
    try {
      List<JsonLines.Line> sections = JsonLines.read(options.sections());
      List<LabelledQuestion> questions = questions(options);
      Corpus corpus = index(sections, options.scope());
      List<AnswerLine> answers = answers(corpus, questions, options.scope());
      if (options.out().isPresent()) {
        write(options.out().get(), answers);
      }
      AnswerScores scores = AnswerScores.of(questions, answers, corpus.textBySection());
      Map<String, Object> report = new LinkedHashMap<>();
      report.put("sections", sections.size());
      report.put("questions", questions.size());
      report.put("indexMillis", corpus.millis());
      report.putAll(scores.report());
      Report.print(report, options.json(), out);
      if (options.show()) {
        scores.failures().forEach(out::println);
      }
      return 0;
    } catch (BrokenLine | IOException e) {
      err.println(e.getMessage());
      return 2;
    }
  }

  private static List<LabelledQuestion> questions(Options options) throws IOException {
    List<LabelledQuestion> questions = new ArrayList<>();
    for (JsonLines.Line line : JsonLines.read(options.questions())) {
      String split = line.optionalText("split").orElse("test");
      if (options.split().map(split::equals).orElse(true)) {
        questions.add(LabelledQuestion.of(line));
      }
    }
    return questions;
  }

  private Corpus index(List<JsonLines.Line> lines, Scope scope) {
    Map<String, List<Section>> sectionsByDocument = new LinkedHashMap<>();
    Map<String, String> textBySection = new LinkedHashMap<>();
    for (JsonLines.Line line : lines) {
      Section section = section(line);
      if (textBySection.put(section.id().value(), line.text("text")) != null) {
        throw new BrokenLine(
            line.file(), line.line(), "section " + section.id() + " is there already");
      }
      String document = scope == Scope.ALL ? "" : line.text("docId");
      sectionsByDocument.computeIfAbsent(document, d -> new ArrayList<>()).add(section);
    }
    long start = System.nanoTime();
    Map<String, Source> sourceByDocument = new LinkedHashMap<>();
    sectionsByDocument.forEach((document, sections) -> {
      Guide guide = new Guide(sections);
      PassageIndex index = indexing.apply(guide);
      sourceByDocument.put(document, new Source(index, new Answerer(guide, index)));
    });
    long millis = (System.nanoTime() - start) / 1_000_000;
    return new Corpus(sourceByDocument, textBySection, millis);
  }

  private static Section section(JsonLines.Line line) {
    SectionId id = new SectionId(line.id("sectionId"));
    String title = line.optionalText("title").orElse("");
    Passage passage =
        new Passage(
            new PassageId(id, "text"),
            title,
            line.text("text"),
            List.of(),
            List.of(),
            List.of(),
            Optional.empty(),
            List.of());
    return new Section(id, title, "", List.of(passage));
  }

  private static List<AnswerLine> answers(
      Corpus corpus, List<LabelledQuestion> questions, Scope scope) {
    questions.stream().limit(WARM_UP).forEach(question -> answer(corpus, question, scope));
    return questions.stream().map(question -> answer(corpus, question, scope)).toList();
  }

  private static AnswerLine answer(Corpus corpus, LabelledQuestion question, Scope scope) {
    Source source = corpus.sourceByDocument().get(scope == Scope.ALL ? "" : question.document());
    if (source == null) {
      return new AnswerLine(question.id(), List.of(), false, 0, "", List.of(), List.of(), 0);
    }
    long start = System.nanoTime();
    Query query = Query.of(question.text());
    Ranking ranking = source.index().search(query, RANKED);
    Answer answer = source.answerer().answer(query, ranking);
    long micros = (System.nanoTime() - start) / 1_000;
    List<RankedSection> ranked =
        ranking.hits().stream()
            .map(hit -> new RankedSection(hit.passage().id().section().value(), hit.score()))
            .toList();
    boolean answered = !(answer instanceof Answer.NotCovered);
    List<String> quotes =
        ranking.hits().stream()
            .limit(1)
            .flatMap(hit -> source.index().keySentences(query, hit).sentences().stream())
            .toList();
    List<String> citations = ranked.stream().limit(1).map(RankedSection::sectionId).toList();
    return new AnswerLine(
        question.id(),
        ranked,
        answered,
        answer.confidence(),
        String.join(" ", quotes),
        citations,
        quotes,
        micros);
  }

  private static void write(Path file, List<AnswerLine> answers) throws IOException {
    try {
      Files.write(file, answers.stream().map(JsonLines::write).toList(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new IOException(file + ": cannot be written", e);
    }
  }

  private record Source(PassageIndex index, Answerer answerer) {}

  private record Corpus(
      Map<String, Source> sourceByDocument, Map<String, String> textBySection, long millis) {}
}
