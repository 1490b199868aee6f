package dev.certadvisor.decision;

import static dev.certadvisor.decision.Frameworks.AZURE_AI;
import static dev.certadvisor.decision.Frameworks.profile;
import static dev.certadvisor.decision.Frameworks.question;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class NextQuestionTest {

  private final NextQuestion nextQuestion = new NextQuestion(Frameworks.shipped());

  @Test
  void asksForTheHeaviestEvidenceFirst() {
    assertThat(nextQuestion.mostInformative(Profile.EMPTY).map(Question::id))
        .contains(question("daily-work"));
    assertThat(nextQuestion.mostInformative(profile("daily-work/not-sure")).map(Question::id))
        .contains(question("work-cloud"));
  }

  @Test
  void amongEqualsTakesTheFrameworksOrder() {
    Profile bothHeavyOnesAnswered = profile("daily-work/apps", "work-cloud/aws");

    assertThat(nextQuestion.mostInformative(bothHeavyOnesAnswered).map(Question::id))
        .contains(question("goal"));
  }

  @Test
  void hasNothingToAskOnceAllIsAnswered() {
    Profile everything =
        new Profile(Frameworks.shipped().questions().stream().map(Question::notSure).toList());

    assertThat(nextQuestion.mostInformative(everything)).isEmpty();
    assertThat(nextQuestion.isSettled(everything)).isTrue();
    assertThat(nextQuestion.atMost(everything)).isZero();
  }

  @Test
  void isSettledWhenTheRestCannotOutweigh() {
    assertThat(nextQuestion.isSettled(profile("daily-work/apps", "work-cloud/azure"))).isTrue();
    assertThat(nextQuestion.isSettled(profile("daily-work/apps", "work-cloud/aws"))).isFalse();
  }

  @Test
  void tellsHowManyQuestionsCanStillCome() {
    assertThat(nextQuestion.atMost(Profile.EMPTY)).isEqualTo(8);
    assertThat(nextQuestion.atMost(profile("daily-work/apps", "work-cloud/azure"))).isZero();
  }

  @Test
  void tellsWhichQuestionsCouldStillChangeWhatToSit() {
    Profile platformOpen = profile("daily-work/apps", "work-cloud/not-sure");

    List<String> open =
        nextQuestion.canChangeCorner(platformOpen).stream()
            .map(question -> question.id().value())
            .toList();

    assertThat(open).contains("job-ads", "cloud-experience");
  }

  @Test
  void anAxisThatCouldOnlyBecomeOpenStillFollowsASettledDirection() {
    assertThat(nextQuestion.canChangeCorner(profile("daily-work/apps", "work-cloud/azure")))
        .isEmpty();
  }

  @Test
  void explainsWhatEachChoiceWouldDo() {
    Question cloud = Frameworks.shipped().get(question("work-cloud"));

    List<NextQuestion.Effect> effects = nextQuestion.effects(profile("daily-work/apps"), cloud);

    assertThat(effects)
        .extracting(NextQuestion.Effect::direction)
        .containsExactly(
            Optional.empty(),
            Optional.of(AZURE_AI),
            Optional.of(AZURE_AI),
            Optional.of(AZURE_AI),
            Optional.of(AZURE_AI));
    assertThat(effects.getFirst().share()).isEqualTo(0.5);
  }
}
