package dev.certadvisor.evaluation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.certadvisor.evaluation.AnswersEvaluation.Options;
import dev.certadvisor.evaluation.AnswersEvaluation.Scope;
import dev.certadvisor.search.RankedPassageIndex;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AnswersEvaluationTest {

  private static final String SECTIONS =
      """
      {"docId":"d1","sectionId":"s1","title":"Tram","text":"The tram leaves at nine. It is red."}
      {"docId":"d1","sectionId":"s2","title":"Ship","text":"The ship sails on Sundays only."}
      {"docId":"d2","sectionId":"s3","title":"Food","text":"Bread and cheese are sold here."}
      """;
  private static final String QUESTIONS =
      """
      {"questionId":"q1","docId":"d1","text":"when does the tram leave","answerable":true,"goldSectionIds":["s1"],"answers":["nine"],"kind":"answerable","split":"test"}
      {"questionId":"q2","docId":"d1","text":"where is cheese sold","answerable":false,"goldSectionIds":[],"answers":[],"kind":"foreign","split":"test"}
      {"questionId":"q3","docId":"d1","text":"when does the ship sail","answerable":true,"goldSectionIds":["s1"],"answers":["Sundays"],"kind":"answerable","split":"dev"}
      """;

  @TempDir private Path folder;
  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private final ByteArrayOutputStream err = new ByteArrayOutputStream();

  @BeforeEach
  void write() throws IOException {
    Files.writeString(folder.resolve("s"), SECTIONS);
    Files.writeString(folder.resolve("q"), QUESTIONS);
  }

  @Test
  void theFigureOfEachMeasureIsPrinted() {
    assertThat(run("test", Scope.DOCUMENT, true)).isZero();

    assertThat(out.toString(StandardCharsets.UTF_8))
        .contains("\"mrr@10\":1.0", "\"rightIgnoringAbstention\":1.0", "\"foreign\":0.0")
        .contains("\"sections\":3", "\"questions\":2");
  }

  @Test
  void answersAreWrittenInTheOrderOfTheQuestionsWithQuotesFromTheCitedSection() throws IOException {
    run("test", Scope.DOCUMENT, true);

    List<String> lines = Files.readAllLines(folder.resolve("a"));
    assertThat(lines).hasSize(2);
    assertThat(lines.get(0))
        .startsWith("{\"questionId\":\"q1\",\"ranked\":[{\"sectionId\":\"s1\",\"score\":")
        .contains("\"answered\":true", "\"citations\":[\"s1\"]")
        .contains("\"quotes\":[\"The tram leaves at nine.\"");
    assertThat(lines.get(1)).startsWith("{\"questionId\":\"q2\"").contains("\"answered\":false");
  }

  @Test
  void inTheScopeOfAllSectionsTheForeignQuestionFindsItsAnswer() throws IOException {
    run("test", Scope.ALL, true);

    assertThat(Files.readAllLines(folder.resolve("a")).get(1)).contains("\"citations\":[\"s3\"]");
  }

  @Test
  void onlyTheSplitAskedForIsAnswered() throws IOException {
    run("dev", Scope.DOCUMENT, true);

    assertThat(Files.readAllLines(folder.resolve("a"))).hasSize(1);
  }

  @Test
  void failuresAreShownOnDemand() {
    run("dev", Scope.DOCUMENT, false);

    assertThat(out.toString(StandardCharsets.UTF_8))
        .contains("wrong first (right: [s1]): q3 \"when does the ship sail\" -> s2");
  }

  @Test
  void whatIsRightIsNeverReadToMakeAnAnswer() throws IOException {
    run("test", Scope.DOCUMENT, true);
    List<String> labelled = withoutTimes(Files.readAllLines(folder.resolve("a")));
    Files.writeString(
        folder.resolve("q"), QUESTIONS.replaceAll("\"answerable.*?\"kind\":\"\\w+\",", ""));

    run("test", Scope.DOCUMENT, true);

    assertThat(withoutTimes(Files.readAllLines(folder.resolve("a")))).isEqualTo(labelled);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "not json | 4: not JSON",
        "[1] | 4: expected a JSON object",
        "{\"docId\":\"d\",\"sectionId\":\"s\"} | 4: \"text\" is missing",
        "{\"docId\":\"d\",\"sectionId\":\"s1\",\"text\":\"x\"} | 4: section s1 is there already",
        "{\"docId\":\"d\",\"sectionId\":7,\"text\":\"x\"} | 4: \"sectionId\" has to be a text",
        "{\"docId\":\"d\",\"sectionId\":\" \",\"text\":\"x\"} | 4: \"sectionId\" is blank",
      })
  void aBrokenLineIsNamed(String line, String message) throws IOException {
    Files.writeString(folder.resolve("s"), SECTIONS + line);

    assertThat(run("test", Scope.DOCUMENT, true)).isEqualTo(2);

    assertThat(err.toString(StandardCharsets.UTF_8)).contains("/s:" + message);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "\"answerable\":\"yes\" | \"answerable\" has to be true or false",
        "\"answerable\":true,\"goldSectionIds\":\"s1\" | \"goldSectionIds\" has to be a list of texts",
        "\"answerable\":true,\"answers\":[{}] | \"answers\" has to be a list of texts",
      })
  void aBrokenLabelIsNamed(String label, String message) throws IOException {
    String line =
        "{\"questionId\":\"x\",\"docId\":\"d\",\"text\":\"x\",\"split\":\"test\"," + label + "}";
    Files.writeString(folder.resolve("q"), line);

    assertThat(run("test", Scope.DOCUMENT, true)).isEqualTo(2);

    assertThat(err.toString(StandardCharsets.UTF_8)).contains("/q:1: " + message);
  }

  @Test
  void aLineOutsideUtf8IsNamed() throws IOException {
    Files.write(folder.resolve("s"), new byte[] {'\n', (byte) 0xff, '\n', 'x'});

    assertThat(run("test", Scope.DOCUMENT, true)).isEqualTo(2);

    assertThat(err.toString(StandardCharsets.UTF_8)).contains("/s:2: not UTF-8");
  }

  @Test
  void anAnswerFileThatCannotBeWrittenIsNamed() throws IOException {
    Files.createDirectory(folder.resolve("a"));

    assertThat(run("test", Scope.DOCUMENT, true)).isEqualTo(2);

    assertThat(err.toString(StandardCharsets.UTF_8)).contains("/a: cannot be written");
  }

  @Test
  void aMissingFileIsNamed() throws IOException {
    Files.delete(folder.resolve("q"));

    assertThat(run("test", Scope.DOCUMENT, true)).isEqualTo(2);

    assertThat(err.toString(StandardCharsets.UTF_8)).contains("/q: there is no such file");
  }

  private int run(String split, Scope scope, boolean json) {
    return new AnswersEvaluation(RankedPassageIndex::of)
        .run(
            new Options(
                folder.resolve("s"),
                folder.resolve("q"),
                scope,
                Optional.of(split),
                Optional.of(folder.resolve("a")),
                json,
                !json),
            new PrintStream(out, true, StandardCharsets.UTF_8),
            new PrintStream(err, true, StandardCharsets.UTF_8));
  }

  private static List<String> withoutTimes(List<String> lines) {
    return lines.stream().map(line -> line.replaceAll("\"latencyMicros\":\\d+", "")).toList();
  }
}
