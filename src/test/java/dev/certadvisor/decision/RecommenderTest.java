package dev.certadvisor.decision;

import static dev.certadvisor.decision.Frameworks.AI_APPLICATION;
import static dev.certadvisor.decision.Frameworks.AWS;
import static dev.certadvisor.decision.Frameworks.AWS_ML;
import static dev.certadvisor.decision.Frameworks.AZURE;
import static dev.certadvisor.decision.Frameworks.AZURE_AI;
import static dev.certadvisor.decision.Frameworks.ML_ENGINEERING;
import static dev.certadvisor.decision.Frameworks.TODAY;
import static dev.certadvisor.decision.Frameworks.choice;
import static dev.certadvisor.decision.Frameworks.profile;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.certadvisor.decision.Recommendation.Reason;
import dev.certadvisor.decision.Recommendation.SitToday;
import dev.certadvisor.knowledge.SectionId;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class RecommenderTest {

  private final Recommender recommender =
      new Recommender(Frameworks.shipped(), Frameworks.SITTINGS);

  static Stream<Fixture> rules() {
    return Frameworks.shipped().fixtures().stream();
  }

  @ParameterizedTest
  @MethodSource("rules")
  void reproducesTheRulesOfTheGuide(Fixture rule) {
    Recommendation advice = recommender.advise(new Profile(rule.choices()), TODAY);

    assertThat(advice.direction()).isEqualTo(rule.direction());
    rule.line().ifPresent(line -> assertThat(advice.line()).contains(line));
    rule.platform().ifPresent(platform -> assertThat(advice.platform()).contains(platform));
  }

  @ParameterizedTest
  @CsvSource({
    "daily-work/ml-pipelines, work-cloud/aws, MLA-C02",
    "daily-work/data-science, work-cloud/azure, AI-300",
    "daily-work/apps, work-cloud/azure, AI-103",
    "daily-work/bots-documents, work-cloud/aws, AIP-C01"
  })
  void sitsTheFirstOfTheCornersCredentialsThatCanBeSat(String work, String cloud, String code) {
    Recommendation advice = recommender.advise(profile(work, cloud), TODAY);

    assertThat(advice.sitToday().map(sit -> sit.credential().code())).contains(code);
    assertThat(advice.candidates()).containsExactly(advice.sitToday().orElseThrow());
  }

  @Test
  void aPassingRemarkDoesNotSettleTheLineOfWork() {
    Recommendation advice = recommender.advise(profile("work-cloud/azure", "time/no-hurry"), TODAY);

    assertThat(advice.line()).isEmpty();
    assertThat(advice.sitToday().map(sit -> sit.credential().code())).contains("AI-103");
  }

  @Test
  void neverSitsWhatHasEnded() {
    Recommender nothingLeft =
        new Recommender(Frameworks.shipped(), (credential, day) -> java.util.Optional.empty());

    Recommendation advice =
        nothingLeft.advise(profile("daily-work/apps", "work-cloud/azure"), TODAY);

    assertThat(advice.sitToday()).isEmpty();
    assertThat(advice.candidates()).isEmpty();
    assertThat(advice.direction()).contains(AZURE_AI);
  }

  @Test
  void namesBothPlatformsCredentialsWhileThePlatformIsOpen() {
    Recommendation advice = recommender.advise(profile("daily-work/ml-pipelines"), TODAY);

    assertThat(advice.direction()).contains(AWS_ML);
    assertThat(advice.line()).contains(ML_ENGINEERING);
    assertThat(advice.platform()).isEmpty();
    assertThat(codes(advice.candidates())).containsExactly("MLA-C02", "AI-300");
    assertThat(advice.sitToday().map(sit -> sit.credential().code())).contains("MLA-C02");
  }

  @Test
  void namesBothLinesCredentialsWhileTheLineOfWorkIsOpen() {
    Recommendation advice = recommender.advise(profile("work-cloud/azure"), TODAY);

    assertThat(advice.line()).isEmpty();
    assertThat(advice.platform()).contains(AZURE);
    assertThat(codes(advice.candidates())).containsExactly("AI-103", "AI-300");
  }

  @Test
  void callsItCloseWhereBothAxesPullApart() {
    Recommendation advice = recommender.advise(profile("daily-work/apps", "work-cloud/aws"), TODAY);

    assertThat(advice.close()).isTrue();
    assertThat(advice.ranking()).extracting(Recommendation.Share::share).containsOnly(0.5);
    assertThat(advice.line()).contains(AI_APPLICATION);
    assertThat(advice.platform()).contains(AWS);
    assertThat(advice.lead()).isZero();
    assertThat(advice.toTie()).isEqualTo(-0.65);
  }

  @Test
  void sharesAreTheLogisticFunctionOfTheSum() {
    Recommendation advice = recommender.advise(profile("daily-work/apps"), TODAY);

    assertThat(advice.ranking().getFirst().direction()).isEqualTo(AZURE_AI);
    assertThat(advice.ranking().getFirst().share()).isCloseTo(0.8808, within(0.0001));
    assertThat(advice.ranking().getLast().share()).isCloseTo(0.1192, within(0.0001));
    assertThat(advice.toTie()).isEqualTo(1.35);
  }

  @Test
  void givesReasonsForAndAgainstHeaviestFirst() {
    Recommendation advice =
        recommender.advise(
            profile("study/theory", "daily-work/apps", "job-ads/azure", "goal/not-sure"), TODAY);

    assertThat(advice.reasons())
        .containsExactly(
            new Reason(choice("daily-work/apps"), AZURE_AI, 2.0, new SectionId("decide")),
            new Reason(choice("job-ads/azure"), AZURE_AI, 0.7, new SectionId("career")),
            new Reason(choice("study/theory"), AWS_ML, 0.4, new SectionId("skill-level")));
  }

  @Test
  void advisesBeginnersAFirstStep() {
    Recommendation advice =
        recommender.advise(
            profile("daily-work/apps", "work-cloud/azure", "cloud-experience/none"), TODAY);

    assertThat(advice.firstStep().map(step -> step.credential().code())).contains("AI-901");
    assertThat(recommender.advise(profile("daily-work/apps"), TODAY).firstStep()).isEmpty();
  }

  @Test
  void isSettledEarlyWhereTheRestCannotChangeTheDirection() {
    assertThat(
            recommender
                .advise(profile("daily-work/apps", "work-cloud/azure"), TODAY)
                .settledEarly())
        .isTrue();
    assertThat(recommender.advise(profile("daily-work/apps"), TODAY).settledEarly()).isFalse();
  }

  @Test
  void knowsNothingOfAnEmptyProfile() {
    Recommendation advice = recommender.advise(Profile.EMPTY, TODAY);

    assertThat(advice.close()).isTrue();
    assertThat(advice.sitToday()).isEmpty();
    assertThat(codes(advice.candidates()))
        .containsExactlyInAnyOrder("MLA-C02", "AI-300", "AI-103", "AIP-C01");
    assertThat(advice.reasons()).isEmpty();
    assertThat(advice.wouldChange()).isEmpty();
  }

  @Test
  void refusesChoicesOfAnotherFramework() {
    assertThatThrownBy(() -> recommender.advise(profile("shoe-size/42"), TODAY))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("shoe-size/42");
  }

  private static List<String> codes(List<SitToday> sittings) {
    return sittings.stream().map(sit -> sit.credential().code()).toList();
  }
}
