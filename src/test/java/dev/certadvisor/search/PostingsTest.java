package dev.certadvisor.search;

import static org.assertj.core.api.Assertions.assertThat;

import dev.certadvisor.knowledge.Passage;
import dev.certadvisor.knowledge.PassageId;
import dev.certadvisor.knowledge.SectionId;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;
import org.apache.lucene.analysis.core.KeywordAnalyzer;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.TextField;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.LogDocMergePolicy;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.BoostQuery;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.store.ByteBuffersDirectory;
import org.junit.jupiter.api.Test;

class PostingsTest {

  private static final int PASSAGES = 300;
  private static final int MOST = 20;

  private final Random random = new Random(58);
  private final List<Passage> passages =
      IntStream.range(0, PASSAGES).mapToObj(this::passage).toList();
  private final Postings postings = postings(passages);

  @Test
  void unpackedListsGiveTheCandidatesOfPackedOnes() throws IOException {
    IndexSearcher lucene = lucene();
    for (int asked = 0; asked < 200; asked++) {
      Question question = question();

      assertThat(postings.candidates(question, MOST)).isEqualTo(byLucene(lucene, question));
    }
  }

  @Test
  void ofEqualPassagesTheFirstAreCandidates() throws IOException {
    Postings twins = postings(passages.stream().map(any -> passages.get(7)).toList());
    Question question = question(passages.get(7).text());

    assertThat(twins.candidates(question, 3)).containsExactly(0, 1, 2);
  }

  @Test
  void nothingIsACandidateThatHasNoWordOfTheQuestion() throws IOException {
    Question question =
        new Question(List.of(new Question.Word("qqqqqq", List.of(), 1)), List.of(), new double[0]);

    assertThat(postings.candidates(question, MOST)).isEmpty();
  }

  @Test
  void itIsKnownInHowManyPassagesAStemStands() throws IOException {
    String stem = EnglishWords.OF_TEXT.tokens("w1w").getFirst().stem();
    long having =
        passages.stream().filter(passage -> (" " + passage.text()).contains(" w1w")).count();

    assertThat(postings.passagesWith(stem)).isEqualTo((int) having).isGreaterThan(1);
    assertThat(postings.passagesWith("qqqqqq")).isZero();
  }

  @Test
  void sketchesAreReadAsTheyWereWritten() throws IOException {
    for (int number = 0; number < PASSAGES; number++) {
      assertThat(postings.sketch(number).encode()).isEqualTo(sketch(passages.get(number)).encode());
    }
  }

  private static Sketch sketch(Passage passage) {
    return Sketch.of(passage.text(), PassageTokens.of(passage));
  }

  private static Postings postings(List<Passage> passages) {
    try {
      return new Postings(IndexBuilder.write(passages, new ByteBuffersDirectory()).directory());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Words as rare as in English, some of them in many passages; lengths differ by far. */
  private Passage passage(int number) {
    return new Passage(
        new PassageId(new SectionId("s"), "p" + number),
        "title" + number,
        words(1 + random.nextInt(number % 7 == 0 ? 400 : 40)),
        List.of(),
        List.of(),
        List.of(),
        Optional.empty(),
        List.of());
  }

  private String words(int count) {
    StringBuilder words = new StringBuilder();
    for (int i = 0; i < count; i++) {
      words.append('w').append((int) (1 / (0.002 + random.nextDouble()))).append("w ");
    }
    return words.toString();
  }

  private Question question() {
    return question(words(1 + random.nextInt(9)));
  }

  private static Question question(String text) {
    List<Question.Word> words = new ArrayList<>();
    List<Integer> grams = new ArrayList<>();
    for (Token token : EnglishWords.OF_TEXT.tokens(text)) {
      words.add(new Question.Word(token.stem(), List.of("w2w"), 1));
      Grams.forEach(token.word(), grams::add);
    }
    List<Integer> different = grams.stream().distinct().toList();
    return new Question(
        words.stream().distinct().toList(), different, new double[different.size()]);
  }

  private IndexSearcher lucene() throws IOException {
    ByteBuffersDirectory directory = new ByteBuffersDirectory();
    IndexWriterConfig config =
        new IndexWriterConfig(new KeywordAnalyzer()).setMergePolicy(new LogDocMergePolicy());
    try (IndexWriter writer = new IndexWriter(directory, config)) {
      for (Passage passage : passages) {
        List<Token> tokens = new ArrayList<>(EnglishWords.OF_TEXT.tokens(passage.title()));
        tokens.addAll(EnglishWords.OF_TEXT.tokens(passage.text()));
        List<String> grams = new ArrayList<>();
        tokens.forEach(token -> Grams.forEach(token.word(), gram -> grams.add("" + gram)));
        Document document = new Document();
        document.add(field("stems", tokens.stream().map(Token::stem).toList()));
        document.add(field("grams", grams));
        writer.addDocument(document);
      }
      writer.forceMerge(1);
    }
    return new IndexSearcher(DirectoryReader.open(directory));
  }

  private static Field field(String name, List<String> terms) {
    return new Field(name, new ListTokenStream(terms), TextField.TYPE_NOT_STORED);
  }

  private static int[] byLucene(IndexSearcher lucene, Question question) throws IOException {
    BooleanQuery.Builder any = new BooleanQuery.Builder();
    for (Question.Word word : question.words()) {
      any.add(new TermQuery(new Term("stems", word.stem())), Occur.SHOULD);
      word.others()
          .forEach(other -> any.add(new TermQuery(new Term("stems", other)), Occur.SHOULD));
    }
    for (int gram : question.grams()) {
      any.add(new BoostQuery(new TermQuery(new Term("grams", "" + gram)), 0.15f), Occur.SHOULD);
    }
    return Arrays.stream(lucene.search(any.build(), MOST).scoreDocs)
        .mapToInt(hit -> hit.doc)
        .sorted()
        .toArray();
  }
}
