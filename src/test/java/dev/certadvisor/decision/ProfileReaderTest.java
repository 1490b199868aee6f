package dev.certadvisor.decision;

import static dev.certadvisor.decision.Frameworks.TODAY;
import static dev.certadvisor.decision.Frameworks.choice;
import static dev.certadvisor.decision.Frameworks.profile;
import static org.assertj.core.api.Assertions.assertThat;

import dev.certadvisor.decision.ProfileReader.Item;
import dev.certadvisor.decision.ProfileReader.Understood;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ProfileReaderTest {

  private static final double FLOOR = 0.95;

  private final ProfileReader reader = new ProfileReader(Frameworks.shipped(), Frameworks.ORDINARY);

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          backend dev on azure, which cert fits me   | true
          backend dev on azure, any advice?          | true
          backend dev on azure, is the exam hard     | false
          which cert fits me                         | false
          backend dev on azure. which one?           | true
          backend dev on azure, which one is harder  | false
          """)
  void tellsWhetherAPersonAsksWhatWouldFit(String text, boolean seeking) {
    assertThat(reader.read(text).manner().seeking()).isEqualTo(seeking);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "extra staff for the next stage",
        "some users raised a concern",
        "we united several modules",
        "a state ministry",
        "program manager",
        "form a team",
        "librarian retraining for tech"
      })
  void takesNoOrdinaryWordForOneOfItsOwn(String text) {
    assertThat(reader.read(text).items()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          i do statz and statistcs all day | daily-work/data-science
          stats all day                    | daily-work/data-science
          maths is really not for me       | study/practice
          coding isnt my thing, maths is   | study/theory
          theory bores me                  | study/practice
          I dont know maths                | study/practice
          no idea of maths                 | study/practice
          do not understand maths          | study/practice
          """)
  void readsSlipsExactFormsAndWhatIsSaidAfterwards(String text, String expected) {
    assertThat(reader.read(text).items()).extracting(Item::choice).contains(choice(expected));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          sagemaker                          | 1
          sagemaker and pandas               | 2
          backend dev, azure, weak in maths  | 4
          good morning                       | 0
          """)
  void countsWhatIsSaidNotWhatFollowsFromIt(String text, int statements) {
    assertThat(reader.read(text).statements()).isEqualTo(statements);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          our sagemaker endpoint keeps timing out | true
          our sagemaker endpoint serves a bank    | false
          """)
  void tellsTroubleFromADescription(String text, boolean troubled) {
    assertThat(reader.read(text).manner().troubled()).isEqualTo(troubled);
    assertThat(reader.read(text).isSelfDescription()).isEqualTo(!troubled);
  }

  @Test
  void readsSeveralAnswersFromOneLine() {
    Understood understood =
        reader.read("backend dev at a bank on Azure, weak in maths, want something this quarter");

    assertThat(understood.items())
        .containsExactly(
            new Item(choice("daily-work/apps"), List.of("backend", "dev"), false),
            new Item(choice("work-cloud/azure"), List.of("azure"), false),
            new Item(choice("study/practice"), List.of("weak", "in", "maths"), false),
            new Item(choice("time/weeks"), List.of("this", "quarter"), false));
    assertThat(understood.unused()).isEmpty();
    assertThat(understood.open())
        .extracting(QuestionId::value)
        .containsExactly("goal", "build", "job-ads", "cloud-experience");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          not a data scientist, I build web apps          | daily-work/apps
          no ML background, java developer                | daily-work/apps
          we are moving off AWS to Azure                  | work-cloud/azure
          on AWS now, but the new job is on Azure         | work-cloud/azure
          web developer, want to become an ML engineer    | daily-work/ml-pipelines
          from web development into data science          | daily-work/data-science
          used to be a statistician, now I build chatbots | daily-work/bots-documents
          my colleague is a data scientist, I write apis  | daily-work/apps
          half models, half apps                          | daily-work/not-sure
          mostly apps, sometimes a model                  | daily-work/apps
          data scientst, statistcs                        | daily-work/data-science
          SageMaker all day                               | work-cloud/aws
          dont like maths                                 | study/practice
          I don't like maths                              | study/practice
          never liked statistics                          | study/practice
          not into maths                                  | study/practice
          I like maths                                    | study/theory
          we run aws and azure                            | work-cloud/both
          no cloud preference                             | work-cloud/other
          """)
  void readsWhatIsMeant(String text, String expected) {
    assertThat(reader.read(text).profile().choices()).contains(choice(expected));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"dabbled in azure a little", "a bit of azure", "used azure once", "some azure"})
  void takesAHedgeForLessThanAPlainStatement(String text) {
    assertThat(reader.read("data scientist, " + text).profile())
        .isEqualTo(profile("daily-work/data-science", "cloud-experience/azure"));
  }

  @Test
  void takesDislikeForALeaningToTheOtherSide() {
    Understood understood = reader.read("tired of training models");

    assertThat(understood.items())
        .containsExactly(
            new Item(choice("study/practice"), List.of("tired", "of", "training", "models"), true));
  }

  @Test
  void countsWhatIsSaidOnceOnce() {
    assertThat(reader.read("my team uses sagemaker").profile())
        .isEqualTo(profile("daily-work/ml-pipelines", "work-cloud/aws"));
  }

  @Test
  void marksWhatItReadsBetweenTheLines() {
    assertThat(reader.read("i want to build chatbots").items())
        .containsExactly(new Item(choice("daily-work/bots-documents"), List.of("chatbots"), true));
  }

  @Test
  void saysWhichWordsItCouldNotUse() {
    assertThat(reader.read("data scientist and amateur beekeeper").unused())
        .containsExactly("amateur", "beekeeper");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " ", "🤷", "?!", "\u0000", "....", "a"})
  void readsNothingFromNothing(String text) {
    assertThat(reader.read(text).items()).isEmpty();
  }

  @Test
  void readsOnlyTheBeginningOfAFlood() {
    assertThat(reader.read("data scientist " + "blah ".repeat(10_000)).items()).hasSize(1);
  }

  @Test
  void givesTheLabelledAdviceInManyPeoplesWords() throws IOException {
    Recommender recommender = new Recommender(Frameworks.shipped(), Frameworks.SITTINGS);
    List<String> wrong = new ArrayList<>();
    List<String> lines =
        Files.readAllLines(Path.of("src", "test", "resources", "profiles", "other-words.tsv"))
            .stream()
            .filter(line -> !line.startsWith("#"))
            .toList();
    for (String line : lines) {
      String[] fields = line.split("\t", -1);
      String direction =
          recommender
              .advise(reader.read(fields[0]).profile(), TODAY)
              .direction()
              .map(DirectionId::value)
              .orElse("close");
      if (!direction.equals(fields[1])) {
        wrong.add(fields[0] + ": " + direction + " instead of " + fields[1]);
      }
    }
    System.out.printf(
        "profiles in other words: %d of %d right%n", lines.size() - wrong.size(), lines.size());

    assertThat(wrong).hasSizeLessThanOrEqualTo((int) (lines.size() * (1 - FLOOR)));
  }
}
