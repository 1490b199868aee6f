package dev.certadvisor;

import static org.assertj.core.api.Assertions.assertThat;

import dev.certadvisor.decision.Choice;
import dev.certadvisor.decision.ChoiceId;
import dev.certadvisor.decision.Profile;
import dev.certadvisor.decision.QuestionId;
import dev.certadvisor.decision.Recommendation.SitToday;
import dev.certadvisor.decision.Recommender;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What both directions of the shipped pack say to sit, over the years. */
class SitTodayTest {

  private static final Composition SHIPPED =
      Composition.of(Path.of("seeds"), Optional.of(LocalDate.of(2026, 11, 23)));
  private static final Profile AWS_ML = profile("ml-pipelines", "aws");
  private static final Profile AZURE_AI = profile("apps", "azure");

  @Test
  void noDayAdvisesAnExamThatCannotBeSatOnIt() {
    LocalDate.of(2025, 10, 1)
        .datesUntil(LocalDate.of(2028, 1, 1))
        .forEach(day -> {
          for (Profile profile : List.of(AWS_ML, AZURE_AI)) {
            assertThat(sit(profile, day))
                .as("%s", day)
                .hasValueSatisfying(sit ->
                    assertThat(SHIPPED.pack().catalogue().sittable(sit.credential(), day))
                        .isTrue());
          }
        });
  }

  @ParameterizedTest
  @CsvSource({
    "2026-09-28, MLA-C01, AI-103",
    "2026-09-29, MLA-C02, AI-103",
    "2026-07-01, MLA-C01, AI-103",
    "2026-11-23, MLA-C02, AI-103"
  })
  void theExamsChangeOnTheirDays(LocalDate day, String awsMl, String azureAi) {
    assertThat(sit(AWS_ML, day).map(sit -> sit.credential().code())).contains(awsMl);
    assertThat(sit(AZURE_AI, day).map(sit -> sit.credential().code())).contains(azureAi);
  }

  private static Optional<SitToday> sit(Profile profile, LocalDate day) {
    return new Recommender(SHIPPED.pack().framework(), SHIPPED.sittings())
        .advise(profile, day)
        .sitToday();
  }

  private static Profile profile(String work, String cloud) {
    return new Profile(
        List.of(
            new Choice(new QuestionId("daily-work"), new ChoiceId(work)),
            new Choice(new QuestionId("work-cloud"), new ChoiceId(cloud))));
  }
}
